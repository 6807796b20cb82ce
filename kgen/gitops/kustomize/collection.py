"""The objects of a build, in order and each under one id."""

from collections.abc import Callable, Iterable

from kgen.gitops.kustomize.ids import ResourceId
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.resource import BuiltResource
from kgen.gitops.kustomize.tree import Value

_METADATA_MAPS = ("labels", "annotations")
_DATA_MAPS = ("data", "binaryData")


class Collection:
    """The objects of a build so far."""

    def __init__(self, resources: Iterable[BuiltResource] = ()) -> None:
        self._resources = list(resources)
        # what `append_all` found, as long as nobody could change an object
        self._taken: set[tuple[object, ...]] | None = None

    @property
    def resources(self) -> list[BuiltResource]:
        """The objects in their order."""
        self._taken = None
        return self._resources

    @resources.setter
    def resources(self, resources: list[BuiltResource]) -> None:
        self._taken = None
        self._resources = resources

    def copy(self) -> "Collection":
        """The same; this one must not change any more."""
        return Collection(resource.copy() for resource in self.resources)

    def append_all(self, resources: Iterable[BuiltResource]) -> None:
        """Add objects; raise BuildError for an id that is there already."""
        taken = {_identity(each.id) for each in self._resources} if self._taken is None else self._taken
        self._taken = taken
        for resource in resources:
            identity = _identity(resource.id)
            if identity in taken:
                raise BuildError(f"`{resource.id}` is there already: an object may be listed only once")
            taken.add(identity)
            self._resources.append(resource)

    def with_any_id(self, name: str, matches: Callable[[ResourceId], bool]) -> list[BuiltResource]:
        """The objects that have or had an id of this name which matches."""
        named = (each for each in self.resources if each.has_had_name(name))
        return [each for each in named if any(matches(found) for found in each.ids)]

    def target(self, wanted: ResourceId) -> BuiltResource:
        """The one object that has or had the id; raise BuildError for none or several."""
        found = self.with_any_id(wanted.name, wanted.equals)
        if len(found) != 1:
            raise BuildError(f"{'several objects match' if found else 'no object matches'} the patch of `{wanted}`")
        return found[0]

    def absorb(self, generated: BuiltResource) -> None:
        """Add what was generated, or let it replace or be merged into what is there, by its `behavior`."""
        found = self.with_any_id(generated.name, generated.id.equals)
        may_change = generated.behavior in ("merge", "replace")
        if not found and not may_change:
            self.append_all([generated])
            return
        if len(found) != 1 or not may_change:
            what = "to merge or replace" if may_change else "that is there already: `behavior` must be merge or replace"
            raise BuildError(f"{len(found)} objects `{generated.id}` {what}", generated.value.origin)
        old = found[0]
        _take_metadata(generated, old)
        if generated.behavior == "merge":
            for field in _DATA_MAPS:
                _merge_maps(old.value, generated.value, field)
        self.resources[self.resources.index(old)] = generated

    def drop_empty(self) -> None:
        """Leave out what patches deleted."""
        self.resources = [each for each in self.resources if not each.value.is_empty]


def _identity(found: ResourceId) -> tuple[object, ...]:
    return found.gvk, found.name, found.effective_namespace


def _take_metadata(generated: BuiltResource, old: BuiltResource) -> None:
    old_metadata = old.value.get("metadata") or Value({})
    metadata = generated.value.fields["metadata"]
    for field in _METADATA_MAPS:
        _merge_maps(old_metadata, metadata, field)
    for field in ("name", "namespace"):
        if field in old_metadata.fields:
            metadata.fields[field] = old_metadata.fields[field]
        else:
            metadata.fields.pop(field, None)
    generated.needs_hash = generated.needs_hash and old.needs_hash
    generated.take_history(old)


def _merge_maps(old: Value, new: Value, field: str) -> None:
    """Let the new mapping of a field have the entries of the old one that it lacks, all as text."""
    entries = {**(old.get(field) or Value({})).fields, **(new.get(field) or Value({})).fields}
    if entries:
        new.fields[field] = Value({key: Value(each.text(), each.origin) for key, each in entries.items()})
    else:
        new.fields.pop(field, None)
