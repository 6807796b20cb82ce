"""Which pods a Service selects."""

from collections.abc import Iterable

from kgen.kubernetes.added_labels import runtime_label
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.selectors import Selector
from kgen.kubernetes.service import Service
from kgen.wiring.evidence import NearLabel
from kgen.wiring.orphan import proof_of_orphan
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.reference import Selection
from kgen.wiring.scope import Nearness, may_share_namespace, nearness, surely_share_namespace
from kgen.wiring.world import World


def resolve_selection(service: Service, world: World) -> Selection | None:
    """Follow a Service's selector; None for a Service that has none or does not use it."""
    if service.selector is None or not service.selects_pods:
        return None
    reason = _opaque_reason(service, service.selector, world)
    if reason is not None:
        return Selection(service, service.selector, (), Unverifiable(reason))
    pods = _pods_in_reach(service, world.pods.selected_by(service.selector), world)
    outcome = (
        _outcome_of_match(service, pods, world) if pods else _outcome_without_match(service, service.selector, world)
    )
    return Selection(service, service.selector, pods, outcome)


def _opaque_reason(service: Service, selector: Selector, world: World) -> str | None:
    claim = world.claims.reason(service.resource.path)
    if claim is not None:
        return claim
    for requirement in selector.requirements:
        if requirement.node.value is None or is_placeholder(requirement.values[0]):
            return f"label `{requirement}` is still to be filled in"
    return None


def _pods_in_reach(service: Service, pods: Iterable[PodTemplate], world: World) -> tuple[PodTemplate, ...]:
    """Those that can be meant: its unit's own, or all in its known namespace, else the nearest ones."""
    rendered = tuple(pod for pod in pods if world.are_one_unit(service.resource, pod.resource))
    if rendered:
        return rendered
    own, namespace = service.resource, world.namespace(service.resource)
    possible = [pod for pod in pods if may_share_namespace(namespace, world.namespace(pod.resource))]
    if not possible:
        return ()
    nearest = min(nearness(own.path, pod.resource.path) for pod in possible)
    return tuple(
        pod
        for pod in possible
        if surely_share_namespace(namespace, world.namespace(pod.resource))
        or nearness(own.path, pod.resource.path) == nearest
    )


def _outcome_of_match(service: Service, pods: tuple[PodTemplate, ...], world: World) -> Outcome:
    own, namespace = service.resource, world.namespace(service.resource)
    claimed = next((reason for pod in pods if (reason := world.claims.reason(pod.resource.path))), None)
    if claimed is not None:
        return Unverifiable(f"of the pods it selects {claimed}")
    if any(surely_share_namespace(namespace, world.namespace(pod.resource)) for pod in pods):
        return Verified()
    distance = nearness(own.path, pods[0].resource.path)
    if distance is Nearness.ELSEWHERE:
        return Unverifiable(f"only {pods[0]} in another part of the repository matches")
    # Sibling examples use the same labels: one of them must not stand in for a pod that a slip has cut off.
    slip = proof_of_orphan(service, world) if distance is Nearness.ADJACENT else None
    if isinstance(slip, NearLabel) and nearness(own.path, slip.pod.resource.path) <= Nearness.SAME_FOLDER:
        return Unverifiable(f"{pods[0]} in another folder matches, and {slip.pod} in its own nearly does")
    return Verified()


def _outcome_without_match(service: Service, selector: Selector, world: World) -> Outcome:
    own, words = service.resource, [each.values[0] for each in selector.requirements]
    beside = world.unreadable_near(own, Nearness.SAME_FOLDER, words)
    if beside is not None:
        return Unverifiable(f"`{beside.path}` cannot be read and may hold its pods")
    evidence = proof_of_orphan(service, world)
    if isinstance(evidence, NearLabel) and _is_plain_slip(evidence, own):
        return Broken(evidence)
    doubt = _doubt(own, selector, world)
    if doubt is not None:
        return Unverifiable(doubt)
    if evidence is not None:
        return Broken(evidence)
    opaque = world.opaque_neighbour(own)
    if opaque is not None:
        return Unverifiable(f"{opaque.what} may deploy its pods")
    return Unverifiable("no pod template matches it, and none is known that should")


def _is_plain_slip(evidence: NearLabel, own: Resource) -> bool:
    """Whether a near label is proof enough against all doubt.

    It is in the Service's own file, where both were written together, or in its folder if nobody sets it at run time.
    """
    requirement, distance = evidence.requirement, nearness(own.path, evidence.pod.resource.path)
    is_written = runtime_label(requirement.key, requirement.values[0]) is None
    return distance <= (Nearness.SAME_FOLDER if is_written else Nearness.SAME_FILE)


def _doubt(own: Resource, selector: Selector, world: World) -> str | None:
    unreadable = world.unreadable_near(own, Nearness.ADJACENT, [each.values[0] for each in selector.requirements])
    if unreadable is not None:
        return f"`{unreadable.path}` cannot be read and may hold its pods"
    for requirement in selector.requirements:
        runtime = runtime_label(requirement.key, requirement.values[0])
        if runtime is not None:
            return f"label `{requirement}` is set by {runtime.by}"
    return None
