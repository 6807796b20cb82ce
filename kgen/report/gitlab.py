"""GitLab's Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format)."""

from __future__ import annotations

import json
from collections import Counter

from kgen.lint.severity import Severity
from kgen.report.units import headline
from kgen.syntax.display import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.lint.finding import Finding
    from kgen.report.findings_json import Json
    from kgen.report.report import Report
    from kgen.report.style import Style

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, _style: Style) -> str:
    """One JSON array, empty without findings."""
    seen: Counter[str] = Counter()
    issues: list[Json] = []
    for finding in report.standing:
        seen[finding.fingerprint] += 1
        issues.append(_issue(finding, seen[finding.fingerprint]))
    return json.dumps(issues, indent=2) + "\n"


def _issue(finding: Finding, occurrence: int) -> Json:
    """One issue; GitLab shows the first of those with the same fingerprint, which two repositories may give."""
    span = finding.place.span
    return {
        # GitLab shows no `check_name`, so the description begins with it.
        "description": f"{finding.rule}: {visible(headline(finding))}",
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint if occurrence == 1 else f"{finding.fingerprint}-{occurrence}",
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": visible(finding.place.path), "lines": {"begin": span.line, "end": span.end_line}},
    }
