"""Passages that begin with the objects that name Services."""

from __future__ import annotations

from collections import defaultdict

from kgen.kubernetes.service import EXTERNAL_NAME
from kgen.show.port_ledger import Owner
from kgen.show.trace.behind import behind, portless
from kgen.show.trace.entrances import entrance
from kgen.show.trace.meant import meant_service
from kgen.show.trace.passage import Hop, Passage, Stop
from kgen.show.trace.sight import owner_of
from kgen.wiring.services import ports_asked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kgen.kubernetes.backend import Backend
    from kgen.kubernetes.service import Service, ServicePort
    from kgen.kubernetes.web_address import WebAddress
    from kgen.show.trace.behind import Behind
    from kgen.show.trace.sight import Sight
    from kgen.wiring.backend_reference import BackendReference


def crossings(
    references: Iterable[BackendReference], sight: Sight, shown: Mapping[Backend, Sequence[WebAddress]] | None = None
) -> Iterator[Passage]:
    """A passage for each port that the references lead to, and one for each Service or port that is not there.

    `shown` are the addresses to show of a backend, all where it is None.
    """
    groups: dict[object, list[BackendReference]] = defaultdict(list)
    ports: dict[object, tuple[Service, ServicePort] | None] = {}
    for reference in references:
        for key, port in _arrivals(reference):
            groups[key].append(reference)
            ports[key] = port
    for key, group in groups.items():
        entrances = tuple(entrance(each, sight, (shown or {}).get(each.backend, ())) for each in group)
        port = ports[key]
        yield Passage(entrances, *(_beyond(group[0], sight) if port is None else behind(*port, sight)))


def arrives_at(reference: BackendReference) -> list[ServicePort]:
    """The ports of its Service that a reference leads to; none where the port or the Service is not there."""
    service, backend = reference.service, reference.backend
    if service is None:
        return []
    if reference.port is not None:
        return [reference.port]
    asks = backend.port is not None or backend.port_node is not None
    return list(ports_asked(service, backend)) if asks else list(service.ports)


def _arrivals(reference: BackendReference) -> Iterator[tuple[object, tuple[Service, ServicePort] | None]]:
    """Where a reference leads, each with a key that is the same for all that lead there."""
    backend, service = reference.backend, reference.service
    ports = arrives_at(reference)
    if service is None or not ports:
        yield (backend.name, backend.namespace or backend.resource.namespace, backend.port), None
        return
    for port in ports:
        yield (service, port.node), (service, port)


def _beyond(reference: BackendReference, sight: Sight) -> Behind:
    """What is behind a port that no Service has: an ExternalName takes any."""
    service = reference.service
    if service is not None and service.type == EXTERNAL_NAME:
        return portless(service, sight)
    return _missing(reference, sight), ()


def _missing(reference: BackendReference, sight: Sight) -> Hop:
    """The hop that stands for a port that is not there; the Service may be."""
    backend, service = reference.backend, reference.service
    is_port = backend.port is not None
    meant = meant_service(reference)
    if service is None and meant is not None and meant.resource.name == backend.name:
        service = meant
    named = Owner("Service", backend.namespace or backend.resource.namespace, backend.name)
    return Hop(
        Stop.SERVICE,
        f":{backend.port}" if is_port else "",
        named if service is None else owner_of(service.resource),
        number=backend.port if isinstance(backend.port, int) else None,
        name=backend.port if isinstance(backend.port, str) else "",
        place=None if service is None else sight.place(service.resource.name_node),
    )
