"""Folders of paths that are relative to the repository's root and written with `/`."""

from collections.abc import Iterator


def folder_of(path: str) -> str:
    """`a/b` for `a/b/c.yaml` and for `a/b/c`; empty for the root's own."""
    return path.rpartition("/")[0]


def folders_above(path: str) -> Iterator[str]:
    """`a/b/`, `a/` and the empty text for `a/b/c.yaml`: every folder it lies in, the nearest first."""
    folder = path
    while "/" in folder:
        folder = folder_of(folder)
        yield f"{folder}/"
    yield ""
