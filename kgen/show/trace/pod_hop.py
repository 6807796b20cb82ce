"""The port of a pod that a Service leads to, as a hop."""

from __future__ import annotations

from kgen.kubernetes.host_port import host_network
from kgen.show.state import State
from kgen.show.trace.passage import Hop, Stop
from kgen.show.trace.sight import owner_of
from kgen.wiring.outcome import Broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.container import ContainerPort
    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.kubernetes.service import ServicePort
    from kgen.show.trace.sight import Sight
    from kgen.wiring.reference import TargetPort

_UNDECLARED = "no container declares the port, which a number does not need"


def pod_hop(pod: PodTemplate, target: TargetPort, sight: Sight) -> Hop:
    """Where a Service's port arrives in a pod that it selects."""
    declared = declared_port(pod, target.port)
    if declared is not None:
        return declared_hop(pod, declared, sight)
    asked, is_broken = target.port.target, isinstance(target.outcome, Broken)
    state, reason = _without(pod, target)
    return Hop(
        Stop.POD,
        "" if asked is None else f":{asked}",
        owner_of(pod.resource),
        number=asked if isinstance(asked, int) else None,
        protocol=target.port.protocol,
        place=sight.place(pod.resource.name_node),
        why=(_UNDECLARED,) if isinstance(asked, int) and not is_broken else (),
        state=state,
        reason=reason,
    )


def declared_hop(pod: PodTemplate, declared: ContainerPort, sight: Sight) -> Hop:
    """A container port where it is declared."""
    return Hop(
        Stop.POD,
        f":{declared.number}",
        owner_of(pod.resource),
        number=declared.number,
        name=declared.name,
        protocol=declared.protocol,
        container=container_of(pod, declared),
        place=sight.place(declared.number_node),
        why=("on the host network: a port of the node itself",) if host_network(pod) is not None else (),
    )


def declared_port(pod: PodTemplate, port: ServicePort) -> ContainerPort | None:
    """The container port that a Service's port leads to, None where none is declared."""
    if isinstance(port.target, str):
        return pod.port_named(port.target, port.protocol)
    wanted = (port.target, port.protocol)
    return next((each for each in pod.ports if (each.number, each.protocol) == wanted), None)


def container_of(pod: PodTemplate, declared: ContainerPort) -> str:
    """The name of the container that declares a port."""
    return next((each.name for each in pod.containers if declared in each.ports), "")


def _without(pod: PodTemplate, target: TargetPort) -> tuple[State, str]:
    """How a hop stands whose pod does not declare the port, and why."""
    if pod in target.lacking or isinstance(target.outcome, Broken):
        return State.BROKEN, ""
    if isinstance(target.port.target, str):
        return State.UNVERIFIABLE, f"{pod} has no port `{target.port.target}`"
    return State.VERIFIED, ""
