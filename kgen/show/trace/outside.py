"""References from one unit into another: a route of one application, the Gateway and the Services of others."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from kgen.kubernetes.gateway import gateway
from kgen.record import record, replace
from kgen.wiring.neighbourhood import Written
from kgen.wiring.outcome import Unverifiable, Verified
from kgen.wiring.scope import may_share_namespace, surely_share_namespace
from kgen.wiring.services import ports_asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from kgen.kubernetes.gateway import Gateway
    from kgen.kubernetes.resource import Resource
    from kgen.kubernetes.service import Service
    from kgen.wiring.backend_reference import BackendReference, ParentReference
    from kgen.wiring.model import Wiring
    from kgen.wiring.outcome import Outcome

_Item = TypeVar("_Item", bound=Written)


@record
class Outside:
    """What the wirings are of, by name, each with the cluster that it is for, empty for an unknown one.

    A reference that its own wiring cannot follow may lead to another one's; not one of `ingredients`, which stand as
    written where a kustomization or a chart makes something else of them.
    """

    services: Mapping[str, Sequence[tuple[Service, str]]]
    gateways: Mapping[str, Sequence[tuple[Gateway, str]]]
    ingredients: Set[Resource]

    def followed(self, reference: BackendReference, wiring: Wiring) -> BackendReference:
        """The reference, with the Service and the port that another wiring has if this one has none."""
        backend = reference.backend
        namespace = backend.namespace or backend.resource.namespace
        found = _only(self.services.get(backend.name, ()), namespace, _cluster(wiring))
        if found is None or reference.service is not None or not isinstance(reference.outcome, Unverifiable):
            return reference
        if reference.resource in self.ingredients:
            return reference
        port = next((each for each in ports_asked(found, backend) if backend.protocol in ("", each.protocol)), None)
        if port is None and backend.port is not None:
            return replace(reference, service=found)
        return replace(
            reference, service=found, port=port, outcome=_outcome(reference.outcome, found, namespace, wiring)
        )

    def attached(self, reference: ParentReference, wiring: Wiring) -> ParentReference:
        """The same for the Gateway that a route is attached to."""
        parent = reference.parent
        namespace = parent.namespace or parent.resource.namespace
        found = _only(self.gateways.get(parent.name, ()), namespace, _cluster(wiring))
        if found is None or reference.gateway is not None or not isinstance(reference.outcome, Unverifiable):
            return reference
        if reference.resource in self.ingredients:
            return reference
        listeners = {node.value for node in (*found.sections, *found.ports)}
        asked = (node.value for node in (parent.section, parent.port) if node is not None and node.value is not None)
        if not listeners.issuperset(asked):
            return replace(reference, gateway=found)
        return replace(reference, gateway=found, outcome=_outcome(reference.outcome, found, namespace, wiring))


def outside(wirings: Sequence[Wiring]) -> Outside:
    """Index what the wirings are of."""
    services: dict[str, list[tuple[Service, str]]] = defaultdict(list)
    gateways: dict[str, list[tuple[Gateway, str]]] = defaultdict(list)
    for wiring in wirings:
        for service in wiring.services:
            if service.resource not in wiring.background:
                services[service.resource.name].append((service, _cluster(wiring)))
        for manifest in wiring.manifests:
            found = None if manifest.resource in wiring.background else gateway(manifest.resource)
            if found is not None:
                gateways[found.resource.name].append((found, _cluster(wiring)))
    return Outside(services, gateways, frozenset(_ingredients(wirings)))


def _ingredients(wirings: Iterable[Wiring]) -> Iterator[Resource]:
    for wiring in wirings:
        for manifest in wiring.manifests:
            is_written = wiring.unit is None or manifest.resource in wiring.background
            if is_written and not manifest.is_complete:
                yield manifest.resource


def _cluster(wiring: Wiring) -> str:
    return "" if wiring.unit is None else wiring.unit.cluster


def _only(found: Sequence[tuple[_Item, str]], namespace: str | None, cluster: str) -> _Item | None:
    """The object that may be meant, if only one place of the repository has one.

    First those of the cluster, and of them those of the namespace.
    """
    inside = [each for each, other in found if other == cluster]
    inside = inside or [each for each, other in found if "" in (cluster, other)]
    sure = [each for each in inside if surely_share_namespace(namespace, each.resource.namespace)]
    possible = sure or [each for each in inside if may_share_namespace(namespace, each.resource.namespace)]
    places = {each.resource.node.written for each in possible}
    return possible[0] if len(places) == 1 else None


def _outcome(outcome: Unverifiable, found: Written, namespace: str | None, wiring: Wiring) -> Outcome:
    """What a reference comes to that is followed: a cluster has one object of a namespace and a name.

    Objects that are not rendered in full stay in doubt.
    """
    if wiring.unit is None or wiring.unit.doubt is not None:
        return outcome
    if surely_share_namespace(namespace, found.resource.namespace):
        return Verified()
    return Unverifiable(f"{found.resource} of `{found.resource.path}` is in a namespace that is not known")
