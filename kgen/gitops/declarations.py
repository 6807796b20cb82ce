"""The objects that ask for others to be applied, and the folders that they mean as far as their text tells."""

from __future__ import annotations

from collections import defaultdict

from kgen.gitops.argocd.application import application
from kgen.gitops.argocd.applicationset import is_application_set
from kgen.gitops.argocd.sources import ArgoSources
from kgen.gitops.flux.flux_kustomization import flux_kustomization
from kgen.gitops.flux.sources import FluxSources
from kgen.gitops.releases import is_release

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kgen.gitops.rendering import Renderer
    from kgen.kubernetes.resource import Resource


class Declarations:
    """Those that are written in a repository."""

    def __init__(self, written: Sequence[Resource], renderer: Renderer) -> None:
        self.every = [each for each in written if is_declaration(each)]
        self.flux_sources = FluxSources(written, renderer.folder)
        self.argo_sources = ArgoSources(written, renderer.folder)
        self._made_from = renderer.made_from
        self._folders = {each: self._folders_of(each) for each in self.every}
        self._paths = {each.path for each in self.every if not is_release(each)}
        self._appliers: dict[str, set[str]] = defaultdict(set)
        for folder in self.named:
            for path in self._made_from.folder(folder):
                self._appliers[path].add(folder)

    @property
    def named(self) -> set[str]:
        """The folders that any of them applies."""
        return {folder for folders in self._folders.values() for folder in folders}

    @property
    def ask_for_variables(self) -> bool:
        """Whether what is applied gives values to variables in something else."""
        found = (flux_kustomization(each) for each in self.every)
        return any(flux is not None and flux.substitutes_from for flux in found)

    def entry_points(self) -> set[str]:
        """The folders with a kustomization that nothing else applies or includes."""
        applied = {each for folder in self.named for each in self._made_from.includes(folder)}
        return self._made_from.outermost() - applied

    def roots(self) -> list[Resource]:
        """Those that only a person applies: no kustomization and none of the others has their file."""
        by_hand = {path for folder in self.entry_points() for path in self._made_from.folder(folder)}
        return [
            each
            for each in self.every
            if each.path not in by_hand and self._appliers[each.path] <= set(self._folders[each])
        ]

    def lead_on(self, folders: Iterable[str]) -> bool:
        """Whether any of them is written in the folders, as they are applied."""
        return not all(self._paths.isdisjoint(self._made_from.folder(folder)) for folder in folders)

    def folders(self, resource: Resource) -> list[str]:
        """The folders of the repository that one of them, or one that was made for a cluster, applies."""
        known = self._folders.get(resource)
        return self._folders_of(resource) if known is None else known

    def _folders_of(self, resource: Resource) -> list[str]:
        flux, found = flux_kustomization(resource), application(resource)
        paths = [] if flux is None else [self.flux_sources.folder(flux)]
        if found is not None:
            paths += [self.argo_sources.folder(source) for source in found.sources if not source.only_lends_files]
        return [path for path in paths if isinstance(path, str)]


def is_declaration(resource: Resource) -> bool:
    """Whether an object asks for others to be applied, and is no patch of one that does."""
    if flux_kustomization(resource) is not None or application(resource) is not None:
        return True
    return is_application_set(resource) or is_release(resource)
