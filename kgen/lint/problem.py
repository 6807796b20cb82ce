"""What a rule yields: nodes and words; positions are looked up when the problem becomes a finding."""

from __future__ import annotations

from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.resource import Resource
    from kgen.lint.fix.fix import Fix
    from kgen.lint.severity import Severity
    from kgen.lint.spot import Spot
    from kgen.syntax.node import Node


@record
class Label:
    """Another place that takes part, and what is there; `on_key` points at the key instead of the value."""

    node: Node | Spot
    message: str
    on_key: bool = False


@record
class Problem:
    """Something wrong at `node`.

    `message` names the value, the place and the way out in one line; `label` is the short text at the carets.
    `resource` is the one at fault; without it, it is the one whose document holds `node`. `severity` is given where
    it is not that of the rule. `fix` is None where it is not clear what is meant, or where that cannot be written.
    """

    node: Node | Spot
    message: str
    related: tuple[Label, ...] = ()
    help: str = ""
    on_key: bool = False
    resource: Resource | None = None
    label: str = ""
    severity: Severity | None = None
    fix: Fix | None = None
