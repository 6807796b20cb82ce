"""The kustomization that Flux makes for a folder without one."""

from __future__ import annotations

from kgen.discovery.folders import folder_of, folders_above
from kgen.gitops.kustomize.files import KUSTOMIZATION_FILES
from kgen.gitops.kustomize.tree import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgen.syntax.node import Node

_MANIFESTS = (".yaml", ".yml")
# Left out of every artifact, of what can be YAML: https://fluxcd.io/flux/components/source/gitrepositories/#ignore-spec
_NO_MANIFESTS = (".sops.yaml", ".flux.yaml", ".goreleaser.yml", ".goreleaser.yaml")
_NO_FOLDERS = (".git", ".github", ".circleci")


class Listing:
    """The files of a repository, by the folders that they lie in."""

    def __init__(self, paths: Iterable[str]) -> None:
        every = sorted(paths)
        self._by_folder: dict[str, list[str]] = {}
        for path in every:
            for folder in folders_above(path):
                self._by_folder.setdefault(folder, []).append(path)
        self._with_kustomization = {folder_of(path) for path in every if _name(path) in KUSTOMIZATION_FILES}

    def has_kustomization(self, folder: str) -> bool:
        """Whether kustomize can build the folder by itself."""
        return folder in self._with_kustomization

    def folders(self) -> list[str]:
        """Every folder with a file in or below it, without the root."""
        return [folder.rstrip("/") for folder in self._by_folder if folder]

    def below(self, folder: str) -> list[str]:
        """The files in the folder and in all below it."""
        return self._by_folder.get(f"{folder}/" if folder else "", [])

    def entries(self, folder: str) -> list[str]:
        """What Flux applies of a folder: all manifests, and the folders with a kustomization instead of theirs."""
        found: dict[str, None] = {}
        for path in self.below(folder):
            built = self._outermost_built(folder, path)
            if built is not None:
                found.setdefault(built)
            elif _is_manifest(path):
                found.setdefault(path)
        return list(found)

    def _outermost_built(self, folder: str, path: str) -> str | None:
        above = [each.rstrip("/") for each in folders_above(path)]
        between = [each for each in reversed(above) if len(each) > len(folder)]
        return next((each for each in between if self.has_kustomization(each)), None)


def generated_kustomization(listing: Listing, folder: str, origin: Node) -> Value:
    """The kustomization that lists the entries of a folder; `origin` is what asks for it."""
    start = len(f"{folder}/") if folder else 0
    entries = [Value(f"./{path[start:]}", origin) for path in listing.entries(folder)]
    return Value({"resources": Value(entries, origin)}, origin)


def _is_manifest(path: str) -> bool:
    hidden = _name(path) in _NO_MANIFESTS or any(part in _NO_FOLDERS for part in path.split("/"))
    return path.endswith(_MANIFESTS) and not hidden


def _name(path: str) -> str:
    return path.rpartition("/")[2]
