"""Paths given to `kgen lint`: which repositories to read, and what of them to report."""

from __future__ import annotations

import os
from pathlib import Path

from kgen.config.find import repository_root
from kgen.discovery.names import spelled
from kgen.discovery.relative import relative
from kgen.errors import KgenError
from kgen.lint.moved import moved
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kgen.lint.finding import Finding, Place


@record
class Scope:
    """A repository to read, and the files and folders in it to report on, all as absolute paths.

    `start` is the repository or a folder of it: discovery climbs to the root, unless git ignores that folder.
    """

    start: Path
    reported: tuple[str, ...]

    def covers(self, path: str) -> bool:
        """Whether findings at an absolute path are reported."""
        return any(covers(one, path) for one in self.reported)


def covers(one: str, path: str) -> bool:
    """Whether an absolute path is `one`, or lies below it."""
    return path == one or path.startswith(os.path.join(one, ""))


def scopes(paths: Sequence[str]) -> list[Scope]:
    """The repositories that the paths lie in; raise KgenError for a path that does not exist."""
    existing = [_existing(path) for path in paths]
    reported: dict[str, list[str]] = {}
    for path in existing:
        reported.setdefault(_root(path, existing), []).append(path)
    return [Scope(_start(root, below), tuple(below)) for root, below in reported.items()]


def stdin_scope(name: str) -> Scope:
    """The repository that a file of this name, which need not exist, lies in."""
    path = spelled(os.path.realpath(name))
    return Scope(Path(_root(path, ())), (path,))


def narrowed(findings: Iterable[Finding], root: Path, scope: Scope) -> list[Finding]:
    """The findings with any place in the scope, with paths relative to the working directory."""
    return [_from_here(finding, root) for finding in findings if takes_part(finding, root, scope)]


def takes_part(finding: Finding, root: Path, scope: Scope) -> bool:
    """Whether any place of a finding is in the scope."""
    return any(scope.covers(_absolute(root, place)) for place in finding.places)


def from_here(root: Path, path: str) -> str:
    """A path below `root` relative to the working directory, with `/`; absolute where that cannot be."""
    return relative(str(root / path), os.path.realpath("."))


def _existing(path: str) -> str:
    if not os.path.exists(path):
        raise KgenError(f"no such file or directory: {path}")
    return spelled(os.path.realpath(path))


def _root(path: str, given: Sequence[str]) -> str:
    """The repository that a path lies in; outside of git the outermost folder given, else its own folder."""
    folder = _folder(path)
    around = (other for other in sorted(given, key=len) if covers(other, folder))
    return repository_root(folder) or next(around, folder)


def _start(root: str, below: Sequence[str]) -> Path:
    return Path(_folder(below[0]) if len(below) == 1 else root)


def _folder(path: str) -> str:
    return path if os.path.isdir(path) else os.path.dirname(path)


def _absolute(root: Path, place: Place) -> str:
    return str(root / place.path)


def _from_here(finding: Finding, root: Path) -> Finding:
    return moved(finding, lambda path: from_here(root, path))
