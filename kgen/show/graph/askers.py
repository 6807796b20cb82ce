"""Who names a Service: Ingresses, routes, and programs with its address in their settings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kgen.kubernetes.backend import Backend, Family
from kgen.kubernetes.ingress import IngressPath, ingress_paths
from kgen.kubernetes.resource import Resource
from kgen.record import record
from kgen.show.graph.draft import Draft, DraftNode, DraftRow, Looks
from kgen.show.graph.entrances import lead_in
from kgen.show.graph.findings import Faults
from kgen.show.graph.model import Column, Fault
from kgen.show.graph.nodes import ANY_PORT, because, looks_of, port_text, service_node, service_row, state_of
from kgen.show.state import State
from kgen.syntax.node import Node
from kgen.wiring.backend_reference import BackendReference, GrantReference, ParentReference, ServiceReference
from kgen.wiring.outcome import Broken, Verified

# Programs and webhooks name Services that have nothing to do with each other: each call is a node of its own.
_APART = (Family.URL, Family.WEBHOOK)
_SUBSET = "subset"  # of a host, whose Service is a reference of its own


@record
class _View:
    """What there is to know of who names Services."""

    draft: Draft
    faults: Faults
    grants: Mapping[Backend, GrantReference]
    parents: Mapping[Resource, Sequence[ParentReference]]
    paths: Mapping[Node, IngressPath]


def draw_askers(draft: Draft, references: Sequence[ServiceReference], faults: Faults) -> None:
    """Connect each one who names a Service with it, and the outside with those whom it reaches."""
    backends = [each for each in references if isinstance(each, BackendReference)]
    view = _View(draft, faults, _grants(references), _parents(references), _paths(backends))
    for reference in backends:
        if reference.backend.name_node.key == _SUBSET:
            continue
        row = _row(view, reference.backend)
        lead_in(draft, reference.backend, row, view.parents.get(reference.resource, ()), faults)
        state, words, fault = _judgement(view, reference)
        for target in _targets(draft, reference):
            draft.edge((row, target), state, words, reference.place, fault)


def _grants(references: Iterable[ServiceReference]) -> Mapping[Backend, GrantReference]:
    return {each.backend: each for each in references if isinstance(each, GrantReference)}


def _parents(references: Iterable[ServiceReference]) -> Mapping[Resource, Sequence[ParentReference]]:
    found: dict[Resource, list[ParentReference]] = defaultdict(list)
    for each in references:
        if isinstance(each, ParentReference):
            found[each.resource].append(each)
    return found


def _paths(references: Iterable[BackendReference]) -> Mapping[Node, IngressPath]:
    ingresses = dict.fromkeys(each.resource for each in references if each.backend.family is Family.INGRESS)
    return {path.node: path for ingress in ingresses for path in ingress_paths(ingress)}


def _row(view: _View, backend: Backend) -> DraftRow:
    resource = backend.resource
    key = (resource, backend.name) if backend.family in _APART else (resource,)
    node = view.draft.node(("asker", *key), looks_of(resource, Column.ROUTE))
    if backend.family is Family.INGRESS:
        return _ingress_row(view, backend, node)
    asked = "" if backend.port is None else f":{backend.port}"
    text = backend.written or f"{backend.name}{asked}"
    # What asks for the same several times over is one row.
    known = next((row for row in node.rows.values() if row.text == text), None)
    return known or view.draft.row(node, text, backend.name_node)


def _ingress_row(view: _View, backend: Backend, node: DraftNode) -> DraftRow:
    path = next((view.paths[each] for each in _ancestors(backend.name_node) if each in view.paths), None)
    if path is None:
        return view.draft.row(node, "default backend", backend.name_node)
    return view.draft.row(node, f"{path.host}{path.path}" or "any host", path.place)


def _ancestors(node: Node) -> Iterator[Node]:
    above: Node | None = node
    while above is not None:
        yield above
        above = above.parent


def _targets(draft: Draft, reference: BackendReference) -> list[DraftRow]:
    """The rows of the Service that is meant; one of them stands for what lacks."""
    backend, service = reference.backend, reference.service
    asked = ANY_PORT if backend.port is None else _asked(backend)
    if service is None:
        resource, namespace = backend.resource, backend.namespace or backend.resource.namespace or ""
        looks = Looks(Column.SERVICE, "Service", backend.name, namespace, backend.name_node, exists=False)
        node = draft.node(("no service", resource, backend.name), looks)
        return [draft.row(node, asked, backend.place, exists=False)]
    if reference.port is not None:
        return [service_row(draft, service, reference.port)]
    if backend.port is not None:
        return [draft.row(service_node(draft, service), f"{asked} (no such port)", exists=False)]
    return [service_row(draft, service, port) for port in service.ports or (None,)]


def _asked(backend: Backend) -> str:
    if isinstance(backend.port, str):
        return backend.port
    return port_text("", backend.port)


def _judgement(view: _View, reference: BackendReference) -> tuple[State, str, Fault | None]:
    """The state of a reference, that of the grant it needs included, in words and with the finding against it."""
    backend, outcome = reference.backend, reference.outcome
    grant = view.grants.get(backend)
    if grant is not None and isinstance(outcome, Verified):
        outcome = grant.outcome
    state = state_of(outcome)
    port = "" if backend.port is None else f", port `{backend.port}`"
    words = because(outcome, f"it names {backend}{port}")
    if not isinstance(outcome, Broken):
        return state, words, None
    return state, words, _fault(view.faults, reference, grant)


def _fault(faults: Faults, reference: BackendReference, grant: GrantReference | None) -> Fault | None:
    backend = reference.backend
    places = (reference.place, backend.name_node, None if grant is None else grant.place, backend.name_node.parent)
    return next((fault for place in places if (fault := faults.within(place)) is not None), None)
