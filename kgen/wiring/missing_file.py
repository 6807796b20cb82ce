"""Files and folders that a kustomization lists and that are not there."""

from collections.abc import Iterable, Iterator, Sequence

from kgen.discovery.folders import folder_of
from kgen.gitops.kustomization import Kustomization
from kgen.record import record
from kgen.repository import Repository
from kgen.spelling import close_matches
from kgen.syntax.node import Node

# In a folder of thousands of files whose kustomization lists as many others: a second's worth.
_COMPARISONS = 100_000


@record(eq=False)
class MissingFile:
    """An entry of a kustomization; `path` is what it names from the repository's root, `near` a file of a like name."""

    kustomization: Kustomization
    node: Node
    path: str
    near: str | None


def missing_files(repository: Repository) -> Iterator[MissingFile]:
    """What is listed and lies neither in the repository nor on disk.

    Paths out of the repository are not looked at. What git ignores may be made before kustomize runs, and so may
    everything of a kustomization that also lacks files which its ConfigMaps and Secrets are made from.
    """
    paths = [source.path for source in repository.sources]
    known = {*paths, *_folders(paths)}
    suspects = (each for each in repository.kustomizations if not known.issuperset(each.local))
    listed = ((each, node, path) for each in suspects for node, path in each.listed)
    absent = [entry for entry in listed if entry[2] not in known and _is_absent(repository, entry[2])]
    absent = [entry for entry in absent if not any(_is_absent(repository, path) for path in entry[0].generator_inputs)]
    ignored = repository.ignored(path for _, _, path in absent)
    nearest = _Nearest(paths)
    for each, node, path in absent:
        if path not in ignored:
            yield MissingFile(each, node, path, nearest.to(path))


def _folders(paths: Iterable[str]) -> set[str]:
    """Those of some files and all above them, the repository's own among them."""
    found = {""}
    for path in paths:
        folder = folder_of(path)
        while folder not in found:
            found.add(folder)
            folder = folder_of(folder)
    return found


def _is_absent(repository: Repository, path: str) -> bool:
    is_outside = path == ".." or path.startswith(("../", "/"))
    return not is_outside and not repository.lies_on_disk(path)


class _Nearest:
    """The path that was probably meant by a missing one: alike, and in the same folder or of the same name."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._by_folder: dict[str, list[str]] = {}
        self._by_name: dict[str, list[str]] = {}
        for path in paths:
            folder, _, name = path.rpartition("/")
            self._by_folder.setdefault(folder, []).append(path)
            self._by_name.setdefault(name, []).append(path)
        self._comparisons_left = _COMPARISONS

    def to(self, path: str) -> str | None:
        """None where nothing is near, or where too much was compared already."""
        folder, _, name = path.rpartition("/")
        among = [*self._by_folder.get(folder, ()), *self._by_name.get(name, ())]
        self._comparisons_left -= len(among)
        if self._comparisons_left < 0:
            return None
        return next(iter(close_matches(path, among, n=1, cutoff=0.85)), None)
