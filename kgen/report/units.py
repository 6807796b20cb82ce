"""The units that a finding shows in, as words."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.lint.finding import Finding

_MOST_NAMED = 4


def in_units(finding: Finding) -> str:
    """`in overlays/dev, overlays/prod`, and those without it; empty for what is not rendered, or in one unit alone."""
    if len(finding.units) + len(finding.other_units) < 2:
        return ""
    without = f", not in {_names(finding.other_units)}" if finding.other_units else ""
    return f"in {_names(finding.units)}{without}"


def warning_of_fix(finding: Finding) -> str:
    """Which units a fix would change that do not show the finding; empty for none."""
    units = also_changed(finding)
    return f"the fix also changes {_names(units)}" if units else ""


def also_changed(finding: Finding) -> tuple[str, ...]:
    """The units that are made from the file that a fix changes, and that do not show the finding."""
    if finding.fix is None or all(edit.path != finding.place.path for edit in finding.fix.edits):
        return ()
    return finding.other_units


def _names(units: Sequence[str]) -> str:
    if len(units) <= _MOST_NAMED:
        return ", ".join(units)
    return f"{', '.join(units[: _MOST_NAMED - 1])} and {len(units) - _MOST_NAMED + 1} more"


def headline(finding: Finding) -> str:
    """The message in one line, with the units where the finding shows in some and not in others."""
    return f"{finding.message} ({in_units(finding)})" if finding.other_units else finding.message
