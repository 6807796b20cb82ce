"""The Services that govern StatefulSets: pods get DNS names of their own below the Service that `serviceName` names.

The name is optional (https://github.com/kubernetes/kubernetes/pull/130233): without one there is nothing to follow.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.selectors import Selector
from kgen.kubernetes.service import Service
from kgen.record import record
from kgen.syntax.node import Node
from kgen.wiring.governing_evidence import (
    GovernedUnderOtherName,
    GoverningEvidence,
    NearServiceName,
    SelectsOthers,
    ServiceInOtherNamespace,
)
from kgen.wiring.near import is_near
from kgen.wiring.operation_reference import Governing
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.pods import meets
from kgen.wiring.scope import Nearness, nearness
from kgen.wiring.watch import Watch, opaque_in, own_namespace
from kgen.wiring.world import World

_SHORTEST_WORD = 5


def resolve_governing(world: World) -> Iterator[Governing]:
    """Look for the Service of every StatefulSet that names one."""
    named = [(pod, node) for pod in world.pods.templates if (node := _service_name(pod.resource)) is not None]
    search = _Search(world, _by_name(world.services if named else ()))
    for pod, node in named:
        name = node.string()
        if name:
            yield Governing(pod, node, name, search.outcome(pod, name))


@record
class _Search:
    world: World
    by_name: Mapping[str, list[Service]]

    def outcome(self, pod: PodTemplate, name: str) -> Outcome:
        reason = self._why_unreadable(pod, name)
        if reason is not None:
            return Unverifiable(reason)
        watch = own_namespace(pod.resource, self.world)
        named = self.by_name.get(name, [])
        possible = [each for each in named if watch.may_hold(self.world.namespace(each.resource))]
        if possible:
            return self._outcome_of(possible, pod, watch)
        return self._outcome_without_service(pod, name, named, watch)

    def _why_unreadable(self, pod: PodTemplate, name: str) -> str | None:
        claim = self.world.claims.reason(pod.resource.path)
        if claim is not None:
            return claim
        if is_placeholder(name):
            return f"`{name}` is still to be filled in"
        if not pod.is_whole:
            return "it is a part of an object"
        metadata = pod.resource.node.get("metadata")
        owned = metadata is not None and "ownerReferences" in metadata
        return "the object that owns it makes its Service" if owned else None

    def _outcome_of(self, possible: list[Service], pod: PodTemplate, watch: Watch) -> Outcome:
        path = watch.resource.path
        nearest = min(nearness(path, each.resource.path) for each in possible)
        beside = [each for each in possible if nearness(path, each.resource.path) == nearest]
        if nearest is Nearness.ELSEWHERE:
            sure = any(watch.surely_holds(self.world.namespace(each.resource)) for each in possible)
            return Verified() if sure else Unverifiable(f"{beside[0]} is in another part of the repository")
        if nearest <= Nearness.SAME_FOLDER and len(beside) == len(possible) == 1:
            evidence = self._selects_others(beside[0], pod)
            if evidence is not None:
                return Broken(evidence)
        return Verified()

    def _selects_others(self, service: Service, pod: PodTemplate) -> SelectsOthers | None:
        selector = service.selector
        if selector is None or not service.selects_pods or _selects(selector, pod):
            return None
        if self.world.claims.reason(service.resource.path) is not None:
            return None
        path = service.resource.path
        others = (other for other in self.world.pods.selected_by(selector))
        found = (other for other in others if nearness(path, other.resource.path) <= Nearness.SAME_FOLDER)
        return next((SelectsOthers(service, other) for other in found), None)

    def _outcome_without_service(self, pod: PodTemplate, name: str, named: list[Service], watch: Watch) -> Outcome:
        unreadable = self.world.unreadable_near(watch.resource, Nearness.ADJACENT, [name])
        if unreadable is not None:
            return Unverifiable(f"`{unreadable.path}` cannot be read and may hold it")
        evidence = next(self._proofs(pod, name, named, watch), None)
        if evidence is not None:
            return Broken(evidence)
        opaque = opaque_in(watch, self.world)
        return Unverifiable("the repository has none of the name" if opaque is None else f"{opaque} may deploy it")

    def _proofs(self, pod: PodTemplate, name: str, named: list[Service], watch: Watch) -> Iterator[GoverningEvidence]:
        path = watch.resource.path
        beside = (each for each in named if nearness(path, each.resource.path) <= Nearness.SAME_FOLDER)
        yield from map(ServiceInOtherNamespace, beside)
        reach = Nearness.ADJACENT if opaque_in(watch, self.world) is None else Nearness.SAME_FOLDER
        services = [each for each in self.world.service_places.near(path, reach) if self._can_be_meant(each, watch)]
        selecting = [each for each in services if each.selects_pods and each.selector and _selects(each.selector, pod)]
        if selecting:
            nearest = nearness(path, selecting[0].resource.path)
            yield GovernedUnderOtherName(
                tuple(each for each in selecting if nearness(path, each.resource.path) == nearest)
            )
        yield from (NearServiceName(each) for each in services if is_near(name, each.resource.name, _SHORTEST_WORD))

    def _can_be_meant(self, service: Service, watch: Watch) -> bool:
        resource = service.resource
        return watch.may_hold(self.world.namespace(resource)) and self.world.claims.reason(resource.path) is None


def _service_name(resource: Resource) -> Node | None:
    if (resource.group, resource.kind) != ("apps", "StatefulSet"):
        return None
    spec = resource.node.get("spec")
    return None if spec is None else spec.get("serviceName")


def _selects(selector: Selector, pod: PodTemplate) -> bool:
    return all(meets(pod, each) for each in selector.requirements)


def _by_name(services: Iterable[Service]) -> Mapping[str, list[Service]]:
    index: dict[str, list[Service]] = defaultdict(list)
    for service in services:
        index[service.resource.name].append(service)
    return index
