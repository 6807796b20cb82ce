"""Folders of a repository -> the objects that they stand for, with what Flux and Argo CD add to them."""

from __future__ import annotations

from posixpath import join, normpath

from kgen.gitops.argocd.directory import directory_files, directory_objects
from kgen.gitops.argocd.options import with_argo_options
from kgen.gitops.fields import written_value
from kgen.gitops.flux.generated import Listing, generated_kustomization
from kgen.gitops.flux.options import with_flux_options
from kgen.gitops.flux.post_build import with_common_metadata, with_variables
from kgen.gitops.helm.installed import InstalledCharts
from kgen.gitops.kustomize.build import Build, build, build_as
from kgen.gitops.kustomize.builder import Builder
from kgen.gitops.kustomize.files import Files
from kgen.gitops.kustomize.kustomization_file import read_kustomization, shape
from kgen.gitops.kustomize.problem import BuildError, Cause, Problem
from kgen.gitops.kustomize.resource import BuiltResource
from kgen.gitops.kustomize.shape import check_shape
from kgen.gitops.kustomize.tree import Value
from kgen.gitops.made_from import MadeFrom
from kgen.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kgen.gitops.argocd.application import Application, ApplicationSource
    from kgen.gitops.flux.envsubst import Variables
    from kgen.gitops.flux.flux_kustomization import FluxKustomization
    from kgen.gitops.helm.render import Helm
    from kgen.gitops.written import Written

_CHART_FILE = "Chart.yaml"


@record
class Rendered:
    """Objects, why they are not all, the files that they were made from, and the kustomizations that are included."""

    objects: tuple[Value, ...]
    problems: tuple[Problem, ...]
    sources: frozenset[str]
    includes: tuple[str, ...] = ()


