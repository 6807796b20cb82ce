"""The way from a folder to a path, which between the drives of Windows there is none."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType


def relative(path: str, folder: str, system: ModuleType = os.path) -> str:
    """`path` as seen from `folder`, with `/`; whole where no way leads there.

    `system` is the module that knows the system's paths.
    """
    try:
        way: str = system.relpath(path, folder)
    except ValueError:  # another drive
        way = path
    return way.replace(system.sep, "/")


def may_be_named(path: str, system: ModuleType = os.path) -> bool:
    """Whether a path with `/`, relative to the root of a repository, can be one of its files on this system.

    For Windows `\\` and `:` may lead to another folder, drive or machine; none of its files has them in its name.
    """
    return system.sep == "/" or not ("\\" in path or ":" in path)
