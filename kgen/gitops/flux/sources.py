"""Where in the repository the paths of Flux Kustomizations lead."""

from __future__ import annotations

from posixpath import join, normpath

from kgen.discovery.folders import folders_above
from kgen.gitops.elsewhere import same_address
from kgen.gitops.fields import items, text
from kgen.gitops.flux.flux_kustomization import Reference, flux_kustomization
from kgen.gitops.kustomize.problem import Cause, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kgen.gitops.flux.flux_kustomization import FluxKustomization
    from kgen.kubernetes.resource import Resource
    from kgen.syntax.node import Node

_GROUP = "source.toolkit.fluxcd.io"
_GENERATOR = ("source.extensions.fluxcd.io", "ArtifactGenerator")
_GENERATED = "ExternalArtifact"
_GIT = "GitRepository"
_EVERYTHING = "/**"
_BOOTSTRAPPED = "flux-system"  # how `flux bootstrap` calls what it makes


class FluxSources:
    """The GitRepositories, OCIRepositories and Buckets of a repository, and which of them is that repository.

    That is known of the source of a Kustomization that applies the folder it is written in, as `flux bootstrap` makes
    them. Where it is not known, a source is taken for the repository if it has the path.
    """

    def __init__(self, written: Iterable[Resource], folder_at: Callable[[str], str | None]) -> None:
        """`folder_at` gives a folder of the repository as it is called there, None for none."""
        every = tuple(written)
        self._folder_at = folder_at
        self._addresses = {_reference(each): text(each.node, "spec", "url") for each in every if each.group == _GROUP}
        self._generators = [each for each in every if (each.group, each.kind) == _GENERATOR]
        kustomizations = (found for each in every if (found := flux_kustomization(each)) is not None)
        self._own = {found.source for found in kustomizations if self._applies_itself(found)}
        self._copied = [(each, *copy) for each in self._generators for copy in self._copied_by(each)]

    def folder(self, flux: FluxKustomization) -> str | Problem:
        """The folder that is applied, relative to the repository's root, or why there is none."""
        if "$" in flux.path:
            return Problem(f"the path `{flux.path}` holds a variable without a known value", flux.place, Cause.REMOTE)
        path, source = normal(flux.path), flux.source
        if source.kind == _GENERATED:
            return self._from_artifact(flux, path)
        if self._is_elsewhere(source, path):
            address = self._addresses.get(source, "")
            where = f"{source}, `{address}`" if address else str(source)
            return Problem(f"it applies another repository, {where}", flux.place, Cause.REMOTE)
        found = self._folder_at(path)
        return self._below_a_folder(flux, path) if found is None else found

    def chart_folder(self, source: Reference, path: str) -> str | None:
        """The folder that a path to a chart leads to in a source, None in another repository."""
        folder = normal(path)
        return None if "$" in path or self._is_elsewhere(source, folder) else folder

    def _applies_itself(self, flux: FluxKustomization) -> bool:
        path = normal(flux.path)
        if not path:
            return flux.resource.name == flux.source.name == _BOOTSTRAPPED
        return f"{path}/" in folders_above(flux.resource.path)

    def _is_elsewhere(self, source: Reference, path: str) -> bool:
        """Whether a source is sure to be another repository, or there is no reason to take it for this one."""
        address = self._addresses.get(source, "")
        if source in self._own:
            return False
        known = [found for own in self._own if (found := self._addresses.get(own))]
        if address and known:
            return not any(same_address(address, each) for each in known)
        return bool(address) and not path

    def _below_a_folder(self, flux: FluxKustomization, path: str) -> str | Problem:
        """An artifact may hold a folder of the repository only: one that the Kustomization itself is in, then."""
        found = None if flux.source.kind == _GIT or not path else self._near(path, flux.resource)
        if found is not None:
            return found
        if flux.source.kind == _GIT and flux.source in self._own:
            return Problem(f"the folder `{flux.path}` does not exist", flux.place, Cause.MISSING)
        return Problem(f"the folder `{flux.path}` of {flux.source} is not in this repository", flux.place, Cause.REMOTE)

    def _near(self, path: str, resource: Resource) -> str | None:
        """A folder of the path in one that holds the object."""
        below = (self._folder_at(above + path) for above in folders_above(resource.path))
        return next((folder for folder in below if folder is not None), None)

    def _from_artifact(self, flux: FluxKustomization, path: str) -> str | Problem:
        """The folder that an ArtifactGenerator copies to the path, as it is in the repository."""
        for generator, copied, target in self._copies(flux):
            if target and not f"{path}/".startswith(f"{target}/"):
                continue
            folder = self._near(normal(join(copied, path[len(target) :].strip("/"))), generator)
            if folder is not None:
                return folder
        message = f"the folder `{flux.path}` of {flux.source} cannot be traced to one of this repository"
        return Problem(message, flux.place, Cause.REMOTE)

    def _copies(self, flux: FluxKustomization) -> list[tuple[Resource, str, str]]:
        """Folders and where in the artifact a generator copies them to, one beside the Kustomization first."""
        wanted = flux.source.name
        found = [(generator, copied, target) for generator, name, copied, target in self._copied if name == wanted]
        return sorted(found, key=lambda each: not _is_beside(each[0], flux.resource))

    def _copied_by(self, generator: Resource) -> Iterator[tuple[str, str, str]]:
        """The names of a generator's artifacts, each with a folder and where the artifact has it."""
        sources = items(generator.node, "spec", "sources")
        local = {text(each, "alias") for each in sources if self._is_local(each, generator)}
        for artifact in items(generator.node, "spec", "artifacts"):
            name = text(artifact, "name")
            for copy in items(artifact, "copy"):
                yield from ((name, *each) for each in _copied(copy, local))

    def _is_local(self, source: Node, generator: Resource) -> bool:
        namespace = text(source, "namespace") or generator.namespace or ""
        return not self._is_elsewhere(Reference(text(source, "kind"), namespace, text(source, "name")), ".")


def normal(path: str) -> str:
    """A path in a source as a folder of the repository, empty for its root."""
    folder = normpath(path.strip().lstrip("/") or ".")
    return "" if folder == "." else folder


def _reference(resource: Resource) -> Reference:
    return Reference(resource.kind, resource.namespace or "", resource.name)


def _is_beside(one: Resource, other: Resource) -> bool:
    return one.path.rpartition("/")[0] == other.path.rpartition("/")[0]


def _copied(copy: Node, local: set[str]) -> Iterator[tuple[str, str]]:
    """`@alias/apps/**` to `@artifact/` as `apps` and an empty text."""
    alias, _, origin = text(copy, "from").removeprefix("@").partition("/")
    target = text(copy, "to").removeprefix("@artifact").strip("/")
    if alias in local and f"/{origin}".endswith((_EVERYTHING, "/")):
        yield f"/{origin}".removesuffix(_EVERYTHING).strip("/"), target
