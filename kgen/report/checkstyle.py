"""Checkstyle's XML, which reviewdog, Jenkins and many editors read."""

from __future__ import annotations

from itertools import groupby

from kgen.report.units import headline
from kgen.report.xml_elements import DECLARATION, element

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.lint.finding import Finding
    from kgen.report.report import Report
    from kgen.report.style import Style

_VERSION = "4.3"  # of the format, as those that read it expect it


def render(report: Report, _style: Style) -> str:
    """Findings by file."""
    by_file = groupby(report.standing, lambda finding: finding.place.path)
    files = [element("file", {"name": path}, map(_error, findings)) for path, findings in by_file]
    return DECLARATION + element("checkstyle", {"version": _VERSION}, files)


def _error(finding: Finding) -> str:
    span = finding.place.span
    return element(
        "error",
        {
            "line": str(span.line),
            "column": str(span.column),
            "severity": finding.severity,
            "message": headline(finding),
            "source": f"kgen.{finding.rule}",
        },
    )
