"""One line per finding: `path:line:column: severity[rule] message`."""

from __future__ import annotations

from kgen.report.units import headline
from kgen.syntax.display import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.lint.finding import Finding
    from kgen.report.report import Report
    from kgen.report.style import Style

LINE = r"^(.+?):(\d+):(\d+): (error|warning|info)\[([a-z0-9-]+)\] (.+)$"
"""What editors and problem matchers read a line with: path, line, column, severity, rule, message."""


def render(report: Report, style: Style) -> str:
    """Findings as editors and problem matchers read them."""
    return "".join(_line(finding, style) for finding in report.standing)


def _line(finding: Finding, style: Style) -> str:
    where = f"{visible(finding.place.path)}:{finding.place.span.line}:{finding.place.span.column}"
    kind = style.paint(finding.severity, f"{finding.severity}[{finding.rule}]")
    return f"{where}: {kind} {visible(headline(finding))}\n"
