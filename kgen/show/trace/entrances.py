"""What stands before a port of a Service: the nodes, a load balancer, and the objects that name it."""

from __future__ import annotations

from kgen.kubernetes.backend import Family
from kgen.kubernetes.service import LOAD_BALANCER, NODE_PORT
from kgen.kubernetes.web_address import PathMatch, web_addresses
from kgen.record import replace
from kgen.show.trace.address_fit import has_variable
from kgen.show.trace.gateways import gateway_hops
from kgen.show.trace.judge import judged
from kgen.show.trace.passage import Entrance, Hop, Stop
from kgen.show.trace.service_findings import findings_of_node_port
from kgen.show.trace.sight import owner_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgen.kubernetes.backend import Backend
    from kgen.kubernetes.service import Service, ServicePort
    from kgen.kubernetes.web_address import WebAddress
    from kgen.show.trace.sight import Sight
    from kgen.syntax.node import Node
    from kgen.wiring.backend_reference import BackendReference

_STOPS = {
    Family.INGRESS: Stop.INGRESS,
    Family.ROUTE: Stop.ROUTE,
    Family.MESH: Stop.ROUTE,
    Family.WEBHOOK: Stop.WEBHOOK,
    Family.URL: Stop.URL,
}
_SHOWN_ADDRESSES = 2
_HEALTH = "healthCheckNodePort: the node itself answers the load balancer, nothing is forwarded"


def own_entrances(service: Service, port: ServicePort, sight: Sight) -> Iterator[Entrance]:
    """What the Service opens by itself: a port of every node, a load balancer."""
    node = port.node.get("nodePort")
    if port.node_port is not None:
        yield Entrance(node_port_hop(service, port.node_port, sight, port))
    elif service.type == NODE_PORT:
        why = "no nodePort is given: the API server picks one when the Service is created"
        hop = Hop(Stop.NODE, ":?", owner_of(service.resource), protocol=port.protocol, why=(why,))
        yield Entrance(replace(hop, place=sight.place(node or service.type_node or port.node)))
    if service.type == LOAD_BALANCER and service.type_node is not None:
        yield Entrance(_load_balancer_hop(service, port, service.type_node, sight))


def node_port_hop(service: Service, node: Node, sight: Sight, port: ServicePort | None = None) -> Hop:
    """A number of the node port range; without `port` it is that of health checks."""
    hop = Hop(
        Stop.NODE,
        f":{node.integer()}",
        owner_of(service.resource),
        number=node.integer(),
        protocol="TCP" if port is None else port.protocol,
        place=sight.place(node),
        why=(_HEALTH if port is None else f"nodePort of port {port.number} on every node",),
    )
    return judged(hop, (), findings_of_node_port(service, node, sight))


def entrance(reference: BackendReference, sight: Sight, only: Sequence[WebAddress] = ()) -> Entrance:
    """What a backend is part of; with `only` it is shown for these of its addresses."""
    backend, grant = reference.backend, sight.links.grant(reference.backend)
    references = (reference,) if grant is None else (reference, grant)
    hop = Hop(
        _STOPS[backend.family],
        _label(backend, list(only) or web_addresses(backend)),
        owner_of(backend.resource),
        place=sight.place(backend.place),
        why=(_why(backend), *_how_sure(only)),
    )
    outcomes = (each.outcome for each in references)
    return Entrance(judged(hop, outcomes, sight.findings(references)), gateway_hops(backend.resource, sight))


def _load_balancer_hop(service: Service, port: ServicePort, node: Node, sight: Sight) -> Hop:
    return Hop(
        Stop.LOAD_BALANCER,
        f":{port.number}",
        owner_of(service.resource),
        number=port.number,
        name=port.name,
        protocol=port.protocol,
        place=sight.place(node),
        why=("type LoadBalancer: outside, the Service has the same port",),
    )


def _label(backend: Backend, addresses: Sequence[WebAddress]) -> str:
    if backend.family is Family.URL:
        return backend.written
    if not addresses:
        return ""
    shown = ", ".join(map(str, addresses[:_SHOWN_ADDRESSES]))
    more = len(addresses) - _SHOWN_ADDRESSES
    return f"{shown} and {more} more" if more > 0 else shown


def _how_sure(addresses: Sequence[WebAddress]) -> Iterator[str]:
    if any(address.match is PathMatch.PATTERN for address in addresses):
        yield "the path is a regular expression, of which kgen compares the beginning only"
    if any(has_variable(address.host) for address in addresses):
        yield "the host has a variable, which is taken for any value"


def _why(backend: Backend) -> str:
    """What it asks for of the Service."""
    port = f"port `{backend.port}`" if isinstance(backend.port, str) else f"port {backend.port}"
    if backend.port is None:
        port = "no port" if backend.port_node is None else f"port `{backend.port_node.value}`"
    default = ", the default" if backend.port is not None and backend.port_node is None else ""
    return f"{port}{default} of {backend}"
