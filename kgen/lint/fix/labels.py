"""Fixes of selectors that are one label away from what they are meant for."""

from __future__ import annotations

from kgen.lint.fix.fix import Fix, unsafe
from kgen.syntax.edit.values import replace_key, replace_value
from kgen.wiring.workload import own_selector

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.kubernetes.selectors import Requirement


def near_label(requirement: Requirement, key: str, value: str, pod: PodTemplate | None = None) -> Fix | None:
    """The fix that asks for `key: value` instead, which `pod` has.

    None for an expression, which may list more values, and where the workload's own selector asks for the same: then
    it is the pod template that is wrong.
    """
    node = requirement.node
    if node.key != requirement.key or (pod is not None and _is_asked_by_workload(requirement, pod)):
        return None
    edit = replace_key(node, key) if key != requirement.key else replace_value(node, value)
    return unsafe(f"write `{key}: {value}`", edit)


def _is_asked_by_workload(requirement: Requirement, pod: PodTemplate) -> bool:
    own = own_selector(pod)
    asked = () if own is None else own.requirements
    return any((each.key, each.values) == (requirement.key, requirement.values) for each in asked)
