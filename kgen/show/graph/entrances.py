"""How clients reach an Ingress or a route."""

from collections.abc import Sequence

from kgen.kubernetes.backend import Backend, Family
from kgen.kubernetes.gateway import attaches_to_services
from kgen.kubernetes.mesh import destination_rule, destinations
from kgen.kubernetes.resource import Resource
from kgen.show.graph.draft import Draft, DraftRow, Looks
from kgen.show.graph.findings import Faults
from kgen.show.graph.model import Column
from kgen.show.graph.nodes import because, client, looks_of, port_text, state_of
from kgen.show.state import State
from kgen.wiring.backend_reference import ParentReference
from kgen.wiring.outcome import Broken

_FROM_OUTSIDE = (Family.INGRESS, Family.ROUTE, Family.MESH)


def lead_in(draft: Draft, backend: Backend, row: DraftRow, parents: Sequence[ParentReference], faults: Faults) -> None:
    """Connect the client with the row of a backend if requests from outside reach that, through its Gateways."""
    for parent in parents:
        _through_gateway(draft, parent, row, faults)
    if not parents and backend.family in _FROM_OUTSIDE and not _is_inside(backend.resource):
        words = f"a client asks for {row.text}" if backend.family is Family.INGRESS else "clients reach the route"
        draft.edge((client(draft, backend.resource), row), State.VERIFIED, words, backend.name_node)


def _through_gateway(draft: Draft, reference: ParentReference, row: DraftRow, faults: Faults) -> None:
    parent, gateway, at = reference.parent, reference.gateway, reference.place
    namespace = parent.namespace or reference.resource.namespace or ""
    looks = Looks(Column.DOOR, "Gateway", parent.name, namespace, at, exists=False)
    if gateway is not None:
        looks = looks_of(gateway.resource, Column.DOOR)
    door = draft.row(draft.node(("gateway", at), looks), _listeners(reference), at)
    draft.edge((client(draft, reference.resource), door), State.VERIFIED, "a client reaches the Gateway", looks.at)
    fault = faults.within(at.parent) if isinstance(reference.outcome, Broken) else None
    words = because(reference.outcome, f"the route attaches to Gateway `{parent.name}`")
    draft.edge((door, row), state_of(reference.outcome), words, at, fault)


def _listeners(reference: ParentReference) -> str:
    """The listener that the route asks for, or else all."""
    section, port = reference.parent.section, reference.parent.port
    if section is not None and section.string():
        return section.string() or ""
    if port is not None:
        return port_text("", port.integer())
    listeners = () if reference.gateway is None else reference.gateway.ports
    return ", ".join(dict.fromkeys(port_text("", each.integer()) for each in listeners))


def _is_inside(route: Resource) -> bool:
    """Whether a route is for traffic between the pods of a mesh."""
    is_of_istio = next(destinations(route), None) is not None or destination_rule(route) is not None
    return is_of_istio or attaches_to_services(route)
