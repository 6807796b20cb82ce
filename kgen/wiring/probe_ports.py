"""Which port of its container a probe or hook goes to that names one."""

from collections.abc import Iterable, Iterator

from kgen.kubernetes.container import Container, ContainerPort
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.probe_port import ProbePort, probe_ports
from kgen.kubernetes.resource import Resource
from kgen.record import record
from kgen.spelling import close_matches
from kgen.syntax.node import Node
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.placeholder import is_name_to_fill_in
from kgen.wiring.port_evidence import NameMissing
from kgen.wiring.world import World


@record(eq=False)
class ProbedPort:
    """A name that a probe of `container` gives for a port, which is looked for in that container alone."""

    pod: PodTemplate
    container: Container
    probe: ProbePort
    name: str
    outcome: Outcome

    @property
    def resource(self) -> Resource:
        """The workload's object."""
        return self.pod.resource

    @property
    def place(self) -> Node:
        """Where the name stands."""
        return self.probe.node

    def __str__(self) -> str:
        return f"port `{self.name}` of {self.probe.owner} in {self.pod}"


def resolve_probes(pods: Iterable[PodTemplate], world: World) -> Iterator[ProbedPort]:
    """Follow every named port of every container; a number needs no declaration."""
    for pod in pods:
        for container in (*pod.containers, *pod.init_containers):
            for probe in probe_ports(container):
                name = probe.node.string()
                if name is not None:
                    yield ProbedPort(pod, container, probe, name, _outcome(name, container, pod, world))


def _outcome(name: str, container: Container, pod: PodTemplate, world: World) -> Outcome:
    named = {port.name: port for port in container.ports if port.name}
    if name in named:
        return Verified()
    claim = world.claims.reason(pod.resource.path)
    if claim is not None:
        return Unverifiable(claim)
    if not pod.is_whole:
        return Unverifiable(f"{pod} is a part of an object")
    if not name or is_name_to_fill_in(name):
        return Unverifiable(f"`{name}` is still to be filled in")
    return Broken(NameMissing((pod,), _closest(name, named)))


def _closest(name: str, named: dict[str, ContainerPort]) -> ContainerPort | None:
    similar = close_matches(name, named, n=1)
    return named[similar[0]] if similar else None
