"""Kustomizations -> what they come to: resources, generators, components, then transformers, as kustomize does."""

from collections.abc import Callable
from functools import partial

from kgen.gitops.kustomize.accumulation import Accumulation
from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.field_specs import default_field_specs, field_specs
from kgen.gitops.kustomize.files import KUSTOMIZATION_FILES, Files
from kgen.gitops.kustomize.generators import config_map, secret
from kgen.gitops.kustomize.inline import inline_values
from kgen.gitops.kustomize.kustomization_file import is_component, read_kustomization, shape
from kgen.gitops.kustomize.loader import Loader, values_of
from kgen.gitops.kustomize.objects import expanded_objects
from kgen.gitops.kustomize.plugins import run_generator, run_transformer
from kgen.gitops.kustomize.problem import BuildError, Cause
from kgen.gitops.kustomize.resource import BuiltResource
from kgen.gitops.kustomize.shape import check_shape
from kgen.gitops.kustomize.transform import transform
from kgen.gitops.kustomize.tree import Value, as_json
from kgen.gitops.kustomize.variables import bind_variables, joined_variables

_Run = Callable[[Accumulation, Value, Loader], None]

# Units come folder by folder, so those that share a base or a file are near each other.
_REMEMBERED_BASES = 512
_REMEMBERED_FILES = 2048

_NOT_BUILT = {
    "helmCharts": "charts are inflated by helm",
    "helmChartInflationGenerator": "charts are inflated by helm",
    "crds": "`crds` are not read yet",
    "openapi": "`openapi` is not read yet",
    "validators": "`validators` are not run",
}


