"""What git knows of a work tree."""

import os
import subprocess
from pathlib import Path

from kgen.config.find import repository_root
from kgen.errors import KgenError

# A repository's own settings may name programs to run; a listing needs none of them and no lock either.
_GIT = ("git", "--no-optional-locks", "-c", "core.fsmonitor=false")
_LIST_FILES = (*_GIT, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
_LIST_UNTRACKED = (*_GIT, "ls-files", "--others", "--exclude-standard", "-z")
# Whatever the repository's own settings say: no program of theirs is run, and paths come whole.
_DIFF = (*_GIT, "diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--no-renames", "--no-relative")
_SINCE_FORK = (*_DIFF, "--ignore-submodules", "--merge-base", "--end-of-options")
_FETCH = "name a commit that is there with its history, such as `origin/main` after `git fetch`"
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


def changed_since(top: Path, base: str) -> frozenset[str]:
    """The files of a work tree, relative to `top`, that differ from where it left `base`, a commit; new ones too.

    Raise KgenError where git cannot tell.
    """
    difference = _run((*_SINCE_FORK, base, "--"), top, b"")
    if difference is None:
        raise KgenError("git cannot be run", "what has changed is asked of it")
    if difference.returncode:
        said = difference.stderr.decode(errors="replace").strip().splitlines()
        raise KgenError(f"git does not compare with `{base}`: {said[0] if said else 'it does not say why'}", _FETCH)
    untracked = _run(_LIST_UNTRACKED, top, b"")
    new = [] if untracked is None else _paths(untracked.stdout)
    return frozenset((*_paths(difference.stdout), *new))


def _run(command: tuple[str, ...], folder: Path, text: bytes) -> subprocess.CompletedProcess[bytes] | None:
    try:
        return subprocess.run(  # noqa: S603 - fixed arguments, no shell
            command, cwd=folder, input=text, capture_output=True, check=False
        )
    except OSError:
        return None


def _paths(output: bytes) -> list[str]:
    return [os.fsdecode(path) for path in output.split(b"\0") if path]
