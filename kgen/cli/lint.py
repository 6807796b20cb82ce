"""`kgen lint`: read whole repositories, check their wiring, report what the given paths take part in."""

from __future__ import annotations

from contextlib import nullcontext
from time import perf_counter

from kgen.cli.catalogue import rules
from kgen.cli.color import color_wanted
from kgen.cli.jobs import jobs
from kgen.cli.lint_arguments import read_arguments
from kgen.cli.lint_config import configuration
from kgen.cli.lint_deliver import NOTHING, deliver, exit_code_of_fixes
from kgen.cli.lint_fix import Fixes, fixed
from kgen.cli.lint_inputs import lint_inputs
from kgen.cli.lint_memory import Memory
from kgen.cli.lint_notes import notes
from kgen.cli.lint_paths import from_here
from kgen.cli.lint_report import report_of, unignored
from kgen.cli.outputs import outputs
from kgen.cli.progress import Progress, progress_wanted
from kgen.cli.stdio import err, out
from kgen.discovery.witness import Witness
from kgen.lint.check import check
from kgen.lint.select import selected
from kgen.lint.severity import Severity
from kgen.report.style import COLORED, PLAIN
from kgen.syntax.display import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from kgen.cli.cache_place import Slot
    from kgen.cli.lint_arguments import LintArguments
    from kgen.cli.lint_inputs import LintInput
    from kgen.cli.outputs import Output
    from kgen.config.model import Config
    from kgen.lint.check import Checked
    from kgen.lint.fix.trial import Lint
    from kgen.lint.rule import Rule
    from kgen.lint.run import RuleFailure
    from kgen.report.report import Report
    from kgen.repository import Repository

Results = list[tuple["LintInput", "Checked"]]


def main(argv: list[str], slot: Slot | None = None) -> int:
    """Lint and return the exit code: 1 with a finding of the severity that fails, else 0.

    What is printed is remembered in `slot`.
    """
    with Witness() as witness:
        return _lint(argv, slot, witness)


def _lint(argv: list[str], slot: Slot | None, witness: Witness) -> int:
    started = perf_counter()
    arguments = read_arguments(argv)
    memory = Memory(slot, arguments, witness)
    known = rules()
    config = configuration(arguments, known)
    wanted = outputs(arguments.output_format, arguments.output_file)
    if arguments.show_settings or arguments.show_files:
        return _show_settings(config) if arguments.show_settings else _show_files(lint_inputs(arguments, config))
    memory.rest_on(config)
    failures: list[RuleFailure] = []
    chosen = selected(known, config)
    results, fixes = _results(arguments, config, _linter(chosen, known, config, arguments, failures))
    delivered = NOTHING
    if arguments.mends:
        _raise_first(failures)
        delivered = deliver(arguments, fixes)
        if arguments.diff or arguments.fix_only:
            err("" if arguments.quiet else "".join(delivered.told))
            return exit_code_of_fixes(arguments, fixes, delivered)
    results, told = _with_baseline(arguments, config, results, {rule.name for rule in chosen})
    report = report_of(results, chosen, arguments, perf_counter() - started)
    shown = _print(arguments, wanted, results, report)
    said = notes(arguments, results, report, [*delivered.told, *told])
    err(said)
    _raise_first(failures)
    fails = any(finding.severity.at_least(Severity(config.fail_on)) for finding in report.standing)
    code = int(not arguments.exit_zero and (fails or exit_code_of_fixes(arguments, fixes, delivered) > 0))
    memory.keep([one for one, _ in results], config, (shown, said), report.summary.seconds, code)
    return code


def _linter(
    chosen: Sequence[Rule],
    known: Sequence[Rule],
    config: Config,
    arguments: LintArguments,
    failures: list[RuleFailure],
) -> Lint:
    processes = jobs()

    def lint(repository: Repository) -> Checked:
        checked = check(chosen, repository, config, failures.append, known, processes)
        return unignored(checked) if arguments.no_ignores else checked

    return lint


def _results(arguments: LintArguments, config: Config, lint: Lint) -> tuple[Results, Fixes]:
    """Read, check and mend in memory, which is what takes long."""
    silent = arguments.quiet or arguments.no_progress or not progress_wanted()
    progress: AbstractContextManager[Progress | None] = nullcontext() if silent else Progress("reading files")
    with progress as shown:
        inputs = lint_inputs(arguments, config)
        if shown is not None:
            shown.say(f"checking {sum(len(one.repository.sources) for one in inputs)} files")
        results = [(one, lint(one.repository)) for one in inputs]
        if not arguments.mends:
            return results, Fixes()
        if shown is not None:
            shown.say("mending")
        return _mended(arguments, config, results, lint)


def _mended(arguments: LintArguments, config: Config, results: Results, lint: Lint) -> tuple[Results, Fixes]:
    """Mend what no baseline accepts."""
    if config.baseline is None:
        return fixed(arguments, results, lint)
    from kgen.cli.lint_baseline import accepted, marked  # noqa: PLC0415 # for those who have one

    baseline = accepted(arguments, config, results)
    known = [(one, marked(checked, baseline)) for one, checked in results]
    return fixed(arguments, known, lambda repository: marked(lint(repository), baseline))


def _print(arguments: LintArguments, wanted: Sequence[Output], results: Results, report: Report) -> str:
    """Write the report and return what went to standard output.

    That holds the file itself where it came through standard input and was mended.
    """
    style = COLORED if color_wanted(arguments.color) else PLAIN
    root = str(results[0][0].repository.root) if len(results) == 1 else None
    shown: list[str] = []
    for output in wanted:
        if arguments.mends and arguments.is_stdin:
            output.write(report, PLAIN, root, err)
        else:
            output.write(report, style, root, shown.append)
    out("".join(shown))
    return "".join(shown)


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
    out("".join(f"{visible(from_here(one.root, source.path))}\n" for one in repositories for source in one.sources))
    return 0


def _raise_first(failures: Sequence[RuleFailure]) -> None:
    """Name each rule that failed, with one file, and end the run as an internal error."""
    first = {failure.rule: failure.path for failure in reversed(failures)}
    for rule, path in sorted(first.items()):
        err(f"kgen: rule `{rule}` failed on {visible(path)}\n")
    if failures:
        raise failures[0].error
