"""What is applied to which cluster: from the objects that a person applies to what these ask for, and so on."""

from __future__ import annotations

from collections import defaultdict, deque
from functools import partial
from operator import attrgetter

from kgen.discovery.folders import folder_of
from kgen.gitops.argocd.application import application
from kgen.gitops.argocd.applicationset import Generators, is_application_set
from kgen.gitops.clusters import cluster_in, cluster_of
from kgen.gitops.declarations import Declarations, is_declaration
from kgen.gitops.flux.flux_kustomization import flux_kustomization
from kgen.gitops.flux.substitutes import is_source, matching, variables_of
from kgen.gitops.helm.flux_release import chart_source
from kgen.gitops.kustomize.problem import BuildError, Problem
from kgen.gitops.plan import Promise
from kgen.gitops.releases import release_unit
from kgen.gitops.rendered import rendered_resources
from kgen.gitops.rendering import Rendered
from kgen.gitops.unit import Unit, UnitKind
from kgen.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from kgen.gitops.argocd.application import Application
    from kgen.gitops.flux.flux_kustomization import FluxKustomization, Reference
    from kgen.gitops.plan import PlannedUnit
    from kgen.gitops.rendering import Renderer
    from kgen.kubernetes.resource import Resource
    from kgen.syntax.node import Node

_MOST_UNITS = 20_000
_DEEPEST = 8  # objects that ask for others that ask for others: four are common, and variables can make more for ever


@record(eq=False)
class _Task:
    """An object that asks for others, in a cluster."""

    resource: Resource
    cluster: str
    parent: Unit | None


