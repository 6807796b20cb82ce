"""Listing files where git cannot: every folder in turn, as its .gitignore files have it."""

from __future__ import annotations

import os

from kgen.pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from pathspec import GitIgnoreSpec

    from kgen.discovery.found import Unreadable

_MOUNT_POINT = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT, which `stat` has on Windows only
_VERSION_CONTROL = frozenset({".git", ".hg", ".svn", ".jj"})
# Four `*` in one name: matching takes time to the power of their number, and the file may be anybody's.
_ENDLESS = lazy_pattern(r"(?:^|/)[^/*]*(?:\*+[^/*]+){3}\*")
Ignoring = tuple[tuple[str, "GitIgnoreSpec"], ...]
"""The .gitignore files in force in a folder, outermost first, each with its own folder (`a/b/` or empty)."""


def walk(
    root: str | os.PathLike[str], wanted: Callable[[str], bool], ignore_file: str | None = ".gitignore"
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
            entries = _entries(f"{root}/{folder}")
        except OSError as error:
            problems.append(_unlisted(folder, error))
            continue
        ignoring = _with_own(outer, folder, entries, ignore_file)
        inner = [folder + entry.name + "/" for entry in entries if _is_folder(entry)]
        folders += [(path, ignoring) for path in inner if not _is_ignored(path, ignoring)]
        names = [folder + entry.name for entry in entries if not entry.is_dir(follow_symlinks=False)]
        files += [path for path in names if wanted(path) and not _is_ignored(path, ignoring)]
    return files, problems


def _unlisted(folder: str, error: OSError) -> Unreadable:
    from kgen.discovery.found import Unreadable  # noqa: PLC0415 - dataclasses are 6 ms, which few walks need

    return Unreadable(folder.rstrip("/") or ".", f"cannot be listed: {error.strerror}")


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as listing:
        return list(listing)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) and entry.name not in _VERSION_CONTROL and not _is_junction(entry)


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether a folder of Windows leads elsewhere, which is a link in all but Python's eyes."""
    return os.name == "nt" and getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _MOUNT_POINT


def _with_own(outer: Ignoring, folder: str, entries: list[os.DirEntry[str]], ignore_file: str | None) -> Ignoring:
    own = next((entry for entry in entries if entry.name == ignore_file), None)
    if own is None or not own.is_file(follow_symlinks=False):
        return outer
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - 10 ms, only outside of git

    try:
        with open(own.path, encoding="utf-8", errors="surrogateescape") as file:
            lines = file.read().splitlines()
        return (*outer, (folder, GitIgnoreSpec.from_lines(line for line in lines if not _ENDLESS.search(line))))
    except (OSError, ValueError):
        return outer  # what cannot be read or is no pattern ignores nothing, as for git


def _is_ignored(path: str, ignoring: Ignoring) -> bool:
    """The innermost .gitignore with an opinion decides."""
    for folder, spec in reversed(ignoring):
        verdict = spec.check_file(path[len(folder) :]).include
        if verdict is not None:
            return verdict
    return False
