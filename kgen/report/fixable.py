"""How many findings could be mended."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.lint.fix.fix import Safety
    from kgen.report.report import Report


def fixable(report: Report, safety: Safety) -> int:
    """The number of findings that stand and have a fix of this kind."""
    return sum(finding.fix is not None and finding.fix.safety is safety for finding in report.standing)
