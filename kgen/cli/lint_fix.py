"""`kgen lint --fix`: mending in memory, and what is told of it."""

from __future__ import annotations

from kgen.cli.lint_inputs import LintInput
from kgen.cli.lint_paths import from_here, takes_part
from kgen.lint.fix.fix import Safety
from kgen.lint.severity import Severity
from kgen.record import record, replace
from kgen.report.summary_line import count
from kgen.report.units import warning_of_fix
from kgen.syntax.display import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kgen.cli.lint_arguments import LintArguments
    from kgen.lint.check import Checked
    from kgen.lint.finding import Finding
    from kgen.lint.fix.mend import Mended
    from kgen.lint.fix.trial import Lint
    from kgen.repository import Repository
    from kgen.syntax.source import Source

Results = list[tuple[LintInput, "Checked"]]


@record
class Change:
    """A file below `root` as it was read, and as it is to be."""

    root: Path
    before: Source
    after: Source

    @property
    def path(self) -> str:
        """Its path from the working directory."""
        return from_here(self.root, self.before.path)


@record
class Fixes:
    """What was mended in each repository, in memory."""

    mended: tuple[tuple[LintInput, Mended], ...] = ()

    @property
    def number(self) -> int:
        """How many findings were mended."""
        return sum(len(mended.fixed) for _, mended in self.mended)

    @property
    def changes(self) -> list[Change]:
        """The files to write."""
        return [change for one, mended in self.mended for change in _changes(one.repository, mended)]

    def difference(self) -> str:
        """What would change, as `diff -u` writes it, without the values of Secrets."""
        return "".join(_difference(change) for change in self.changes)

    def told(self, arguments: LintArguments) -> Iterator[str]:
        """Lines about what was mended, and what could not be."""
        for one, mended in self.mended:
            root = one.repository.root
            for finding in mended.fixed:
                warning = warning_of_fix(finding)
                if arguments.show_fixes or warning:
                    yield f"{_told(root, finding)}{f'; {visible(warning)}' if warning else ''}\n"
            for refused in mended.refused:
                yield f"not fixed: {_told(root, refused.finding)}: {visible(refused.reason)}\n"
        if self.number:
            verb = "would fix" if arguments.diff else "fixed"
            yield f"{verb} {count(self.number, 'finding')} in {count(len(self.changes), 'file')}\n"

    def of_stdin(self) -> bytes:
        """The file that came through standard input, as it is to be."""
        ((one, mended),) = self.mended
        (path,) = one.scope.reported
        root = one.repository.root
        sources = mended.state.repository.sources
        return next(source.data for source in sources if str(root / source.path) == path)


def fixed(arguments: LintArguments, results: Results, lint: Lint) -> tuple[Results, Fixes]:
    """The results once everything is mended that is asked for, and that; nothing is written."""
    from kgen.lint.fix.mend import mend  # noqa: PLC0415 # for those who mend
    from kgen.lint.fix.trial import State  # noqa: PLC0415

    mended = tuple(
        (one, mend(State(one.repository, checked), _wanted(arguments, one), lint)) for one, checked in results
    )
    after = [(LintInput(one.scope, each.state.repository), _without_refused(each)) for one, each in mended]
    return after, Fixes(mended)


def _wanted(arguments: LintArguments, one: LintInput) -> Callable[[Finding], bool]:
    """Whether a finding is reported and its fix is of a kind asked for; standard input is the only file then."""
    lowest = Severity(arguments.min_severity or Severity.INFO)
    root = one.repository.root

    def wanted(finding: Finding) -> bool:
        fix = finding.fix
        if fix is None or (fix.safety is Safety.UNSAFE and not arguments.unsafe_fixes):
            return False
        if arguments.is_stdin and not all(one.scope.covers(str(root / edit.path)) for edit in fix.edits):
            return False
        return finding.severity.at_least(lowest) and takes_part(finding, root, one.scope)

    return wanted


def _without_refused(mended: Mended) -> Checked:
    """What is left, with no fix where it was tried in vain."""
    refused = {(each.finding.fingerprint, each.finding.fix) for each in mended.refused}
    checked = mended.state.checked
    findings = (
        replace(each, fix=None) if (each.fingerprint, each.fix) in refused else each for each in checked.findings
    )
    return replace(checked, findings=tuple(findings))


def _changes(repository: Repository, mended: Mended) -> Iterator[Change]:
    pairs: Sequence[tuple[Source, Source]] = list(zip(repository.sources, mended.state.repository.sources, strict=True))
    for before, after in pairs:
        if before.data != after.data:
            yield Change(repository.root, before, after)


def _difference(change: Change) -> str:
    from kgen.cli.diff import diff  # noqa: PLC0415 # what only `--diff` needs
    from kgen.cli.secret_values import without_secret_values  # noqa: PLC0415

    before, after = (without_secret_values(each.undecoded_text) for each in (change.before, change.after))
    if before == after:
        return f"--- a/{change.path}\n+++ b/{change.path}\n# a Secret is changed, whose values are not shown\n"
    return diff(change.path, before, after)


def _told(root: Path, finding: Finding) -> str:
    where = f"{from_here(root, finding.place.path)}:{finding.place.span}"
    return visible(f"{where}: {finding.rule}: {finding.fix.message if finding.fix else ''}")
