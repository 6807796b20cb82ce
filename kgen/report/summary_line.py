"""The last line of a run: what was found and what was checked."""

from __future__ import annotations

from collections import Counter

from kgen.lint.finding import SuppressionKind
from kgen.lint.fix.fix import Safety
from kgen.lint.severity import Severity
from kgen.report.fixable import fixable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.lint.finding import Finding
    from kgen.lint.summary import Summary
    from kgen.report.report import Report


def summary_line(report: Report) -> str:
    """`Found 1 finding (1 error). Checked 3 files, 1 Service, 2 references: ... in 0.01 s.`"""
    summary = report.summary
    checked = ", ".join(
        (count(summary.files, "file"), count(summary.services, "Service"), _references(summary)),
    )
    where = " in the paths given" if report.narrowed else ""
    found = f"{_found(report.standing)}{where}{_suppressed(report)}"
    return f"{found}.{_fixable(report)} Checked {checked}{_unread(summary)} in {summary.seconds:.2f} s.\n"


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 file`, `2 files`; `plural` for a noun that takes another ending."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


def _found(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "No findings"
    by_severity = Counter(finding.severity for finding in findings)
    parts = [_of_severity(by_severity[severity], severity) for severity in Severity if by_severity[severity]]
    return f"Found {count(len(findings), 'finding')} ({', '.join(parts)})"


def _fixable(report: Report) -> str:
    """` 2 fixable with --fix, 1 more with --unsafe-fixes.`"""
    safe, unsafe = (fixable(report, safety) for safety in Safety)
    if not safe:
        return f" {unsafe} fixable with --fix --unsafe-fixes." if unsafe else ""
    return f" {safe} fixable with --fix{f', {unsafe} more with --unsafe-fixes' if unsafe else ''}."


def _suppressed(report: Report) -> str:
    """`, 3 suppressed, 12 in the baseline`."""
    kinds = [finding.suppressed.kind for finding in report.findings if finding.suppressed]
    accepted = kinds.count(SuppressionKind.BASELINE)
    written = len(kinds) - accepted
    return (f", {written} suppressed" if written else "") + (f", {accepted} in the baseline" if accepted else "")


def _of_severity(number: int, severity: Severity) -> str:
    return f"{number} info" if severity is Severity.INFO else count(number, severity)


def _references(summary: Summary) -> str:
    total = summary.verified + summary.broken + summary.unverifiable
    outcomes = f"{summary.verified} verified, {summary.broken} broken, {summary.unverifiable} unverifiable"
    return f"{count(total, 'reference')}: {outcomes}"


def _unread(summary: Summary) -> str:
    parts = []
    if summary.charts:
        parts.append(f"{count(summary.charts, 'chart')} not rendered")
    if summary.templates:
        parts.append(f"{count(summary.templates, 'template')} skipped")
    if summary.unreadable:
        parts.append(f"{count(summary.unreadable, 'document')} could not be read")
    if summary.undefined:
        parts.append(f"{count(summary.undefined, 'custom resource')} without a definition")
    return f" ({', '.join(parts)})" if parts else ""
