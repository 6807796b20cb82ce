"""The pods that disruption budgets protect."""

from collections.abc import Iterable, Iterator

from kgen.kubernetes.disruption_budget import DisruptionBudget
from kgen.kubernetes.pod_template import PodTemplate
from kgen.wiring.apply_unit import ApplyUnits
from kgen.wiring.operation_reference import Overlap, Protection
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.pod_selection import PodSearch
from kgen.wiring.policy_evidence import EmptySelectsNone, NilSelectsNone
from kgen.wiring.scope import Nearness
from kgen.wiring.watch import own_namespace

_ROLES = ("-pdb", "-poddisruptionbudget", "-disruption-budget", "-pod-disruption-budget")


def resolve_protections(budgets: Iterable[DisruptionBudget], search: PodSearch) -> Iterator[Protection]:
    """Follow the selector of every budget."""
    for budget in budgets:
        pods, outcome = _protected(budget, search)
        yield Protection(budget, pods, outcome)


def overlaps(protections: Iterable[Protection], units: ApplyUnits) -> Iterator[Overlap]:
    """The pairs of budgets that are applied together and share pods, one for each pair."""
    seen: set[tuple[Protection, Protection]] = set()
    verified = (each for each in protections if isinstance(each.outcome, Verified))
    for first, second in units.pairs((pod, each) for each in verified for pod in each.pods):
        shared = next(pod for pod in first.pods if pod in second.pods)
        if (first, second) not in seen:
            seen.add((first, second))
            yield Overlap(first, second, shared)


def _protected(budget: DisruptionBudget, search: PodSearch) -> tuple[tuple[PodTemplate, ...], Outcome]:
    claim = search.world.claims.reason(budget.resource.path)
    if claim is not None:
        return (), Unverifiable(claim)
    watch = own_namespace(budget.resource, search.world)
    if budget.selects_all:
        near = search.world.pods.places.near(budget.resource.path, Nearness.SAME_FOLDER)
        return tuple(pod for pod in near if watch.surely_holds(search.world.namespace(pod.resource))), Verified()
    if budget.selector is None:
        return (), _without_selector(budget)
    if not budget.selector.requirements:
        return (), Broken(EmptySelectsNone())
    return search.select(budget.selector, watch, namesake=_workload_name(budget))


def _workload_name(budget: DisruptionBudget) -> str:
    """The budget's name without the word that says that it is one."""
    name = budget.resource.name
    return next((name.removesuffix(role) for role in _ROLES if name.endswith(role)), name)


def _without_selector(budget: DisruptionBudget) -> Outcome:
    spec = budget.resource.node.get("spec")
    limits = {} if spec is None else spec.mapping()
    if not budget.resource.name or not limits.keys() & {"minAvailable", "maxUnavailable"}:
        return Unverifiable("it is a part of an object")
    return Broken(NilSelectsNone())
