"""Which files a folder that is applied is made from."""

from __future__ import annotations

from kgen.gitops.inclusion import COMPONENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.gitops.flux.generated import Listing
    from kgen.gitops.kustomization import Kustomization


class MadeFrom:
    """The kustomizations of a repository by folder, and what they include."""

    def __init__(self, kustomizations: Iterable[Kustomization], listing: Listing) -> None:
        self._by_folder = {each.folder: each for each in kustomizations}
        self._listing = listing
        # what was found out already: overlays share bases, and are asked about again and again
        self._known_entries: dict[str, tuple[str, ...]] = {}
        self._known_inputs: dict[str, tuple[str, ...]] = {}
        self._known_files: dict[tuple[str, ...], frozenset[str]] = {}

    def outermost(self) -> set[str]:
        """The folders with a kustomization that no other kustomization includes."""
        every = self._by_folder.values()
        included = {path for each in every for path in self._entries(each.folder)}
        return {each.folder for each in every if each.folder not in included and not _is_component(each)}

    def includes(self, *folders: str) -> set[str]:
        """The folders with a kustomization that are built for folders, these among them if they have one."""
        return {each for each in self._reached(folders) if each in self._by_folder}

    def folder(self, *folders: str) -> frozenset[str]:
        """The files that folders are made from: those of their kustomizations, or of the ones that Flux makes."""
        if folders not in self._known_files:
            paths = {path for each in self._reached(folders) for path in self._inputs(each)}
            self._known_files[folders] = frozenset(paths.difference(folders))
        return self._known_files[folders]

    def _reached(self, folders: Iterable[str]) -> Iterator[str]:
        """Folders and files, each once."""
        pending = list(folders)
        seen = set(pending)
        while pending:
            each = pending.pop()
            yield each
            for path in self._entries(each):
                if path not in seen:
                    seen.add(path)
                    pending.append(path)

    def _entries(self, path: str) -> tuple[str, ...]:
        """What is applied for a folder; nothing for a file."""
        if path not in self._known_entries:
            found = self._by_folder.get(path)
            entries = self._listing.entries(path) if found is None else (*found.resources, *found.components)
            self._known_entries[path] = tuple(entries)
        return self._known_entries[path]

    def _inputs(self, path: str) -> tuple[str, ...]:
        """The files that are read for a folder besides its entries; a file itself."""
        if path not in self._known_inputs:
            found = self._by_folder.get(path)
            inputs = (path,) if found is None else (found.path, *found.fragments, *found.generator_inputs)
            self._known_inputs[path] = inputs
        return self._known_inputs[path]


def _is_component(kustomization: Kustomization) -> bool:
    kind = kustomization.node.get("kind")
    return kind is not None and kind.value == COMPONENT
