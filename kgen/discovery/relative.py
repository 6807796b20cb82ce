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
