"""Folders of paths that are relative to the repository's root and written with `/`."""

from functools import lru_cache

_MOST_REMEMBERED = 1 << 16  # folders


def folder_of(path: str) -> str:
    """`a/b` for `a/b/c.yaml` and for `a/b/c`; empty for the root's own."""
    return path.rpartition("/")[0]


def folders_above(path: str) -> tuple[str, ...]:
    """`a/b/`, `a/` and the empty text for `a/b/c.yaml`: every folder it lies in, the nearest first."""
    folder, slash, _ = path.rpartition("/")
    return _with_those_above(folder) if slash else ("",)


@lru_cache(_MOST_REMEMBERED)
def _with_those_above(folder: str) -> tuple[str, ...]:
    return f"{folder}/", *folders_above(folder)
