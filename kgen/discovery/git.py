"""What git knows of a work tree."""

import os
import subprocess
from pathlib import Path

from kgen.config.find import repository_root

# A repository's own settings may name programs to run; a listing needs none of them and no lock either.
_GIT = ("git", "--no-optional-locks", "-c", "core.fsmonitor=false")
_LIST_FILES = (*_GIT, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
_CHECK_IGNORED = (*_GIT, "check-ignore", "--no-index", "--stdin", "-z")


def work_tree(folder: Path) -> Path | None:
    """The root of the git work tree that `folder` lies in."""
    top = repository_root(str(folder.resolve()))
    return None if top is None else Path(top)


def tracked_and_untracked(top: Path) -> list[str] | None:
    """Every file of a work tree that git tracks or would track, relative to `top`, or None when it cannot."""
    listing = _run(_LIST_FILES, top, b"")
    return None if listing is None or listing.returncode else _paths(listing.stdout)


def ignored_by_git(top: Path, paths: list[str]) -> frozenset[str]:
    """Those of the paths, relative to `top`, that a .gitignore file leaves out; none where git cannot be asked."""
    if not paths:
        return frozenset()
    asked = b"".join(os.fsencode(path) + b"\0" for path in paths)
    answer = _run(_CHECK_IGNORED, top, asked)
    return frozenset() if answer is None else frozenset(_paths(answer.stdout))


def _run(command: tuple[str, ...], folder: Path, text: bytes) -> subprocess.CompletedProcess[bytes] | None:
    try:
        return subprocess.run(  # noqa: S603 - fixed arguments, no shell
            command, cwd=folder, input=text, capture_output=True, check=False
        )
    except OSError:
        return None


def _paths(output: bytes) -> list[str]:
    return [os.fsdecode(path) for path in output.split(b"\0") if path]
