"""What `kgen lint` tells beside its findings, on standard error."""

from __future__ import annotations

from collections import Counter

from kgen.cli.lint_paths import covers, from_here
from kgen.lint.unverified import unverified
from kgen.report.summary_line import summary_line
from kgen.syntax.display import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgen.cli.lint_arguments import LintArguments
    from kgen.cli.lint_inputs import LintInput
    from kgen.lint.check import Checked
    from kgen.report.report import Report


def notes(
    arguments: LintArguments, results: Sequence[tuple[LintInput, Checked]], report: Report, told: Sequence[str] = ()
) -> str:
    """The lines asked for, what else is to be told, and the summary; `--quiet` leaves what `--show-unverified` asks."""
    lines: list[str] = []
    if arguments.show_unverified:
        lines += [line for one, checked in results for line in _unverified(one, checked)]
    if arguments.quiet:
        return "".join(lines)
    lines += [line for one, _ in results for line in _nothing_read(one)]
    if arguments.statistics:
        lines += _statistics(report)
    lines += told
    return "".join((*lines, summary_line(report)))


def _unverified(one: LintInput, checked: Checked) -> Iterator[str]:
    root = one.repository.root
    for reference in unverified(checked.references):
        place = reference.place
        if one.scope.covers(str(root / place.path)):
            where = f"{from_here(root, place.path)}:{place.span}"
            yield f"{visible(f'{where}: unverifiable {place.message}: {reference.reason}')}\n"


def _nothing_read(one: LintInput) -> Iterator[str]:
    root, sources = one.repository.root, one.repository.sources
    asked = [path for path in one.scope.reported if path != str(root) or not sources]
    read = {str(root / source.path) for source in sources} if asked else set()
    for path in asked:
        if path not in read and not any(covers(path, source) for source in read):
            yield f"nothing to read in `{visible(from_here(root, path))}`: no manifest, or left out\n"


def _statistics(report: Report) -> Iterator[str]:
    by_rule = Counter((finding.rule, finding.severity) for finding in report.standing)
    for (rule, severity), number in sorted(by_rule.items(), key=lambda one: (-one[1], one[0])):
        yield f"{number:5} {severity}[{rule}]\n"
