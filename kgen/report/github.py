"""Workflow commands of GitHub Actions, which become annotations of a pull request.

The syntax and its escapes are those of the `@actions/core` package (command.ts).
"""

from __future__ import annotations

from kgen.lint.severity import Severity
from kgen.report.units import headline
from kgen.syntax.display import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.lint.finding import Finding
    from kgen.report.report import Report
    from kgen.report.style import Style

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, _style: Style) -> str:
    """One command a line; errors first, as GitHub shows no more than ten annotations of a kind for a step."""
    by_severity = sorted(report.standing, key=lambda finding: list(Severity).index(finding.severity))
    return "".join(f"{_command(finding)}\n" for finding in by_severity)


def _command(finding: Finding) -> str:
    span = finding.place.span
    properties = {
        "file": visible(finding.place.path),
        "line": str(span.line),
        "endLine": str(span.end_line),
        "col": str(span.column),
        "endColumn": str(span.end_column),
        "title": f"kgen ({finding.rule})",
    }
    if span.end_line != span.line:  # GitHub refuses columns of a stretch over several lines
        del properties["col"], properties["endColumn"]
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = _data("\n".join(filter(None, (visible(headline(finding)), visible(finding.help)))))
    return f"::{_COMMANDS[finding.severity]} {listed}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
