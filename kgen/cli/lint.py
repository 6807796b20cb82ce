"""`kgen lint`: read whole repositories, check their wiring, report what the given paths take part in."""

from __future__ import annotations

from contextlib import nullcontext
from time import perf_counter
from typing import TYPE_CHECKING

from kgen.cli.catalogue import rules
from kgen.cli.color import color_wanted
from kgen.cli.lint_arguments import read_arguments
from kgen.cli.lint_config import configuration
from kgen.cli.lint_inputs import lint_inputs
from kgen.cli.lint_notes import notes
from kgen.cli.lint_paths import from_here
from kgen.cli.lint_report import report_of, unignored
from kgen.cli.outputs import outputs
from kgen.cli.progress import Progress, progress_wanted
from kgen.cli.stdio import err, out
from kgen.lint.check import check
from kgen.lint.select import selected
from kgen.lint.severity import Severity
from kgen.report.style import COLORED, PLAIN
from kgen.syntax.display import visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from kgen.cli.lint_arguments import LintArguments
    from kgen.cli.lint_inputs import LintInput
    from kgen.config.model import Config
    from kgen.lint.check import Checked
    from kgen.lint.finding import Finding
    from kgen.lint.rule import Rule
    from kgen.lint.run import RuleFailure

Results = list[tuple["LintInput", "Checked"]]


def main(argv: list[str]) -> int:
    """Lint and return the exit code: 1 with a finding of the severity that fails, else 0."""
    started = perf_counter()
    arguments = read_arguments(argv)
    known = rules()
    config = configuration(arguments, known)
    wanted = outputs(arguments.output_format, arguments.output_file)
    if arguments.show_settings:
        return _show_settings(config)
    if arguments.show_files:
        return _show_files(lint_inputs(arguments, config))
    failures: list[RuleFailure] = []
    chosen = selected(known, config)
    results = _results(arguments, config, chosen, known, failures)
    results, told = _with_baseline(arguments, config, results, {rule.name for rule in chosen})
    report = report_of(results, chosen, arguments, perf_counter() - started)
    style = COLORED if color_wanted(arguments.color) else PLAIN
    root = str(results[0][0].repository.root) if len(results) == 1 else None
    for output in wanted:
        output.write(report, style, root)
    err(notes(arguments, results, report, told))
    _raise_first(failures)
    return int(not arguments.exit_zero and _fails(report.standing, Severity(config.fail_on)))


def _results(
    arguments: LintArguments,
    config: Config,
    chosen: Sequence[Rule],
    known: Sequence[Rule],
    failures: list[RuleFailure],
) -> Results:
    """Read and check, which is what takes long."""
    silent = arguments.quiet or arguments.no_progress or not progress_wanted()
    progress: AbstractContextManager[Progress | None] = nullcontext() if silent else Progress("reading files")
    with progress as shown:
        inputs = lint_inputs(arguments, config)
        if shown is not None:
            shown.say(f"checking {sum(len(one.repository.sources) for one in inputs)} files")
        results = [(one, check(chosen, one.repository, config, failures.append, known)) for one in inputs]
    return [(one, unignored(checked)) for one, checked in results] if arguments.no_ignores else results


def _with_baseline(
    arguments: LintArguments, config: Config, results: Results, ran: set[str]
) -> tuple[Results, list[str]]:
    if config.baseline is None and not arguments.update_baseline:
        return results, []
    from kgen.cli.lint_baseline import with_baseline  # noqa: PLC0415 # for those who have one

    return with_baseline(arguments, config, results, ran)


def _show_settings(config: Config) -> int:
    from kgen.config.show import as_written  # noqa: PLC0415 # not needed to lint
    from kgen.syntax.emit.yaml import to_yaml  # noqa: PLC0415

    out(f"# {config.path or 'no configuration file'}\n{to_yaml(as_written(config))}")
    return 0


def _show_files(inputs: Sequence[LintInput]) -> int:
    repositories = [one.repository for one in inputs]
    out("".join(f"{from_here(one.root, source.path)}\n" for one in repositories for source in one.sources))
    return 0


def _raise_first(failures: Sequence[RuleFailure]) -> None:
    """Name each rule that failed, with one file, and end the run as an internal error."""
    first = {failure.rule: failure.path for failure in reversed(failures)}
    for rule, path in sorted(first.items()):
        err(f"kgen: rule `{rule}` failed on {visible(path)}\n")
    if failures:
        raise failures[0].error


def _fails(findings: Sequence[Finding], threshold: Severity) -> bool:
    return any(finding.severity.at_least(threshold) for finding in findings)
