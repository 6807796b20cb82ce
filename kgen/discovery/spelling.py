"""Names as folders list them: a file system may find them in another case, and Git and the cluster will not."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


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