class Renderer:
    """Renders folders of one repository; what several of them share is read and built once."""

    def __init__(self, written: Written, *, are_restricted: bool, helm: Helm | None = None) -> None:
        """`are_restricted` says that kustomizations may only load files from their own folders."""
        root, sources, documents = written.root, written.sources, written.documents
        self.listing = Listing(source.path for source in sources)
        self.made_from = MadeFrom(written.kustomizations, self.listing)
        self._builder = Builder(Files(root, sources, documents, are_restricted=are_restricted))
        self._folders: dict[str, str | None] = {}
        self.charts = InstalledCharts(helm, self._builder.files, sources)
        # Flux builds without load restrictions, as SecureBuild in fluxcd/pkg/kustomize says.
        self._flux_builder = (
            Builder(Files(root, sources, documents, are_restricted=False)) if are_restricted else self._builder
        )

    def folder(self, path: str) -> str | None:
        """Where a folder of the repository is, links followed; None where there is none, or only outside."""
        if path not in self._folders:
            self._folders[path] = self._folder(path)
        return self._folders[path]

    def _folder(self, path: str) -> str | None:
        files = self._builder.files
        try:
            found = files.resolve("", path or ".", None)
        except BuildError:
            return None
        return found if files.is_folder(found) else None

    def kustomization(self, folder: str) -> Rendered:
        """What `kustomize build` gives."""
        built = build(self._builder, folder)
        return self._made(built.resources, built.problems, folder)

    def flux(self, flux: FluxKustomization, folder: str, variables: Variables) -> Rendered:
        """What a Flux Kustomization applies of a folder."""
        built = self._flux_build(flux, folder)
        objects = with_common_metadata(with_variables(built.resources, variables), flux)
        components = [normpath(join(folder, each)) for each in flux.components]
        return self._made(tuple(objects), built.problems, folder, *components)

    def application(self, application: Application, folders: Iterable[tuple[ApplicationSource, str]]) -> Rendered:
        """What an Argo CD Application applies of folders, each of which one of its sources names."""
        parts = [self._argo_source(application, source, folder) for source, folder in folders]
        objects = [each for part in parts for each in part.objects]
        namespace = application.target_namespace
        if namespace is not None:
            objects = [_in_namespace(each, written_value(namespace)) for each in objects]
        problems = tuple(problem for part in parts for problem in part.problems)
        sources = frozenset().union(*(part.sources for part in parts))
        return Rendered(tuple(objects), problems, sources, tuple(each for part in parts for each in part.includes))

    def _made(
        self, objects: tuple[Value, ...], problems: tuple[Problem, ...], folder: str, *components: str
    ) -> Rendered:
        includes = self.made_from.includes(folder, *components) - {folder}
        return Rendered(objects, problems, self.made_from.folder(folder, *components), tuple(sorted(includes)))

    def _flux_build(self, flux: FluxKustomization, folder: str) -> Build:
        if self.listing.has_kustomization(folder):
            return _built_with(
                self._flux_builder, folder, lambda read: with_flux_options(read, flux, self._is_component_of(folder))
            )
        listed = generated_kustomization(self.listing, folder, flux.place.written)
        is_component = self._is_component_of(folder)
        built = _altered(self._flux_builder, listed, folder, lambda made: with_flux_options(made, flux, is_component))
        return Build(built.resources, tuple(_of_listed_file(each, flux) for each in built.problems))

    def _is_component_of(self, folder: str) -> Callable[[str], bool]:
        files = self._flux_builder.files

        def is_there(path: str) -> bool:
            try:
                return files.is_folder(files.resolve(folder, path, None))
            except BuildError:
                return False

        return is_there

    def _argo_source(self, application: Application, source: ApplicationSource, folder: str) -> Rendered:
        """As Argo CD detects them: a kustomization, else a chart, else a folder of manifests."""
        tool = source.tool
        if tool == "plugin":
            return _not_rendered(Problem("a plugin of Argo CD renders it", source.place, Cause.UNSUPPORTED))
        if tool == "kustomize" or (not tool and self.listing.has_kustomization(folder)):
            is_component = self._is_component_of(folder)
            built = _built_with(self._builder, folder, lambda read: with_argo_options(read, source, is_component))
            return self._made(built.resources, built.problems, folder)
        chart_file = f"{folder}/{_CHART_FILE}" if folder else _CHART_FILE
        if tool == "helm" or (not tool and chart_file in self.listing.below(folder)):
            return self._chart(application, source, folder)
        try:
            paths = directory_files(self.listing, folder, source)
        except BuildError as error:
            return _not_rendered(error.problem)
        objects, problems = directory_objects(self._builder.files, paths, source)
        return Rendered(tuple(objects), tuple(problems), frozenset(paths))

    def _chart(self, application: Application, source: ApplicationSource, folder: str) -> Rendered:
        rendered = self.charts.application(application, source, folder)
        if rendered is None:
            reason = f"`{folder or '.'}` is a chart, for Helm to render"
            return _not_rendered(Problem(reason, source.place, Cause.UNSUPPORTED))
        return Rendered(rendered.objects, rendered.problems, rendered.sources)


def _built_with(builder: Builder, folder: str, alter: Callable[[Value], Value]) -> Build:
    try:
        kustomization = read_kustomization(builder.files, folder)
    except BuildError as error:
        return Build((), (error.problem,))
    return _altered(builder, kustomization, folder, alter)


def _altered(builder: Builder, kustomization: Value, folder: str, alter: Callable[[Value], Value]) -> Build:
    altered = alter(kustomization)
    try:
        check_shape(altered, shape("fields"), "")
    except BuildError as error:
        return Build((), (error.problem,))
    return build_as(builder, altered, folder)


def _of_listed_file(problem: Problem, flux: FluxKustomization) -> Problem:
    """A file that is no manifest stops Flux as well, unless something keeps it out of what Flux reads."""
    is_of_listing = problem.node is flux.place.written and problem.cause is Cause.REFUSED
    return replace(problem, cause=Cause.UNREADABLE) if is_of_listing else problem


def _not_rendered(problem: Problem) -> Rendered:
    return Rendered((), (problem,), frozenset())


def _in_namespace(value: Value, namespace: Value) -> Value:
    """Argo CD puts what names no namespace, and can have one, into that of the destination."""
    if value.text_at("metadata", "namespace") or BuiltResource(value).gvk.is_cluster_scoped:
        return value
    metadata = value.get("metadata") or Value({}, value.origin)
    fields = {**metadata.fields, "namespace": namespace}
    return Value({**value.fields, "metadata": Value(fields, metadata.origin)}, value.origin)
