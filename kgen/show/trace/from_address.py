"""Passages that begin with a host: that of an Ingress or a route, or of a Service within the cluster."""

from __future__ import annotations

from kgen.kubernetes.web_address import web_addresses
from kgen.record import replace
from kgen.show.trace.address_fit import fit
from kgen.show.trace.behind import behind, portless
from kgen.show.trace.crossings import crossings
from kgen.show.trace.passage import Entrance, Hop, Passage, Stop
from kgen.wiring.scope import may_share_namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.kubernetes.backend import Backend
    from kgen.kubernetes.service import Service
    from kgen.kubernetes.web_address import WebAddress
    from kgen.show.trace.address_fit import Fit
    from kgen.show.trace.sight import Sight
    from kgen.show.trace.target import AddressTarget
    from kgen.show.trace.wires import Wires
    from kgen.wiring.backend_reference import BackendReference

_SERVICES = "svc"
_MOST_LABELS = 2  # `web` and `web.shop`; what goes on with `.svc` is a Service's name at any length


def from_address(target: AddressTarget, namespace: str | None, sight: Sight) -> Iterator[Passage]:
    """From the routes that answer a host and a path best, or through the Service of the name.

    A Service goes before routes that answer whatever the host is.
    """
    services = services_at(target.host, namespace, sight.wires)
    found = [] if _is_inside(target.host) else best(answering(target.host, target.path, namespace, sight.wires))
    if found and (not services or found[0][1].host):
        yield from _from_routes(found, sight)
        return
    for service in services:
        yield from _inside(target, service, sight)


def _from_routes(found: list[tuple[BackendReference, WebAddress]], sight: Sight) -> Iterator[Passage]:
    shown: dict[Backend, list[WebAddress]] = {}
    for reference, address in found:
        shown.setdefault(reference.backend, []).append(address)
    references = {reference.backend: reference for reference, _ in found}
    yield from crossings(references.values(), sight, shown)


def answering(
    host: str, path: str | None, namespace: str | None, wires: Wires
) -> list[tuple[Fit, BackendReference, WebAddress]]:
    """Every address that a request meets, with how closely."""
    return [
        (closeness, reference, address)
        for resource, references in wires.backends.items()
        if may_share_namespace(namespace, resource.namespace)
        for reference in references
        for address in web_addresses(reference.backend)
        if (closeness := fit(address, host, path)) is not None
    ]


def best(found: list[tuple[Fit, BackendReference, WebAddress]]) -> list[tuple[BackendReference, WebAddress]]:
    """Those that are met most closely."""
    highest = max((closeness for closeness, _, _ in found), default=None)
    return [(reference, address) for closeness, reference, address in found if closeness == highest]


def services_at(host: str, namespace: str | None, wires: Wires) -> list[Service]:
    """The Services that a host means within the cluster: `web`, `web.shop`, `web.shop.svc.cluster.local`.

    https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
    """
    labels = host.split(".")
    if len(labels) > _MOST_LABELS and not _is_inside(host):
        return []
    asked = labels[1] if len(labels) > 1 else namespace
    return [
        service
        for service in wires.services
        if service.resource.name == labels[0] and may_share_namespace(asked, service.resource.namespace)
    ]


def _is_inside(host: str) -> bool:
    """Whether a host can only be one of the cluster."""
    return host.split(".")[2:3] == [_SERVICES]


def _inside(target: AddressTarget, service: Service, sight: Sight) -> Iterator[Passage]:
    """Through the Service's port of the number that is asked for, all where none is."""
    label = target.host if target.port is None else f"{target.host}:{target.port}"
    first = Entrance(Hop(Stop.URL, label, number=target.port, why=("DNS within the cluster",)))
    for port in service.ports:
        if target.port in (None, port.number):
            asked = first if target.port is not None else _with_port(first, target.host, port.number)
            yield Passage((asked,), *behind(service, port, sight))
    if not service.ports:
        yield Passage((first,), *portless(service, sight))


def _with_port(first: Entrance, host: str, number: int | None) -> Entrance:
    return Entrance(replace(first.hop, label=f"{host}:{number}", number=number))
