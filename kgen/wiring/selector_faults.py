"""Which selectors of a repository match and do harm all the same."""

from collections.abc import Iterable, Iterator, Sequence

from kgen.kubernetes.autoscaler import autoscaler
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.selectors import Operator, Requirement
from kgen.kubernetes.stateful_set import POD_NAME, ordinals
from kgen.wiring.apply_unit import ApplyUnits
from kgen.wiring.ground import Ground
from kgen.wiring.outcome import Verified
from kgen.wiring.pod_selection import is_equality
from kgen.wiring.reference import Selection, WorkloadSelection
from kgen.wiring.selector_fault import MissingOrdinal, SelectorFault, SelectorOverlap, UnstableLabel
from kgen.wiring.selector_left_out import selectors_left_out
from kgen.wiring.world import World

# Labels that a controller computes from the pod template, and those of a chart that hold its version.
_UNSTABLE = frozenset({"pod-template-hash", "controller-revision-hash", "helm.sh/chart", "app.kubernetes.io/version"})


def resolve_selector_faults(
    ground: Ground, selections: Sequence[Selection], workloads: Sequence[WorkloadSelection]
) -> Iterator[SelectorFault]:
    """The faults of every kind."""
    yield from _overlaps(workloads, ground.world, ground.units)
    yield from _missing_ordinals(selections, ground)
    yield from _unstable_labels(selections, workloads)
    yield from selectors_left_out(ground.resources, ground.world)


def _overlaps(workloads: Sequence[WorkloadSelection], world: World, units: ApplyUnits) -> Iterator[SelectorOverlap]:
    """Each selector with the first workload whose pods it matches; the latter one where both match each other's."""
    owners = {each.pod: each for each in workloads if isinstance(each.outcome, Verified)}
    order = {pod: number for number, pod in enumerate(owners)}
    for pod, owner in owners.items():
        for other in _matched(owner, world):
            rival = owners.get(other)
            if rival is None or not _are_two(pod.resource, other.resource, world, units):
                continue
            if order[other] < order[pod] or rival.selector is None or not rival.selector.matches(pod.labels):
                yield SelectorOverlap(owner, other)
                break


def _matched(owner: WorkloadSelection, world: World) -> list[PodTemplate]:
    """The pods that a selector of equalities matches; of others the index knows none."""
    selector = owner.selector
    if selector is None or not all(is_equality(each) for each in selector.requirements):
        return []
    return world.pods.selected_by(selector)


def _are_two(one: Resource, other: Resource, world: World, units: ApplyUnits) -> bool:
    """Whether two objects are surely applied together, to one namespace, and are not versions of one."""
    shares = world.namespace(one) == world.namespace(other)
    return shares and one.name != other.name and units.are_together(one, other)


def _missing_ordinals(selections: Iterable[Selection], ground: Ground) -> Iterator[MissingOrdinal]:
    """Only the number after the last one, and in sets that nothing known of gives another number of replicas.

    One farther off may be meant for a set that is made larger by hand.
    """
    verified = (each for each in selections if isinstance(each.outcome, Verified))
    asked = [(each, one) for each in verified for one in each.selector.requirements if one.key == POD_NAME]
    scaled = _scaled(ground) if asked else set()
    for selection, requirement in asked:
        yield from _missing_ordinal(selection, requirement, scaled)


def _missing_ordinal(selection: Selection, requirement: Requirement, scaled: set[str]) -> Iterator[MissingOrdinal]:
    number = requirement.values[0].rpartition("-")[2]
    found = [(pod, ordinals(pod)) for pod in selection.pods]
    existing = [each for _, each in found if each is not None]
    if not number.isdecimal() or len(existing) < len(found) or any(pod.resource.name in scaled for pod, _ in found):
        return
    if existing and all(int(number) == each.stop for each in existing):
        yield MissingOrdinal(selection.service, requirement, selection.pods[0], existing[0])


def _scaled(ground: Ground) -> set[str]:
    """The names of the workloads that autoscalers or the `replicas` of kustomizations resize."""
    names = {each.name for each in map(autoscaler, ground.resources) if each is not None}
    for found in ground.kustomizations:
        names.update(entry.text_at("name") for entry in found.node.get("replicas") or ())
    return names


def _unstable_labels(
    selections: Iterable[Selection], workloads: Iterable[WorkloadSelection]
) -> Iterator[UnstableLabel]:
    for selection in selections:
        for requirement in selection.selector.requirements:
            if requirement.key in _UNSTABLE:
                yield UnstableLabel(selection.service.resource, requirement, frozen=False)
    for workload in workloads:
        for requirement in () if workload.selector is None else workload.selector.requirements:
            if requirement.key in _UNSTABLE and requirement.operator is Operator.IN:
                yield UnstableLabel(workload.pod.resource, requirement, frozen=True)
