"""Where mended files go: into their places, if they are still what was read, or to standard output."""

from __future__ import annotations

import os

from kgen.cli.lint_paths import covers
from kgen.cli.stdio import out
from kgen.discovery.reading import read_bytes
from kgen.generate.atomic import replace_atomically
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kgen.cli.lint_arguments import LintArguments
    from kgen.cli.lint_fix import Change, Fixes


@record
class Delivered:
    """Lines to tell of what was mended, and whether every file could be written."""

    told: tuple[str, ...]
    is_complete: bool


NOTHING = Delivered((), is_complete=True)


def deliver(arguments: LintArguments, fixes: Fixes) -> Delivered:
    """Write what was mended, or print the difference or the file; raise KgenError where a file cannot be replaced."""
    told = tuple(fixes.told(arguments))
    if arguments.diff:
        out(fixes.difference())
    elif arguments.is_stdin:
        out(fixes.of_stdin().decode("utf-8", "surrogateescape"))
    else:
        left = tuple(_write(fixes.changes))
        return Delivered((*told, *left), is_complete=not left)
    return Delivered(told, is_complete=True)


def exit_code_of_fixes(arguments: LintArguments, fixes: Fixes, delivered: Delivered) -> int:
    """1 where a difference is shown or a file could not be written, and on request where anything was mended."""
    if arguments.diff:
        return int(bool(fixes.changes))
    return int(not delivered.is_complete or (arguments.exit_non_zero_on_fix and fixes.number > 0))


def _write(changes: Iterable[Change]) -> Iterator[str]:
    """Replace the files, and tell of each that is left alone."""
    for change in changes:
        reason = _reason_to_leave(change)
        if reason is None:
            replace_atomically(os.path.realpath(_path(change)), change.after.data)
        else:
            yield f"not written: `{change.path}` {reason}\n"


def _reason_to_leave(change: Change) -> str | None:
    """Why a file is not to be written: something else than what was read stands there, or leads out of the root."""
    path = _path(change)
    if not covers(os.path.realpath(change.root), os.path.realpath(path)):
        return "is outside of the repository"
    try:
        present = read_bytes(path)
    except OSError as error:
        return f"cannot be read any more: {error.strerror}"
    return None if present == change.before.data else "was changed in the meantime; run kgen again"


def _path(change: Change) -> Path:
    return change.root / change.before.path
