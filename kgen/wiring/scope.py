"""What a cluster may apply together: namespaces, and how near files stand to each other."""

from enum import IntEnum


class Nearness(IntEnum):
    """How near two files are, the nearest first.

    Adjacent folders are at most two steps apart: parent, child, grandchild, sibling (`svc/` beside `deploy/`).
    """

    SAME_FILE = 0
    SAME_FOLDER = 1
    ADJACENT = 2
    ELSEWHERE = 3


def nearness(path: str, other: str) -> Nearness:
    """How near two files of the repository are."""
    if path == other:
        return Nearness.SAME_FILE
    folder, other_folder = path.split("/")[:-1], other.split("/")[:-1]
    if folder == other_folder:
        return Nearness.SAME_FOLDER
    shared = 0
    for step, other_step in zip(folder, other_folder, strict=False):
        if step != other_step:
            break
        shared += 1
    apart = len(folder) + len(other_folder) - 2 * shared
    return Nearness.ADJACENT if apart <= 2 else Nearness.ELSEWHERE


def may_share_namespace(namespace: str | None, other: str | None) -> bool:
    """Whether two namespaces can be one: an unknown one can be any, and so can the one that a unit is applied to."""
    return not namespace or not other or namespace == other


def surely_share_namespace(namespace: str | None, other: str | None) -> bool:
    """Whether two namespaces are known and one."""
    return namespace is not None and namespace == other
