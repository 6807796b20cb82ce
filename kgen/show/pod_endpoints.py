"""What the `Endpoints` lines of a Service hold without a cluster: the pod templates that it selects."""

from collections.abc import Mapping, Sequence

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import Service, ServicePort
from kgen.record import record
from kgen.show.endpoints import abridged
from kgen.show.words import NONE
from kgen.syntax.node import Node
from kgen.wiring.outcome import Unverifiable
from kgen.wiring.selection import resolve_selection
from kgen.wiring.world import World


@record
class PodEndpoints:
    """A text for each entry of `ports`; `doubt` is why there may be other pods, None where there are not."""

    texts: tuple[str, ...]
    doubt: str | None


def pod_endpoints(service: Service, world: World) -> PodEndpoints:
    """Such as `Deployment/web:8080`, one for each pod template that has the port; `<none>` where none has."""
    selection = resolve_selection(service, world)
    pods = () if selection is None else selection.pods
    outcome = None if selection is None else selection.outcome
    ports = {port.node: port for port in service.ports}
    texts = tuple(_text(ports.get(entry), pods) for entry in _entries(service))
    return PodEndpoints(texts, outcome.reason if isinstance(outcome, Unverifiable) else None)


def _entries(service: Service) -> Sequence[Node]:
    """What stands in `ports`, whether it can be read as a port or not."""
    return () if service.ports_node is None else service.ports_node.sequence()


def _text(port: ServicePort | None, pods: Sequence[PodTemplate]) -> str:
    if port is None:
        return NONE
    found: Mapping[str, None] = dict.fromkeys(
        f"{pod.resource.kind}/{pod.resource.name}:{number}" for pod in pods if (number := _number(port, pod))
    )
    return abridged(found) or NONE


def _number(port: ServicePort, pod: PodTemplate) -> int | None:
    """The number that a port leads to in a pod, None where the pod has no port of the name."""
    if not isinstance(port.target, str):
        return port.target
    declared = pod.port_named(port.target, port.protocol)
    return None if declared is None else declared.number
