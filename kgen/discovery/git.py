"""What git knows of a work tree."""

from __future__ import annotations

import os

from kgen.config.find import repository_root
from kgen.discovery.program import path_to, printed_by
from kgen.errors import KgenError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess

# A repository's own settings may name programs to run; a listing needs none of them and no lock either.
_GIT = ("git", "--no-optional-locks", "-c", "core.fsmonitor=false")
_LIST_FILES = ("ls-files", "--cached", "--others", "--exclude-standard", "-z")
_LIST_UNTRACKED = (*_GIT, "ls-files", "--others", "--exclude-standard", "-z")
# Whatever the repository's own settings say: no program of theirs is run, and paths come whole.
_DIFF = (*_GIT, "diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--no-renames", "--no-relative")
_SINCE_FORK = (*_DIFF, "--ignore-submodules", "--merge-base", "--end-of-options")
_FETCH = "name a commit that is there with its history, such as `origin/main` after `git fetch`"
_CHECK_IGNORED = (*_GIT, "check-ignore", "--no-index", "--stdin", "-z")


def work_tree(folder: str) -> str | None:
    """The root of the git work tree that `folder` lies in."""
    return repository_root(os.path.realpath(folder))


def tracked_and_untracked(top: str) -> list[str] | None:
    """Every file of a work tree that git tracks or would track, relative to `top`, or None when it cannot."""
    listing = printed_by((*_GIT, "-C", top, *_LIST_FILES))
    return None if listing is None else _paths(listing)


def ignored_by_git(top: Path, paths: list[str]) -> frozenset[str]:
    """Those of the paths, relative to `top`, that a .gitignore file leaves out; none where git cannot be asked."""
    if not paths:
        return frozenset()
    asked = b"".join(os.fsencode(path) + b"\0" for path in paths)
    answer = _run(_CHECK_IGNORED, top, asked)
    return frozenset() if answer is None else frozenset(_paths(answer.stdout))


def changed_since(top: str, base: str) -> frozenset[str]:
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


def _run(command: tuple[str, ...], folder: str | Path, text: bytes) -> CompletedProcess[bytes] | None:
    import subprocess  # noqa: PLC0415 # 4 ms, for what few runs ask

    try:
        return subprocess.run(  # noqa: S603 - fixed arguments, no shell
            (path_to(command[0]), *command[1:]), cwd=folder, input=text, capture_output=True, check=False
        )
    except OSError:
        return None


def _paths(output: bytes) -> list[str]:
    return [os.fsdecode(path) for path in output.split(b"\0") if path]
