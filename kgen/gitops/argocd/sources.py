"""Where in the repository the sources of Argo CD Applications lead."""

from __future__ import annotations

from kgen.discovery.folders import folders_above
from kgen.gitops.argocd.application import application, is_filled_in
from kgen.gitops.elsewhere import same_address
from kgen.gitops.flux.sources import normal
from kgen.gitops.kustomize.problem import Cause, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kgen.gitops.argocd.application import ApplicationSource
    from kgen.kubernetes.resource import Resource


class ArgoSources:
    """Which addresses mean the repository itself.

    That is known of an Application that applies the folder it is written in. Where it is not known of any, a source is
    taken for the repository if it has the path.
    """

    def __init__(self, written: Iterable[Resource], folder_at: Callable[[str], str | None]) -> None:
        """`folder_at` gives a folder of the repository as it is called there, None for none."""
        self._folder_at = folder_at
        self._own = [
            source.address
            for each in written
            if (found := application(each)) is not None
            for source in found.sources
            if normal(source.path) and f"{normal(source.path)}/" in folders_above(each.path)
        ]

    def folder(self, source: ApplicationSource) -> str | Problem:
        """The folder that is applied, relative to the repository's root, or why there is none."""
        if is_filled_in(source.path) or is_filled_in(source.address):
            return Problem(f"the path `{source.path}` is filled in elsewhere", source.place, Cause.REMOTE)
        if source.chart:
            return Problem(f"the chart `{source.chart}` is from `{source.address}`", source.place, Cause.REMOTE)
        path = normal(source.path)
        if not self.is_here(source.address) or (not path and not self._own):
            return Problem(f"it applies another repository, `{source.address}`", source.place, Cause.REMOTE)
        folder = self._folder_at(path)
        if folder is not None:
            return folder
        message = f"the folder `{source.path}` of `{source.address}` is not in this repository"
        return Problem(message, source.place, Cause.REMOTE)

    def is_here(self, address: str) -> bool:
        """Whether an address may mean the repository."""
        return not self._own or any(same_address(address, each) for each in self._own)