class Applied:
    """Follows the objects of Flux and Argo CD, and renders what they apply, once for each cluster."""

    def __init__(self, renderer: Renderer, written: Sequence[Resource]) -> None:
        self._renderer = renderer
        self._declarations = Declarations(written, renderer)
        self._generators = Generators(renderer.listing.folders(), self._declarations.argo_sources.is_here)
        self._written_sources = [each for each in written if is_source(each)]
        self._sources: dict[str, list[Resource]] = defaultdict(list)
        self._pending: deque[_Task] = deque()
        self._seen: set[tuple[str, ...]] = set()
        self._seen_nodes: set[Node] = set()
        self._asks_for_variables = self._declarations.ask_for_variables
        self._asking = {each.path for each in self._declarations.every}
        self._units: list[Unit] = []
        self._promises: list[Promise] = []

    def units(self) -> list[PlannedUnit]:
        """Every unit, those that others are asked for in first; kustomizations that nothing names among them."""
        for folder in sorted(self._declarations.entry_points()):
            files = self._renderer.made_from.folder(folder)
            if self._stands_alone(folder, files):
                self._promises.append(Promise(folder or ".", folder, files, partial(self._by_hand, folder)))
            else:
                self._add(self._by_hand(folder))
        self._follow(self._declarations.roots())
        sure = {path for unit in self._units if unit.doubt is None for path in unit.sources}
        left = [each for each in self._declarations.every if each.node not in self._seen_nodes]
        self._follow(each for each in left if each.path not in sure)
        named = {unit.folder for unit in self._units if unit.declaration is not None and unit.resources}
        by_hand: list[PlannedUnit] = [unit for unit in self._units if unit.declaration is None]
        by_hand = [each for each in (*by_hand, *self._promises) if each.folder not in named]
        asked_for = [unit for unit in self._units if unit.declaration is not None]
        return [*sorted(by_hand, key=attrgetter("folder")), *asked_for]

    def _stands_alone(self, folder: str, files: Set[str]) -> bool:
        """Whether a kustomization of some files neither asks for others nor can have a say in what another unit is."""
        has_a_say = self._asks_for_variables or bool(cluster_in(folder))
        return not has_a_say and self._asking.isdisjoint(files)

    def _by_hand(self, folder: str) -> Unit:
        """A kustomization that nothing names."""
        rendered = self._renderer.kustomization(folder)
        unit = _unit(rendered, folder or ".", UnitKind.KUSTOMIZATION, folder)
        leads_on = any(is_declaration(each) and self._leads_on(each) for each in unit.resources)
        return replace(unit, cluster=cluster_of(folder) if leads_on else cluster_in(folder))

    def _follow(self, roots: Iterable[Resource]) -> None:
        """Render what objects ask for that a person applies, and all that this asks for."""
        for each in roots:
            self._ask(each, self._cluster_by_hand(each), None)
        waiting: deque[_Task] = deque()
        while self._pending or waiting:
            if not self._pending:
                self._perform(waiting.popleft())
            elif self._has_variables(self._pending[0]):
                self._perform(self._pending.popleft())
            else:
                waiting.append(self._pending.popleft())

    def _cluster_by_hand(self, resource: Resource) -> str:
        """The cluster that a person applies an object to; empty where nothing else shows what goes there too."""
        folders = (folder_of(resource.path), *self._declarations.folders(resource))
        return cluster_of(*folders) if self._leads_on(resource) else cluster_in(*folders)

    def _leads_on(self, resource: Resource) -> bool:
        """Whether it is of Flux and applies a folder of the repository, or an Application that asks for others there.

        Flux works in one cluster, while of Applications each may be meant for another one.
        """
        folders = self._declarations.folders(resource)
        is_flux = flux_kustomization(resource) is not None
        return bool(folders) and (is_flux or self._declarations.lead_on(folders))

    def _ask(self, resource: Resource, cluster: str, parent: Unit | None) -> None:
        identity = cluster, resource.group, resource.kind, resource.namespace or "", resource.name
        self._seen_nodes.add(resource.node.written)
        is_bounded = len(self._units) + len(self._pending) < _MOST_UNITS and _depth(parent) < _DEEPEST
        if identity not in self._seen and is_bounded:
            self._seen.add(identity)
            self._pending.append(_Task(resource, cluster, parent))

    def _add(self, unit: Unit) -> None:
        self._units.append(unit)
        for each in unit.resources:
            if is_source(each):
                self._sources[unit.cluster].append(each)
            if is_declaration(each):
                self._ask(each, unit.cluster, unit)

    def _has_variables(self, task: _Task) -> bool:
        """Whether all that defines the variables of a Flux Kustomization is applied by now, as far as it is written."""
        flux = flux_kustomization(task.resource)
        wanted = [] if flux is None else flux.substitutes_from
        written = (each for each in wanted if matching(each, self._written_sources))
        return all(matching(each, self._sources[task.cluster]) for each in written)

    def _perform(self, task: _Task) -> None:
        flux, found = flux_kustomization(task.resource), application(task.resource)
        if flux is not None:
            self._add(self._flux_unit(flux, task))
        elif found is not None:
            self._add(self._application_unit(found, task))
        elif is_application_set(task.resource):
            self._perform_set(task)
        else:
            self._add(self._release_unit(task))

    def _flux_unit(self, flux: FluxKustomization, task: _Task) -> Unit:
        folder = self._declarations.flux_sources.folder(flux)
        cluster = flux.remote_cluster or task.cluster
        if isinstance(folder, Problem):
            return _declared(_nothing([folder]), UnitKind.FLUX_KUSTOMIZATION, "", cluster, task)
        variables = variables_of(flux, lambda reference: self._found(reference, task.cluster))
        rendered = self._renderer.flux(flux, folder, variables)
        return _declared(rendered, UnitKind.FLUX_KUSTOMIZATION, folder, cluster, task)

    def _release_unit(self, task: _Task) -> Unit:
        """A HelmRelease; what it installs is known of a chart that lies in the repository."""
        unit, source = release_unit(task.resource, task.cluster, task.parent), chart_source(task.resource)
        folder = None if source is None else self._declarations.flux_sources.chart_folder(*source)
        rendered = None if folder is None else self._renderer.charts.release(task.resource, folder)
        if folder is None or rendered is None:
            return unit
        resources = rendered_resources(rendered.objects)
        return replace(unit, folder=folder, resources=resources, sources=rendered.sources, problems=rendered.problems)

    def _found(self, reference: Reference, cluster: str) -> Resource | None:
        """The ConfigMap or Secret that is applied to the cluster, or the only one that is written at all."""
        applied = matching(reference, self._sources[cluster])
        written = matching(reference, self._written_sources)
        return applied[-1] if applied else written[0] if len(written) == 1 else None

    def _application_unit(self, found: Application, task: _Task) -> Unit:
        parts = [
            (source, self._declarations.argo_sources.folder(source))
            for source in found.sources
            if not source.only_lends_files
        ]
        known = [(source, folder) for source, folder in parts if isinstance(folder, str)]
        rendered = self._renderer.application(found, known)
        problems = (*(folder for _, folder in parts if isinstance(folder, Problem)), *rendered.problems)
        cluster = found.cluster(task.cluster)
        folder = known[0][1] if known else ""
        return _declared(replace(rendered, problems=problems), UnitKind.APPLICATION, folder, cluster, task)

    def _perform_set(self, task: _Task) -> None:
        try:
            made = self._generators.applications(task.resource)
        except BuildError as error:
            rendered = _nothing([error.at(task.resource.node).problem])
            self._units.append(_declared(rendered, UnitKind.APPLICATION, "", task.cluster, task))
            return
        for each in made:
            self._ask(each, task.cluster, task.parent)


def _depth(unit: Unit | None) -> int:
    return 0 if unit is None else 1 + _depth(unit.parent)


def _nothing(problems: list[Problem]) -> Rendered:
    return Rendered((), tuple(problems), frozenset())


def _unit(rendered: Rendered, name: str, kind: UnitKind, folder: str) -> Unit:
    resources = rendered_resources(rendered.objects)
    sources = rendered.sources | {each.path for each in resources}
    return Unit(name, kind, folder, "", resources, sources, rendered.problems, includes=rendered.includes)


def _declared(rendered: Rendered, kind: UnitKind, folder: str, cluster: str, task: _Task) -> Unit:
    resource = task.resource
    return replace(
        _unit(rendered, resource.name, kind, folder),
        cluster=cluster,
        declaration=resource.node,
        namespace=resource.namespace or "",
        parent=task.parent,
    )
