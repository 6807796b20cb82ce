"""Passages through a Service that is named."""

from __future__ import annotations

from kgen.show.trace.behind import behind, portless
from kgen.show.trace.crossings import arrives_at, crossings
from kgen.show.trace.entrances import entrance, own_entrances
from kgen.show.trace.passage import Passage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.kubernetes.service import Service, ServicePort
    from kgen.show.trace.sight import Sight


def from_service(service: Service, wanted: str, sight: Sight) -> Iterator[Passage]:
    """Through each of its ports, or the one of a name or number, then from what asks in vain for one that it lacks."""
    for port in ports_wanted(service, wanted):
        yield through(service, port, sight)
    references = sight.links.asking(service)
    lost = (each for each in references if not arrives_at(each))
    yield from crossings((each for each in lost if wanted in ("", str(each.backend.port))), sight)
    if not service.ports and not wanted:
        yield Passage((), *portless(service, sight))


def through(service: Service, port: ServicePort, sight: Sight, only: PodTemplate | None = None) -> Passage:
    """All that leads to a port, and what answers behind it; with `only` no more than that one of the pods."""
    own = own_entrances(service, port, sight)
    references = sight.links.asking(service)
    asking = (entrance(each, sight) for each in references if port in arrives_at(each))
    return Passage((*own, *asking), *behind(service, port, sight, only))


def ports_wanted(service: Service, wanted: str) -> Sequence[ServicePort]:
    """The ports that have a name or a number; all where `wanted` is empty."""
    return [port for port in service.ports if wanted in ("", port.name, str(port.number))]