class Builder:
    """Builds the kustomizations of a repository, each one that others include only once."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self._included: dict[str, Accumulation] = {}
        self._objects: dict[str, list[Value]] = {}

    def accumulate(self, kustomization: Value, folder: str) -> Accumulation:
        """What a kustomization comes to that is, or is taken for, the one of a folder.

        Raise BuildError for a variable that is there twice.
        """
        accumulation = Accumulation()
        self._accumulate_into(accumulation, kustomization, (folder,))
        return accumulation

    def _accumulate_into(self, accumulation: Accumulation, kustomization: Value, chain: tuple[str, ...]) -> None:
        loader = Loader(self.files, chain[-1])
        for field in ("resources", "bases"):
            for entry in _items(kustomization, field):
                accumulation.attempt(partial(self._add_resource, accumulation, entry, chain), entry)
        self._add_specs(accumulation, kustomization, loader)
        _report_unbuilt(accumulation, kustomization)
        _generate(accumulation, kustomization, loader)
        for entry in _items(kustomization, "generators"):
            accumulation.attempt(partial(self._run_plugins, accumulation, entry, chain, run_generator), entry)
        for entry in _items(kustomization, "components"):
            accumulation.attempt(partial(self._add_component, accumulation, entry, chain), entry)
        transform(accumulation, kustomization, loader)
        for entry in _items(kustomization, "transformers"):
            accumulation.attempt(partial(self._run_plugins, accumulation, entry, chain, run_transformer), entry)
        variables = _items(kustomization, "vars")
        accumulation.attempt(lambda: bind_variables(accumulation.collection, variables))
        accumulation.variables = joined_variables(accumulation.variables, variables)

    def _add_resource(self, accumulation: Accumulation, entry: Value, chain: tuple[str, ...]) -> None:
        path = self.files.resolve(chain[-1], entry.text(), entry.origin)
        if not self.files.is_folder(path):
            found = self.files.resolve_below(chain[-1], entry.text(), entry.origin)
            objects = (BuiltResource(value.lent()) for value in self._objects_in(found))
            accumulation.collection.append_all(objects)
            return
        _check_cycle(path, chain, entry)
        if path not in self._included:
            included = self._include(path, entry, chain)
            if len(self._included) >= _REMEMBERED_BASES:
                self._included.clear()
            self._included[path] = included
        accumulation.add(self._included[path].copy(), entry)

    def _include(self, path: str, entry: Value, chain: tuple[str, ...]) -> Accumulation:
        kustomization = read_kustomization(self.files, path)
        if is_component(kustomization):
            raise BuildError(f"`{entry.text()}` is a component: list it in `components`", entry.origin)
        accumulation = Accumulation()
        self._accumulate_into(accumulation, kustomization, (*chain, path))
        return accumulation

    def _objects_in(self, path: str) -> list[Value]:
        if path not in self._objects:
            if path.rpartition("/")[2] in KUSTOMIZATION_FILES:
                raise BuildError("a kustomization is listed as a folder, not by its file")
            if len(self._objects) >= _REMEMBERED_FILES:
                self._objects.clear()
            self._objects[path] = expanded_objects(values_of(self.files.documents(path)))
        return self._objects[path]

    def _add_component(self, accumulation: Accumulation, entry: Value, chain: tuple[str, ...]) -> None:
        """Let a component work on what there is already."""
        path = self.files.resolve(chain[-1], entry.text(), entry.origin)
        _check_cycle(path, chain, entry)
        kustomization = read_kustomization(self.files, path)
        if not is_component(kustomization):
            raise BuildError(f"`{entry.text()}` is no component", entry.origin)
        self._accumulate_into(accumulation, kustomization, (*chain, path))

    def _add_specs(self, accumulation: Accumulation, kustomization: Value, loader: Loader) -> None:
        accumulation.attempt(lambda: accumulation.add_specs(default_field_specs()))
        for entry in _items(kustomization, "configurations"):
            accumulation.attempt(partial(_add_configuration, accumulation, entry, loader), entry)

    def _run_plugins(self, accumulation: Accumulation, entry: Value, chain: tuple[str, ...], run: _Run) -> None:
        """Run the plugins that an entry names: it is a file, a folder, or the configuration itself."""
        loader = Loader(self.files, chain[-1])
        if "\n" in entry.text():
            plugins = expanded_objects(inline_values(entry.text(), entry.origin))
        else:
            configured = Accumulation()
            self._add_resource(configured, entry, chain)
            accumulation.problems += configured.problems
            plugins = [each.value for each in configured.collection.resources]
        for plugin in plugins:
            run(accumulation, plugin, loader)
            accumulation.collection.drop_empty()


def _items(kustomization: Value, field: str) -> list[Value]:
    found = kustomization.get(field)
    return [item for item in found.items if item.data is not None] if found is not None else []


def _check_cycle(path: str, chain: tuple[str, ...], entry: Value) -> None:
    for folder in chain:
        if not path or folder == path or folder.startswith(path + "/"):
            raise BuildError(f"`{entry.text()}` is a cycle: it includes `{folder or '.'}`", entry.origin)


def _add_configuration(accumulation: Accumulation, entry: Value, loader: Loader) -> None:
    for document in loader.documents(entry):
        if document.root is not None:
            check_shape(as_json(document.root), shape("configuration"), "")
            accumulation.add_specs(field_specs(document.root.value))


def _report_unbuilt(accumulation: Accumulation, kustomization: Value) -> None:
    for field, reason in _NOT_BUILT.items():
        found = kustomization.get(field)
        if found is not None and not found.is_empty:
            accumulation.attempt(partial(_refuse, reason, found))


def _refuse(reason: str, value: Value) -> None:
    raise BuildError(reason, value.origin, Cause.UNSUPPORTED)


def _generate(accumulation: Accumulation, kustomization: Value, loader: Loader) -> None:
    options = kustomization.get("generatorOptions")
    collection: Collection = accumulation.collection
    for field, generate in (("configMapGenerator", config_map), ("secretGenerator", secret)):
        for entry in _items(kustomization, field):
            accumulation.attempt(partial(_absorb, collection, partial(generate, entry, options, loader)), entry)


def _absorb(collection: Collection, generate: Callable[[], BuiltResource]) -> None:
    collection.absorb(generate())
