"""Names of files as Git has them: the system may find them in another case, or take them for something else."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType


def may_be_named(path: str, system: ModuleType = os.path) -> bool:
    """Whether a path with `/`, relative to the root of a repository, can be one of its files on this system.

    For Windows `\\` and `:` may lead to another folder, drive or machine; none of its files has them in its name.
    `system` is the module that knows the system's paths.
    """
    return system.sep == "/" or not ("\\" in path or ":" in path)


def spelled(path: str, top: str = "") -> str:
    """A path that is there, with its names below `top` as their folders list them."""
    folder, name = os.path.split(path)
    if not name or path == top:
        return path
    if not _is_found_in_another_case(folder, name):
        return path
    return os.path.join(spelled(folder, top), listed_as(name, _names(folder)))


def listed_as(name: str, names: Iterable[str]) -> str:
    """A name as it is among others, else the one that is the same but for case and for how accents are composed."""
    known = list(names)
    if name in known:
        return name
    return next((each for each in known if _folded(each) == _folded(name)), name)


def _is_found_in_another_case(folder: str, name: str) -> bool:
    """Tell without listing a folder what all but ever holds: case makes a difference."""
    other = name.swapcase()
    return other == name or os.path.lexists(os.path.join(folder, other))


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder or os.curdir)
    except OSError:
        return []


def _folded(name: str) -> str:
    from unicodedata import normalize  # noqa: PLC0415 # for names that are not as they are listed

    return normalize("NFC", name).casefold()
