"""Passages that end in a workload that is named: who leads here."""

from __future__ import annotations

from kgen.record import replace
from kgen.show.state import State
from kgen.show.trace.from_node_port import to_host_port
from kgen.show.trace.from_service import through
from kgen.show.trace.meant import meant_pods
from kgen.show.trace.passage import Hop, Passage, Stop
from kgen.show.trace.pod_hop import declared_hop, declared_port
from kgen.show.trace.sight import owner_of
from kgen.show.trace.versions import nearest_versions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgen.kubernetes.container import ContainerPort
    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.kubernetes.service import ServicePort
    from kgen.show.trace.sight import Sight
    from kgen.wiring.reference import Selection

_ALONE = "no Service of the repository leads here"


def from_workload(pod: PodTemplate, wanted: str, sight: Sight) -> Iterator[Passage]:
    """Through each Service that leads to its pods, or was meant to; `wanted` is a port's name or number, or empty.

    Where there is none it is the container port alone.
    """
    found = [*_through_services(pod, wanted, sight), *_from_the_node(pod, wanted, sight)]
    yield from found or _alone(pod, wanted, sight)


def _through_services(pod: PodTemplate, wanted: str, sight: Sight) -> Iterator[Passage]:
    for selection in _leading_to(pod, sight):
        for port in selection.service.ports:
            if _is_wanted(pod, port, wanted):
                yield through(selection.service, port, sight, pod)


def _leading_to(pod: PodTemplate, sight: Sight) -> list[Selection]:
    """The selectors that select its pods or were meant to; not those that a nearer manifest of it answers."""
    meant = [each for each in sight.wires.wiring.selections if pod in meant_pods(each)]
    return [each for each in meant if not each.pods or pod in nearest_versions(each)] or meant


def _is_wanted(pod: PodTemplate, port: ServicePort, wanted: str) -> bool:
    declared = declared_port(pod, port)
    names = () if declared is None else (declared.name, str(declared.number))
    return wanted in ("", str(port.target), *names)


def _from_the_node(pod: PodTemplate, wanted: str, sight: Sight) -> Iterator[Passage]:
    for passage in to_host_port(pod, sight):
        if any(wanted in ("", end.name, str(end.number)) for end in passage.ends):
            yield passage


def _alone(pod: PodTemplate, wanted: str, sight: Sight) -> Iterator[Passage]:
    for declared in declared_ports(pod, wanted):
        hop = declared_hop(pod, declared, sight)
        yield Passage((), None, (replace(hop, state=State.UNVERIFIABLE, reason=_ALONE),))
    if not pod.ports and not wanted:
        place = sight.place(pod.resource.name_node)
        owner = owner_of(pod.resource)
        yield Passage((), None, (Hop(Stop.POD, "", owner, place=place, state=State.UNVERIFIABLE, reason=_ALONE),))


def declared_ports(pod: PodTemplate, wanted: str) -> Sequence[ContainerPort]:
    """The container ports that have a name or a number; all where `wanted` is empty."""
    return [port for port in pod.ports if wanted in ("", port.name, str(port.number))]
