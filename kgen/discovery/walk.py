"""Listing files where git cannot: every folder in turn, as its .gitignore files have it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kgen.discovery.found import Unreadable

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_VERSION_CONTROL = frozenset({".git", ".hg", ".svn", ".jj"})
Ignoring = tuple[tuple[str, "GitIgnoreSpec"], ...]
"""The .gitignore files in force in a folder, outermost first, each with its own folder (`a/b/` or empty)."""


def walk(
    root: Path, wanted: Callable[[str], bool], ignore_file: str | None = ".gitignore"
) -> tuple[list[str], list[Unreadable]]:
    """The wanted files below `root`, relative to it with `/`, and the folders that could not be listed.

    Links to folders are not entered, so there are no loops. `ignore_file` is the name of the files that say what to
    leave out; None leaves out nothing.
    """
    files: list[str] = []
    problems: list[Unreadable] = []
    folders: list[tuple[str, Ignoring]] = [("", ())]
    while folders:
        folder, outer = folders.pop()
        try:
            entries = _entries(root / folder)
        except OSError as error:
            problems.append(Unreadable(folder.rstrip("/") or ".", f"cannot be listed: {error.strerror}"))
            continue
        ignoring = _with_own(outer, folder, entries, ignore_file)
        inner = [folder + entry.name + "/" for entry in entries if _is_folder(entry)]
        folders += [(path, ignoring) for path in inner if not _is_ignored(path, ignoring)]
        names = [folder + entry.name for entry in entries if not entry.is_dir(follow_symlinks=False)]
        files += [path for path in names if wanted(path) and not _is_ignored(path, ignoring)]
    return files, problems


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as listing:
        return list(listing)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) and entry.name not in _VERSION_CONTROL


def _with_own(outer: Ignoring, folder: str, entries: list[os.DirEntry[str]], ignore_file: str | None) -> Ignoring:
    own = next((entry for entry in entries if entry.name == ignore_file), None)
    if own is None or not own.is_file(follow_symlinks=False):
        return outer
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - 10 ms, only outside of git

    try:
        lines = Path(own.path).read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        return (*outer, (folder, GitIgnoreSpec.from_lines(lines)))
    except (OSError, ValueError):
        return outer  # what cannot be read or is no pattern ignores nothing, as for git


def _is_ignored(path: str, ignoring: Ignoring) -> bool:
    """The innermost .gitignore with an opinion decides."""
    for folder, spec in reversed(ignoring):
        verdict = spec.check_file(path[len(folder) :]).include
        if verdict is not None:
            return verdict
    return False
