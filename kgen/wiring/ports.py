"""Which container port each port of a Service leads to."""

from collections.abc import Iterator
from itertools import chain

from kgen.kubernetes.container import ContainerPort
from kgen.kubernetes.listeners import is_sidecar_port
from kgen.kubernetes.names import port_name
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import ServicePort
from kgen.spelling import close_matches
from kgen.wiring.lacking import pods_lacking
from kgen.wiring.numbers import resolve_number
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.port_evidence import InitOnly, NameMissing, OtherProtocol
from kgen.wiring.reference import Selection, TargetPort
from kgen.wiring.scope import Nearness
from kgen.wiring.world import World

_PROTOCOLS = ("TCP", "UDP", "SCTP")


def resolve_ports(selection: Selection, world: World) -> Iterator[TargetPort]:
    """Follow every port of a Service into the pods that it selects."""
    reason = _why_unverifiable(selection, world)
    for port in selection.service.ports:
        if reason is not None:
            yield TargetPort(selection.service, port, Unverifiable(reason))
        elif port.protocol not in _PROTOCOLS:
            yield TargetPort(selection.service, port, Unverifiable(f"`{port.protocol}` is no protocol"))
        elif isinstance(port.target, int):
            yield resolve_number(selection, port, port.target, world)
        else:
            outcome = _resolve_name(port, selection.pods)
            lacking = _lacking(selection, port, world) if isinstance(outcome, Verified) else ()
            yield TargetPort(selection.service, port, outcome, lacking=lacking)


def _why_unverifiable(selection: Selection, world: World) -> str | None:
    if isinstance(selection.outcome, Unverifiable):
        return selection.outcome.reason
    if isinstance(selection.outcome, Broken):
        return "the selector matches no pod template"
    words = [each.values[0] for each in selection.selector.requirements]
    unreadable = world.unreadable_near(selection.service.resource, Nearness.SAME_FOLDER, words)
    if unreadable is not None:
        return f"`{unreadable.path}` cannot be read and may hold more of its pods"
    return next((reason for pod in selection.pods if (reason := _why_unknown(pod)) is not None), None)


def _why_unknown(pod: PodTemplate) -> str | None:
    if not pod.kind.declares_ports:
        return f"{pod} is reached on ports that its template does not declare"
    return None if pod.is_whole else f"{pod} is a part of an object"


def _resolve_name(port: ServicePort, pods: tuple[PodTemplate, ...]) -> Outcome:
    name = port.target
    if not isinstance(name, str):
        return Unverifiable("it has no target port that can be read")
    if port_name(name):
        return Unverifiable(f"`{name}` is no name of a port")
    if is_sidecar_port(name):
        return Unverifiable(f"port `{name}` comes with an injected sidecar")
    if any(pod.port_named(name, port.protocol) is not None for pod in pods):
        return Verified()
    others = tuple(each for pod in pods for each in pod.ports if each.name == name)
    if others:
        return Broken(OtherProtocol(others))
    initial = tuple(each for pod in pods for each in _init_ports(pod) if each.name == name)
    if initial:
        return Broken(InitOnly(initial))
    return Broken(NameMissing(pods, _closest(name, pods)))


def _init_ports(pod: PodTemplate) -> Iterator[ContainerPort]:
    return chain.from_iterable(container.ports for container in pod.init_containers)


def _lacking(selection: Selection, port: ServicePort, world: World) -> tuple[PodTemplate, ...]:
    having = [pod for pod in selection.pods if pod.port_named(str(port.target), port.protocol) is not None]
    return tuple(pods_lacking(having, selection, world))


def _closest(name: str, pods: tuple[PodTemplate, ...]) -> ContainerPort | None:
    """The declared port of the most similar name; the only one that has a name where none is similar."""
    named = {each.name: each for pod in pods for each in pod.ports if each.name}
    similar = close_matches(name, named, n=1)
    if similar:
        return named[similar[0]]
    return next(iter(named.values())) if len(named) == 1 else None
