"""Kustomizations that kustomize refuses to build."""

from __future__ import annotations

from kgen.gitops.kustomize.problem import Cause
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.gitops.unit import Unit
    from kgen.syntax.node import Node


@record(eq=False)
class RenderFailure:
    """What stands at `node` cannot be done, so `unit` is not applied; `reason` is a sentence without full stop."""

    unit: Unit
    node: Node
    reason: str
    resource: None = None


def render_failures(unit: Unit) -> Iterator[RenderFailure]:
    """What is wrong with a unit for sure, not only out of kgen's reach or for another rule to tell."""
    for problem in unit.problems:
        if problem.cause is Cause.REFUSED and problem.node is not None:
            yield RenderFailure(unit, problem.node, problem.message)
