"""The ports that monitors scrape, sought by name in what they select."""

from collections.abc import Iterable, Iterator, Mapping

from kgen.kubernetes.container import ContainerPort
from kgen.kubernetes.listeners import is_sidecar_port
from kgen.kubernetes.monitor import Scraped
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import Service, ServicePort
from kgen.spelling import close_matches
from kgen.wiring.monitor_evidence import NoSuchPodPort, NoSuchServicePort, OtherNameOfServicePort
from kgen.wiring.monitors import watch_of
from kgen.wiring.operation_reference import MonitoredPort, MonitorSelection
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.reference import Selection
from kgen.wiring.watch import opaque_in
from kgen.wiring.world import World

PodsOf = Mapping[Service, tuple[PodTemplate, ...]]


def resolve_monitored_ports(
    monitored: Iterable[MonitorSelection], selections: Iterable[Selection], world: World
) -> Iterator[MonitoredPort]:
    """Follow every port that a monitor names into the Services or pods that it selects."""
    pods = {each.service: each.pods for each in selections if isinstance(each.outcome, Verified)}
    for each in monitored:
        for node in each.monitor.ports:
            text = str(node.value)
            yield MonitoredPort(each.monitor, node, text, _outcome(each, text, pods, world))


def _outcome(selection: MonitorSelection, text: str, pods: PodsOf, world: World) -> Outcome:
    if isinstance(selection.outcome, Unverifiable):
        return selection.outcome
    if isinstance(selection.outcome, Broken):
        return Unverifiable("the selector matches nothing")
    if is_placeholder(text):
        return Unverifiable(f"port `{text}` is still to be filled in")
    if selection.monitor.scraped is Scraped.PODS:
        return _in_pods(selection.pods, text)
    return _in_services(selection, text, pods, world)


def _in_services(selection: MonitorSelection, text: str, pods: PodsOf, world: World) -> Outcome:
    ports = [(service, port) for service in selection.services for port in service.ports]
    if any(port.name == text for _, port in ports):
        return Verified()
    stranger = next((each for each in selection.services if each not in pods), None)
    if stranger is not None and not text.isdecimal():
        return Unverifiable(
            f"{stranger} is in front of pods that are not here, and may not be the Service that is meant"
        )
    for service, port in ports:
        if text in _other_names(service, port, pods):
            return Broken(OtherNameOfServicePort(service, port))
    names = {port.name: port for _, port in ports if port.name}
    similar = close_matches(text, names, n=1, cutoff=0.8)
    if similar:
        return Broken(NoSuchServicePort(selection.services, names[similar[0]]))
    doubt = _doubt(selection, stranger, world)
    return Broken(NoSuchServicePort(selection.services, None)) if doubt is None else Unverifiable(doubt)


def _doubt(selection: MonitorSelection, stranger: Service | None, world: World) -> str | None:
    """Why a Service that is not in the repository may have the port."""
    opaque = opaque_in(watch_of(selection.monitor, world), world)
    if opaque is not None:
        return f"{opaque} may deploy a Service with such a port"
    if len(selection.monitor.ports) > 1 or stranger is not None:
        return "another Service than those of the repository may be meant"
    return None


def _other_names(service: Service, port: ServicePort, pods: PodsOf) -> set[str]:
    """What a port of a Service is also called: its number, its target, and what the pods call and number that."""
    targets = [
        each
        for pod in pods.get(service, ())
        for each in pod.ports
        if port.target in (each.name, each.number) and each.protocol == port.protocol
    ]
    names = {str(port.number), str(port.target), *(each.name for each in targets)}
    return {*names, *(str(each.number) for each in targets)} - {"", "None"}


def _in_pods(pods: tuple[PodTemplate, ...], text: str) -> Outcome:
    declared = [port for pod in pods for port in pod.ports]
    initial = (port for pod in pods for each in pod.init_containers for port in each.ports)
    if any(port.name == text for port in (*declared, *initial)):
        return Verified()
    unknown = next((pod for pod in pods if not pod.is_whole or not pod.kind.declares_ports), None)
    if unknown is not None:
        return Unverifiable(f"{unknown} does not show all of its ports")
    if is_sidecar_port(text):
        return Unverifiable(f"port `{text}` comes with an injected sidecar")
    by_number = next((port for port in declared if str(port.number) == text), None)
    return Broken(NoSuchPodPort(pods, by_number or _similar(text, declared)))


def _similar(text: str, ports: list[ContainerPort]) -> ContainerPort | None:
    names = {port.name: port for port in ports if port.name}
    return next((names[name] for name in close_matches(text, names, n=1)), None)
