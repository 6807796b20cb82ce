"""A workload's selector against its own pod template."""

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.selectors import Selector, equality_selector, label_selector
from kgen.kubernetes.workload_kind import node_at
from kgen.wiring.evidence import SelectorMissing, SelectorUnmet
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.reference import WorkloadSelection
from kgen.wiring.world import World

_REQUIRES_SELECTOR = "apps/v1"  # the versions before it took the template's labels by default
_BY_EQUALITY = ("v1", "ReplicationController")


def resolve_workload(pod: PodTemplate, world: World) -> WorkloadSelection | None:
    """Hold a workload's selector against its template; None where it has none and needs none."""
    if not pod.kind.selector:
        return None
    selector = own_selector(pod)
    if selector is None and pod.resource.api_version != _REQUIRES_SELECTOR:
        return None
    return WorkloadSelection(pod, selector, _outcome(pod, selector, world))


def own_selector(pod: PodTemplate) -> Selector | None:
    """What a workload selects its own pods by; None where it says nothing of that."""
    node = node_at(pod.resource.node, pod.kind.selector)
    if node is None:
        return None
    resource = pod.resource
    by_equality = (resource.api_version, resource.kind) == _BY_EQUALITY
    selector = equality_selector(node) if by_equality else label_selector(node)
    return selector if selector.requirements else None


def _outcome(pod: PodTemplate, selector: Selector | None, world: World) -> Outcome:
    reason = _why_unverifiable(pod, selector, world)
    if reason is not None:
        return Unverifiable(reason)
    if selector is None:
        return Broken(SelectorMissing())
    unmet = selector.unmet(pod.labels)
    return Broken(SelectorUnmet(unmet)) if unmet else Verified()


def _why_unverifiable(pod: PodTemplate, selector: Selector | None, world: World) -> str | None:
    claim = world.claims.reason(pod.resource.path)
    if claim is not None:
        return claim
    if not pod.is_whole or not (selector or pod.labels):
        return "it is a part of an object"
    requirements = () if selector is None else selector.requirements
    texts = [*pod.labels.values(), *(value for each in requirements for value in each.values)]
    unfilled = next(filter(is_placeholder, texts), None)
    return None if unfilled is None else f"label `{unfilled}` is still to be filled in"
