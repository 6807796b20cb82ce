"""The baseline of a lint run: read, applied, and written where that is asked for."""

from __future__ import annotations

import os
from pathlib import Path

from kgen.cli.lint_paths import from_here
from kgen.errors import KgenError
from kgen.generate.atomic import write_atomically
from kgen.lint.baseline import Baseline, baseline_of, read_baseline
from kgen.record import replace
from kgen.report.summary_line import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from kgen.cli.lint_arguments import LintArguments
    from kgen.cli.lint_inputs import LintInput
    from kgen.config.model import Config
    from kgen.lint.check import Checked

Results = list[tuple["LintInput", "Checked"]]


def with_baseline(
    arguments: LintArguments, config: Config, results: Results, ran: Collection[str]
) -> tuple[Results, list[str]]:
    """The results with what the baseline lists suppressed, and lines to tell; `ran` are the names of rules.

    The baseline is of the whole repository, whatever part of it is reported.
    """
    if config.baseline is None:
        if arguments.update_baseline:
            raise KgenError("there is no baseline to update", "name its file with `--baseline FILE`")
        return results, []
    one, checked = _only(results, config.baseline, arguments, config)
    baseline, told = _baseline(config.baseline, checked, ran, arguments)
    return [(one, marked(checked, baseline))], told


def accepted(arguments: LintArguments, config: Config, results: Results) -> Baseline:
    """What the baseline lists before anything is mended; nothing without one, or where it is yet to be written."""
    if config.baseline is None:
        return Baseline({})
    _only(results, config.baseline, arguments, config)
    if not os.path.exists(config.baseline) and arguments.update_baseline:
        return Baseline({})
    return _existing(config.baseline)


def marked(checked: Checked, baseline: Baseline) -> Checked:
    """The same with what the baseline lists suppressed."""
    return replace(checked, findings=tuple(map(baseline.mark, checked.findings)))


def _only(results: Results, path: str, arguments: LintArguments, config: Config) -> tuple[LintInput, Checked]:
    if len(results) > 1:
        raise KgenError(f"a baseline is of one repository, and the paths lie in {len(results)}")
    ((one, checked),) = results
    inside = Path(os.path.realpath(path)).is_relative_to(one.repository.root.resolve())
    if arguments.baseline is None and not inside:
        raise KgenError(f"{config.place('baseline')}: `baseline` lies outside of the repository")
    return one, checked


def _baseline(
    path: str, checked: Checked, ran: Collection[str], arguments: LintArguments
) -> tuple[Baseline, list[str]]:
    name = _shown(path)
    if not os.path.exists(path) and arguments.update_baseline:
        baseline = baseline_of(checked.findings)
        _write(path, baseline)
        return baseline, [f"wrote {count(len(baseline.entries), 'finding')} to `{name}`\n"]
    baseline = _existing(path)
    stale = baseline.stale(checked.findings, ran)
    entries = f"{count(len(stale), 'entry', 'entries')} of `{name}`"
    if not stale:
        return baseline, []
    if not arguments.update_baseline:
        return baseline, [
            f"{entries} can go, as nothing matches any more; `--update-baseline` takes out what was mended\n"
        ]
    baseline = baseline.without(stale)
    _write(path, baseline)
    return baseline, [f"took out {entries}\n"]


def _existing(path: str) -> Baseline:
    name = _shown(path)
    if not os.path.exists(path):
        raise KgenError(f"there is no baseline `{name}`", "`--update-baseline` writes it")
    return read_baseline(_read(path, name), name)


def _shown(path: str) -> str:
    return from_here(Path(), os.path.realpath(path))


def _read(path: str, name: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KgenError(f"baseline `{name}` cannot be read: {error}") from None


def _write(path: str, baseline: Baseline) -> None:
    write_atomically(os.path.realpath(path), baseline.to_json())
