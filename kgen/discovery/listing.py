"""Which manifest files a repository has, told from their names, before it is asked which of them are to be read."""

from __future__ import annotations

import os

from kgen.discovery.git import tracked_and_untracked, work_tree
from kgen.discovery.relative import relative
from kgen.discovery.walk import walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.discovery.found import Unreadable

    Listing = tuple[str, list[str], list[Unreadable]]

_SUFFIXES = (".yaml", ".yml")
_KUSTOMIZATION = "kustomization"  # kustomize also reads `Kustomization` without a suffix


def listing(root: str, *, respects_gitignore: bool) -> Listing:
    """The root of the repository, its manifest files relative to that and sorted, and folders that cannot be listed.

    In a git work tree these are the tracked and the untracked but not ignored files of the whole tree,
    whatever folder `root` is. Elsewhere, or when git lists nothing in `root` (an ignored folder), kgen walks
    the folders and reads their .gitignore files, or none where it `respects_gitignore` not.
    """
    top = work_tree(root)
    if not respects_gitignore:
        return _walked(top or root, ignore_file=None)
    if top is not None:
        listed = tracked_and_untracked(top)
        if listed is not None and _has_any_below(listed, _relative_folder(root, top)):
            return top, sorted(filter(is_manifest, set(listed))), []
    return _walked(root, ignore_file=".gitignore")


def is_manifest(path: str) -> bool:
    """Whether the name of a file says that it holds YAML."""
    name = path.rpartition("/")[2].lower()
    return name.endswith(_SUFFIXES) or name == _KUSTOMIZATION


def _walked(root: str, ignore_file: str | None) -> Listing:
    paths, problems = walk(root, is_manifest, ignore_file)
    return root, sorted(paths), problems


def _relative_folder(folder: str, top: str) -> str:
    way = relative(os.path.realpath(folder), os.path.realpath(top))
    return "" if way == "." else way + "/"


def _has_any_below(paths: list[str], folder: str) -> bool:
    return any(path.startswith(folder) for path in paths)
