"""Finding the manifest files of a repository."""

import os
import stat
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

from kgen.config.model import Config
from kgen.discovery.found import Discovered, Unreadable
from kgen.discovery.listing import listing
from kgen.discovery.relative import relative
from kgen.discovery.witness import listed
from kgen.errors import KgenError

# Bytes; the largest manifest met in public repositories has 3.7 MB.
LARGEST_FILE = 50 * 2**20


def discover(root: Path, config: Config) -> Discovered:
    """Every manifest file of the repository that `root` lies in, or below `root` where there is none.

    Raise KgenError when `root` is no folder.
    """
    if not root.is_dir():
        raise KgenError(f"`{root}` is not a folder", "name a folder of the repository to be read")
    found = listing(str(root), respects_gitignore=config.respect_gitignore)
    listed(str(root), found)
    top, paths, unlisted = Path(found[0]), *found[1:]
    files, unread = _select(top, paths, config)
    return Discovered(top, tuple(files), tuple(sorted((*unlisted, *unread), key=attrgetter("path"))))


def _select(root: Path, paths: list[str], config: Config) -> tuple[list[str], list[Unreadable]]:
    """Which of the paths are to be read, and which of them cannot be."""
    is_excluded = _exclusion(root, config)
    files: list[str] = []
    problems: list[Unreadable] = []
    for path in paths:
        if is_excluded(path):
            continue
        reason = _reason_not_to_read(root, path)
        if reason is None:
            files.append(path)
        elif reason:
            problems.append(Unreadable(path, reason))
    return files, problems


def _exclusion(root: Path, config: Config) -> Callable[[str], bool]:
    """Whether a path is excluded: patterns are relative to the configuration's folder, without one to the root."""
    if not config.exclude:
        return lambda _path: False
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - 10 ms, for those who exclude something

    excluded = GitIgnoreSpec.from_lines(config.exclude)
    folder = Path(config.path).resolve().parent if config.path else root.resolve()
    if folder == root.resolve():
        return excluded.match_file
    return lambda path: excluded.match_file(relative(str(root.resolve() / path), str(folder)))


def _reason_not_to_read(root: Path, path: str) -> str | None:
    """None for a file to read; an empty reason for what is passed over silently."""
    try:
        status = os.lstat(f"{root}/{path}")  # a Path would take longer to make
    except (FileNotFoundError, NotADirectoryError):
        return ""  # deleted in the work tree, still in git's index
    except (OSError, ValueError) as error:
        return f"cannot be looked at: {_cause(error)}"
    if stat.S_ISLNK(status.st_mode):
        return _reason_not_to_follow(root, path)
    if stat.S_ISDIR(status.st_mode):
        return ""  # a submodule, which is a repository of its own
    if not stat.S_ISREG(status.st_mode):
        return "is not a regular file"
    if status.st_size > LARGEST_FILE:
        return f"has {status.st_size} bytes, more than the {LARGEST_FILE} that are read"
    return None


def _reason_not_to_follow(root: Path, path: str) -> str:
    """Links are never followed: a file inside is read where it stands, one outside is none of kgen's."""
    try:
        target = (root / path).resolve(strict=True)
    except (OSError, RuntimeError) as error:
        return f"is a link that leads nowhere: {_cause(error)}"
    return "" if target.is_relative_to(root.resolve()) else "is a link out of the repository"


def _cause(error: Exception) -> str:
    return error.strerror or type(error).__name__ if isinstance(error, OSError) else str(error)
