"""What of the results is reported."""

from __future__ import annotations

from kgen.cli.lint_paths import narrowed
from kgen.lint.check import summarize
from kgen.lint.finding import SuppressionKind
from kgen.lint.severity import Severity
from kgen.lint.summary import Summary
from kgen.record import replace
from kgen.report.report import Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.cli.lint_arguments import LintArguments
    from kgen.cli.lint_inputs import LintInput
    from kgen.lint.check import Checked
    from kgen.lint.finding import Finding
    from kgen.lint.rule import Rule


def unignored(checked: Checked) -> Checked:
    """The same with findings standing that comments or annotations turn off, as `--no-ignores` asks for."""
    return replace(checked, findings=tuple(map(_unignored, checked.findings)))


def report_of(
    results: Sequence[tuple[LintInput, Checked]], rules: Sequence[Rule], arguments: LintArguments, seconds: float
) -> Report:
    """The findings with a place in the paths given, of the severity asked for, and what was looked at."""
    lowest = Severity(arguments.min_severity or Severity.INFO)
    findings = [
        finding
        for one, checked in results
        for finding in narrowed(checked.findings, one.repository.root, one.scope)
        if finding.severity.at_least(lowest)
    ]
    summary = sum((_summary(one, checked) for one, checked in results), Summary(seconds=seconds))
    return Report(
        tuple(findings),
        summary,
        narrowed=any(one.is_narrowed for one, _ in results),
        rules={rule.name: rule for rule in rules},
    )


def _summary(one: LintInput, checked: Checked) -> Summary:
    """What was looked at, of the paths given: what lies elsewhere was read for its sake only."""
    if not one.is_narrowed:
        return checked.summary
    root = one.repository.root
    return summarize(
        one.repository, checked.references, checked.charts, lambda path: one.scope.covers(str(root / path))
    )


def _unignored(finding: Finding) -> Finding:
    accepted = finding.suppressed is None or finding.suppressed.kind is SuppressionKind.BASELINE
    return finding if accepted else replace(finding, suppressed=None)
