"""Which pods a label selector of a policy, a budget or a monitor selects, and what proves that it misses them."""

from collections.abc import Iterable, Iterator

from kgen.kubernetes.added_labels import runtime_label
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.selectors import Operator, Requirement, Selector
from kgen.record import record
from kgen.wiring.evidence import Namesake, NearLabel, OnlyInMetadata, OtherNamespace
from kgen.wiring.near import is_near, is_near_key
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.pods import meets
from kgen.wiring.scope import Nearness, nearness
from kgen.wiring.watch import Watch, opaque_in
from kgen.wiring.world import World

_SHORTEST_WORD = 5

Selected = tuple[tuple[PodTemplate, ...], Outcome]
Proof = NearLabel | OnlyInMetadata | Namesake | OtherNamespace


@record
class PodSearch:
    """What pod selectors are resolved with."""

    world: World

    def select(self, selector: Selector, watch: Watch, namesake: str = "") -> Selected:
        """The pods that a selector with requirements selects, nearest to it, and the outcome.

        `namesake` is the name that a workload would share with the selecting object if that was meant for it.
        """
        reason = self._why_unreadable(selector, watch)
        if reason is not None:
            return (), Unverifiable(reason)
        matching = self._matching(selector)
        pods = _in_reach(matching, watch, self.world)
        if pods:
            return pods, self._outcome_of_match(pods, watch)
        return (), self._outcome_without_match(selector, matching, watch, namesake)

    def _why_unreadable(self, selector: Selector, watch: Watch) -> str | None:
        claim = self.world.claims.reason(watch.resource.path)
        return claim or why_unfilled(selector)

    def _matching(self, selector: Selector) -> list[PodTemplate]:
        """Every pod that a selector matches, in whatever namespace."""
        pods: Iterable[PodTemplate] = self.world.pods.templates
        for each in selector.requirements:
            found = self.world.pods.by_label.get((each.key, each.values[0])) if is_equality(each) else None
            pods = pods if found is None else found
        return [pod for pod in pods if all(meets(pod, each) for each in selector.requirements)]

    def _outcome_of_match(self, pods: tuple[PodTemplate, ...], watch: Watch) -> Outcome:
        for pod in pods:
            claim = self.world.claims.reason(pod.resource.path)
            if claim is not None:
                return Unverifiable(f"of the pods it selects {claim}")
        if any(watch.surely_holds(self.world.namespace(pod.resource)) for pod in pods):
            return Verified()
        if nearness(watch.resource.path, pods[0].resource.path) is Nearness.ELSEWHERE:
            return Unverifiable(f"only {pods[0]} in another part of the repository matches")
        return Verified()

    def _outcome_without_match(
        self, selector: Selector, matching: list[PodTemplate], watch: Watch, namesake: str
    ) -> Outcome:
        unreadable = unreadable_near(selector, watch, self.world)
        if unreadable is not None:
            return Unverifiable(unreadable)
        runtime = next(filter(None, map(_set_at_run_time, selector.requirements)), None)
        if runtime is not None:
            return Unverifiable(runtime)
        evidence = next(self._proofs(selector, matching, watch, namesake), None)
        if evidence is not None:
            return Broken(evidence)
        opaque = opaque_in(watch, self.world)
        if opaque is not None:
            return Unverifiable(f"{opaque} may deploy its pods")
        return Unverifiable("no pod template matches it, and none is known that should")

    def _proofs(self, selector: Selector, matching: list[PodTemplate], watch: Watch, namesake: str) -> Iterator[Proof]:
        pods = self._neighbours(watch)
        beside = [pod for pod in pods if nearness(watch.resource.path, pod.resource.path) <= Nearness.SAME_FOLDER]
        yield from (proof for pod in pods if (proof := _near_label(selector, pod)) is not None)
        yield from _only_in_metadata(selector, beside)
        yield from _namesakes(selector, beside, namesake)
        yield from self._other_namespace(matching, watch)

    def _neighbours(self, watch: Watch) -> list[PodTemplate]:
        """The pods that can be meant and whose labels are as written, nearest first.

        Where something in reach deploys what cannot be seen, only those in the selector's own folder prove anything.
        """
        reach = Nearness.ADJACENT if opaque_in(watch, self.world) is None else Nearness.SAME_FOLDER
        return [
            pod
            for pod in self.world.pods.places.near(watch.resource.path, reach)
            if watch.may_hold(self.world.namespace(pod.resource))
            and self.world.claims.reason(pod.resource.path) is None
            and pod.is_whole
        ]

    def _other_namespace(self, matching: list[PodTemplate], watch: Watch) -> Iterator[OtherNamespace]:
        """Matching pods beside the selector; as none is in reach, they all are in namespaces that it does not see."""
        path = watch.resource.path
        if any(nearness(path, pod.resource.path) <= Nearness.SAME_FOLDER for pod in matching):
            yield OtherNamespace(tuple(matching))


