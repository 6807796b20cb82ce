"""Services whose selectors ask for labels that a kustomization put there, and that their pods do not get."""

from __future__ import annotations

from kgen.gitops.kustomization import is_kustomization_file
from kgen.kubernetes.selectors import Selector
from kgen.wiring.outcome import Unverifiable
from kgen.wiring.render_fault import NarrowedSelector
from kgen.wiring.scope import Nearness, nearness, surely_share_namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.kubernetes.selectors import Requirement
    from kgen.kubernetes.service import Service
    from kgen.wiring.reference import Selection
    from kgen.wiring.world import World

_LABELS = ("commonLabels", "labels[")


def narrowed_selectors(selections: Iterable[Selection], world: World) -> Iterator[NarrowedSelector]:
    """The Services that select no pods, and would if they asked for what they asked for at first."""
    for selection in filter(is_narrowed, selections):
        added = _added(selection)
        first = tuple(each for each in selection.selector.requirements if each not in added)
        pods = world.pods.selected_by(Selector(selection.place, first)) if first else ()
        pod = next((each for each in pods if _is_meant(selection.service, each, world)), None)
        if pod is not None:
            yield NarrowedSelector(selection.service, added, pod)


def is_narrowed(selection: Selection) -> bool:
    """Whether a selector asks for labels of a kustomization, and no pod is known that has them all."""
    return not selection.pods and isinstance(selection.outcome, Unverifiable) and bool(_added(selection))


def _added(selection: Selection) -> tuple[Requirement, ...]:
    return tuple(each for each in selection.selector.requirements if _is_added(each))


def _is_added(requirement: Requirement) -> bool:
    """Whether the labels of a kustomization, not a patch in it, put a requirement there."""
    node = requirement.node.written
    return is_kustomization_file(node.source.path) and node.path.startswith(_LABELS)


def _is_meant(service: Service, pod: PodTemplate, world: World) -> bool:
    own, other = service.resource, pod.resource
    if world.claims.reason(other.path) is not None:
        return False
    is_near = nearness(own.path, other.path) <= Nearness.ADJACENT
    return is_near or surely_share_namespace(world.namespace(own), world.namespace(other))
