"""The workloads that autoscalers scale."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kgen.kubernetes.autoscaler import Autoscaler, home_of_scalable
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.workload_kind import workload_kind
from kgen.record import record
from kgen.wiring.apply_unit import ApplyUnits
from kgen.wiring.near import is_near
from kgen.wiring.operation_reference import Rivalry, Scaling
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.pods import stem
from kgen.wiring.scale_evidence import OtherGroup, OtherKind, OtherName, ScaleEvidence, TargetElsewhere
from kgen.wiring.scope import Nearness, nearness
from kgen.wiring.watch import Watch, opaque_in, own_namespace
from kgen.wiring.world import World

_SHORTEST_WORD = 5
_ROLES = ("-hpa", "-autoscaler", "-scaler", "-scaledobject", "-hsc", "-keda", "-vpa", "-horizontalpodautoscaler")


def resolve_scaling(autoscalers: Sequence[Autoscaler], world: World) -> Iterator[Scaling]:
    """Look for the target of every autoscaler."""
    search = _Search(world, _by_name(world.pods.templates if autoscalers else ()))
    for each in autoscalers:
        yield search.follow(each)


def rivalries(scalings: Iterable[Scaling], world: World, units: ApplyUnits) -> Iterator[Rivalry]:
    """The pairs of autoscalers that are applied together and name one target."""
    keyed = ((_target_key(each.autoscaler, world), each) for each in scalings)
    yield from (Rivalry(first, second) for first, second in units.pairs(keyed))


def _target_key(autoscaler: Autoscaler, world: World) -> tuple[object, ...]:
    namespace = world.namespace(autoscaler.resource)
    return autoscaler.direction, autoscaler.kind, autoscaler.name, namespace


@record
class _Search:
    world: World
    by_name: Mapping[str, list[PodTemplate]]

    def follow(self, autoscaler: Autoscaler) -> Scaling:
        reason = self._why_unreadable(autoscaler)
        if reason is not None:
            return Scaling(autoscaler, None, Unverifiable(reason))
        watch = own_namespace(autoscaler.resource, self.world)
        same = [pod for pod in self.by_name.get(autoscaler.name, ()) if _is_target(pod, autoscaler)]
        possible = [pod for pod in same if watch.may_hold(self.world.namespace(pod.resource))]
        if not possible:
            return Scaling(autoscaler, None, self._outcome_without_target(autoscaler, same, watch))
        nearest = min(possible, key=lambda pod: nearness(watch.resource.path, pod.resource.path))
        return Scaling(autoscaler, nearest, self._outcome_of(nearest, watch))

    def _why_unreadable(self, autoscaler: Autoscaler) -> str | None:
        claim = self.world.claims.reason(autoscaler.resource.path)
        if claim is not None:
            return claim
        unfilled = next(filter(is_placeholder, (autoscaler.name, autoscaler.kind)), None)
        return None if unfilled is None else f"`{unfilled}` is still to be filled in"

    def _outcome_of(self, pod: PodTemplate, watch: Watch) -> Outcome:
        far = nearness(watch.resource.path, pod.resource.path) is Nearness.ELSEWHERE
        if far and not watch.surely_holds(self.world.namespace(pod.resource)):
            return Unverifiable(f"only {pod} in another part of the repository has the name")
        return Verified()

    def _outcome_without_target(self, autoscaler: Autoscaler, same: list[PodTemplate], watch: Watch) -> Outcome:
        home = home_of_scalable(autoscaler.kind)
        if home is not None and autoscaler.group not in (None, home.rpartition("/")[0]):
            return Broken(OtherGroup(home))
        if workload_kind(autoscaler.group or "apps", autoscaler.kind) is None:
            return Unverifiable(f"kgen does not know where `{autoscaler.kind}` keeps its pods")
        unreadable = self.world.unreadable_near(watch.resource, Nearness.ADJACENT, [autoscaler.name])
        if unreadable is not None:
            return Unverifiable(f"`{unreadable.path}` cannot be read and may hold it")
        evidence = next(self._proofs(autoscaler, same, watch), None)
        if evidence is not None:
            return Broken(evidence)
        opaque = opaque_in(watch, self.world)
        reason = "the repository has none of the name" if opaque is None else f"{opaque} may deploy it"
        return Unverifiable(reason)

    def _proofs(self, autoscaler: Autoscaler, same: list[PodTemplate], watch: Watch) -> Iterator[ScaleEvidence]:
        path = watch.resource.path
        reach = Nearness.ADJACENT if opaque_in(watch, self.world) is None else Nearness.SAME_FOLDER
        for pod in same:
            if nearness(path, pod.resource.path) <= Nearness.SAME_FOLDER:
                yield TargetElsewhere(pod)
        pods = [pod for pod in self.world.pods.places.near(path, reach) if self._can_be_meant(pod, watch)]
        yield from (OtherKind(pod) for pod in pods if pod.resource.name == autoscaler.name)
        alike = [pod for pod in pods if pod.resource.kind == autoscaler.kind]
        names = {autoscaler.resource.name.removesuffix(role) for role in _ROLES} - {autoscaler.name}
        yield from (OtherName(pod) for pod in alike if is_near(autoscaler.name, pod.resource.name, _SHORTEST_WORD))
        yield from (OtherName(pod) for pod in alike if stem(pod.resource.name) == stem(autoscaler.name))
        yield from (OtherName(pod) for pod in alike if pod.resource.name in names)

    def _can_be_meant(self, pod: PodTemplate, watch: Watch) -> bool:
        resource = pod.resource
        return watch.may_hold(self.world.namespace(resource)) and self.world.claims.reason(resource.path) is None


def _is_target(pod: PodTemplate, autoscaler: Autoscaler) -> bool:
    group = pod.resource.group
    return pod.resource.kind == autoscaler.kind and (autoscaler.group is None or group == autoscaler.group)


def _by_name(pods: Iterable[PodTemplate]) -> Mapping[str, list[PodTemplate]]:
    index: dict[str, list[PodTemplate]] = defaultdict(list)
    for pod in pods:
        index[pod.resource.name].append(pod)
    return index
