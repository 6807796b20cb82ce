"""A folder with a kustomization -> the objects it stands for, each value with its place."""

from kgen.gitops.kustomize.accumulation import Accumulation
from kgen.gitops.kustomize.builder import Builder
from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.folded import refold
from kgen.gitops.kustomize.hashing import add_hashes
from kgen.gitops.kustomize.kustomization_file import is_component, read_kustomization
from kgen.gitops.kustomize.labels import OWN_LABELS, set_entries
from kgen.gitops.kustomize.name_reference import fix_references
from kgen.gitops.kustomize.problem import BuildError, Cause, Problem
from kgen.gitops.kustomize.resource import BuiltResource
from kgen.gitops.kustomize.sort_order import sort_resources
from kgen.gitops.kustomize.tree import Content, Value
from kgen.gitops.kustomize.variables import expand_variables
from kgen.record import record

_LOCAL_ONLY = "config.kubernetes.io/local-config"
_MANAGED_BY = "app.kubernetes.io/managed-by"
_MANAGED_BY_OPTION = "managedByLabel"
_MANAGER = "kustomize-(devel)"  # the version that the kustomize in kubectl gives itself


@record
class Build:
    """The objects in the order printed; with `problems` they are only what could be read and done."""

    resources: tuple[Value, ...]
    problems: tuple[Problem, ...]

    @property
    def is_complete(self) -> bool:
        """Whether these are all objects, as kustomize itself would print them."""
        return not self.problems


def build(builder: Builder, folder: str) -> Build:
    """Build the kustomization of a folder, relative to the repository's root."""
    try:
        kustomization = read_kustomization(builder.files, folder)
    except BuildError as error:
        return Build((), (error.problem,))
    except RecursionError:
        return _too_deep()
    return build_as(builder, kustomization, folder)


def build_as(builder: Builder, kustomization: Value, folder: str) -> Build:
    """Build a kustomization that is taken for the one of a folder."""
    try:
        return _finished(builder.accumulate(kustomization, folder), kustomization)
    except BuildError as error:
        return Build((), (error.problem,))
    except RecursionError:
        return _too_deep()


def _too_deep() -> Build:
    return Build((), (Problem("the objects are nested too deeply", None),))


def _finished(accumulation: Accumulation, kustomization: Value) -> Build:
    _finish(accumulation, kustomization)
    resources = accumulation.collection.resources
    return Build(tuple(each.value for each in resources), tuple(accumulation.problems))


def _finish(accumulation: Accumulation, kustomization: Value) -> None:
    collection, specs = accumulation.collection, accumulation.specs
    add_hashes(collection)
    if specs is not None:
        accumulation.attempt(lambda: fix_references(collection, specs))
        accumulation.attempt(lambda: expand_variables(collection, accumulation.variables, specs["varReference"]))
    collection.resources = [each for each in collection.resources if not _is_local(each)]
    accumulation.attempt(lambda: sort_resources(collection, kustomization.get("sortOptions")))
    accumulation.attempt(lambda: _add_metadata(collection, kustomization))
    for resource in collection.resources:
        refold(resource.value)
        _write_annotations_as_text(resource)


def _is_local(resource: BuiltResource) -> bool:
    return resource.texts("annotations").get(_LOCAL_ONLY, "false") != "false"


def _add_metadata(collection: Collection, kustomization: Value) -> None:
    """Write what `buildMetadata` asks for."""
    if is_component(kustomization):
        raise BuildError("a component is no kustomization by itself", kustomization.origin)
    wanted = kustomization.get("buildMetadata")
    for option in wanted.items if wanted is not None else ():
        if option.text() != _MANAGED_BY_OPTION:
            raise BuildError(f"`{option.text()}` is not written yet", option.origin, Cause.UNSUPPORTED)
        set_entries(collection, Value({_MANAGED_BY: Value(_MANAGER, option.origin)}, option.origin), OWN_LABELS)


def _write_annotations_as_text(resource: BuiltResource) -> None:
    """kustomize notes its own marks in annotations; taking them off makes all text, and removes an empty map."""
    seen = resource.metadata("annotations")
    if seen is None or _are_texts(seen.seen):
        return
    metadata = resource.value.fields["metadata"].fields
    annotations = metadata["annotations"].fields
    if not annotations:
        del metadata["annotations"]
    for value in annotations.values():
        if not isinstance(value.data, str):
            value.replace(Value(value.text(), value.origin))


def _are_texts(entries: Content) -> bool:
    return isinstance(entries, dict) and bool(entries) and all(isinstance(each.seen, str) for each in entries.values())
