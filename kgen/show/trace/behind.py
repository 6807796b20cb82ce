"""A port of a Service as a hop, and what answers behind it."""

from __future__ import annotations

from kgen.kubernetes.service import EXTERNAL_NAME
from kgen.record import replace
from kgen.show.state import State
from kgen.show.trace.judge import judged
from kgen.show.trace.passage import Hop, Stop
from kgen.show.trace.pod_hop import pod_hop
from kgen.show.trace.service_findings import findings_of_port
from kgen.show.trace.sight import owner_of
from kgen.show.trace.versions import nearest_versions
from kgen.wiring.outcome import Broken, Unverifiable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.kubernetes.service import Service, ServicePort
    from kgen.show.trace.sight import Sight
    from kgen.wiring.reference import Selection, TargetPort

Behind = tuple[Hop, tuple[Hop, ...]]

_ON_ITS_OWN = "it has no selector, and the repository does not show what gives it endpoints"


def behind(service: Service, port: ServicePort, sight: Sight, only: PodTemplate | None = None) -> Behind:
    """The hop of the Service, and those that it leads to; with `only` no more than that one of its pods."""
    hop = service_hop(service, port, sight)
    selection, target = sight.links.selection(service), sight.links.target(service, port)
    if selection is not None and target is not None:
        return _to_pods(hop, selection, target, sight, only)
    if service.type == EXTERNAL_NAME:
        return _to_external_name(hop, service, sight)
    return _to_endpoints(hop, service, port, sight)


def service_hop(service: Service, port: ServicePort, sight: Sight) -> Hop:
    """The port by itself, with what the rules find in it."""
    hop = Hop(
        Stop.SERVICE,
        _label(port.number),
        owner_of(service.resource),
        number=port.number,
        name=port.name,
        protocol=port.protocol,
        place=sight.place(port.number_node),
    )
    return judged(hop, (), findings_of_port(service, port, sight))


def portless(service: Service, sight: Sight) -> Behind:
    """The same for a Service without ports: an ExternalName, or one that only gives DNS the addresses of pods."""
    hop = Hop(Stop.SERVICE, "", owner_of(service.resource), place=sight.place(service.resource.name_node))
    if service.type == EXTERNAL_NAME:
        return _to_external_name(hop, service, sight)
    selection = sight.links.selection(service)
    if selection is None:
        return replace(hop, state=State.UNVERIFIABLE, reason=_ON_ITS_OWN), ()
    led = replace(hop, why=(f"selector `{selection.selector}`", "no ports: DNS gives the addresses of the pods"))
    led = judged(led, (selection.outcome,), sight.findings((selection,)))
    pods = () if isinstance(selection.outcome, Broken) else nearest_versions(selection)
    return led, tuple(
        Hop(Stop.POD, "", owner_of(pod.resource), place=sight.place(pod.resource.name_node)) for pod in pods
    )


def _to_pods(hop: Hop, selection: Selection, target: TargetPort, sight: Sight, only: PodTemplate | None) -> Behind:
    found = sight.findings((selection, target))
    led = replace(hop, why=tuple(_why(selection, target.port)))
    led = judged(led, (selection.outcome, target.outcome), (*found, *hop.findings))
    if isinstance(selection.outcome, Broken) or not selection.pods:
        return led, (_unreached(target.port),)
    pods = nearest_versions(selection) if only is None else (only,)
    return led, tuple(pod_hop(pod, target, sight) for pod in pods)


def _why(selection: Selection, port: ServicePort) -> Iterator[str]:
    yield f"selector `{selection.selector}`"
    if port.target_node.key != "targetPort":
        yield f"no targetPort: the same as port, {port.number}"
    elif isinstance(port.target, str):
        yield f"targetPort `{port.target}`, the name of a container port"
    else:
        yield f"targetPort {port.target}"
    if selection.service.headless_node is not None:
        yield "headless: clients get the addresses of the pods and reach their ports directly"


def _unreached(port: ServicePort) -> Hop:
    """What stands for pods that are not known."""
    number = port.target if isinstance(port.target, int) else None
    return Hop(Stop.POD, _label(port.target), number=number, protocol=port.protocol)


def _to_external_name(hop: Hop, service: Service, sight: Sight) -> Behind:
    name = service.external_name
    led = replace(hop, why=("DNS answers with the external name: ports play no part",))
    if name is None:
        return led, ()
    return led, (Hop(Stop.EXTERNAL_NAME, name.string() or "", place=sight.place(name)),)


def _to_endpoints(hop: Hop, service: Service, port: ServicePort, sight: Sight) -> Behind:
    """To what stands in for pods where a Service has no selector."""
    written = sight.links.endpoints(service)
    ends = tuple(
        Hop(Stop.ENDPOINTS, _label(port.target), owner_of(each), place=sight.place(each.name_node)) for each in written
    )
    if ends:
        return replace(hop, why=("no selector: its endpoints are written down",)), ends
    return judged(hop, (Unverifiable(_ON_ITS_OWN),), hop.findings), (_unreached(port),)


def _label(port: int | str | None) -> str:
    return "" if port is None else f":{port}"