def is_equality(requirement: Requirement) -> bool:
    """Whether a requirement asks for one value."""
    return requirement.operator is Operator.IN and len(requirement.values) == 1


def near_key(requirement: Requirement, labels: Iterable[tuple[str, str]]) -> str | None:
    """The key of a label that just misses an equality: its key with a near value, or its value with a near key."""
    if not is_equality(requirement):
        return None
    key, value = requirement.key, requirement.values[0]
    for other_key, other_value in labels:
        if other_value == value and is_near_key(key, other_key):
            return other_key
        if other_key == key and is_near(value, other_value, _SHORTEST_WORD):
            return other_key
    return None


def why_unfilled(selector: Selector) -> str | None:
    """Why a selector cannot be judged as it is written: a value of it is still to be filled in."""
    for each in selector.requirements:
        if not each.key or each.node.value is None or any(map(is_placeholder, each.values)):
            return f"label `{each}` is still to be filled in"
    return None


def unreadable_near(selector: Selector, watch: Watch, world: World) -> str | None:
    """Why what a selector selects may be in a file that cannot be read."""
    words = [value for each in selector.requirements for value in each.values]
    source = world.unreadable_near(watch.resource, Nearness.ADJACENT, words)
    return None if source is None else f"`{source.path}` cannot be read and may hold what it selects"


def _in_reach(pods: Iterable[PodTemplate], watch: Watch, world: World) -> tuple[PodTemplate, ...]:
    """Those that can be meant: all in the known namespaces, else the nearest ones."""
    possible = [pod for pod in pods if watch.may_hold(world.namespace(pod.resource))]
    if not possible:
        return ()
    nearest = min(nearness(watch.resource.path, pod.resource.path) for pod in possible)
    return tuple(
        pod
        for pod in possible
        if watch.surely_holds(world.namespace(pod.resource))
        or nearness(watch.resource.path, pod.resource.path) == nearest
    )


def _set_at_run_time(requirement: Requirement) -> str | None:
    for value in requirement.values or ("",):
        runtime = runtime_label(requirement.key, value)
        if runtime is not None:
            return f"label `{requirement}` is set by {runtime.by}"
    return None


def _near_label(selector: Selector, pod: PodTemplate) -> NearLabel | None:
    unmet = [each for each in selector.requirements if not meets(pod, each)]
    key = near_key(unmet[0], pod.labels.items()) if len(unmet) == 1 else None
    return None if key is None else NearLabel(unmet[0], pod, key, pod.labels[key])


def _only_in_metadata(selector: Selector, pods: list[PodTemplate]) -> Iterator[OnlyInMetadata]:
    for pod in pods:
        if pod.node != pod.resource.node and selector.matches(pod.resource.labels):
            yield OnlyInMetadata(pod, selector.unmet(pod.labels))


def _namesakes(selector: Selector, pods: list[PodTemplate], name: str) -> Iterator[Namesake]:
    for pod in pods:
        if name and pod.resource.name == name and pod.labels:
            yield Namesake(pod, tuple(each for each in selector.requirements if not meets(pod, each)))
