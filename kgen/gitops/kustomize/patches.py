"""`patches`, `patchesStrategicMerge` and `patchesJson6902`."""

from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.inline import inline_data, inline_values
from kgen.gitops.kustomize.json_patch import apply_json_patch
from kgen.gitops.kustomize.loader import Loader
from kgen.gitops.kustomize.merge import merge
from kgen.gitops.kustomize.objects import expanded_objects
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.resource import BuiltResource
from kgen.gitops.kustomize.selector import selected
from kgen.gitops.kustomize.tree import Value, as_json
from kgen.record import record, replace

_IDENTITY: tuple[tuple[str, ...], ...] = (("kind",), ("metadata", "name"), ("metadata", "namespace"))


@record
class Patch:
    """An entry: strategic merge patches or the operations of a JSON patch, and what they are for."""

    entry: Value
    merges: list[Value]
    operations: Value | None
    target: Value | None
    may_rename: bool = False
    may_change_kind: bool = False
    remembers_id: bool = True

    def apply(self, collection: Collection) -> None:
        """Change the objects; raise BuildError where a target is missing or an operation does not fit."""
        try:
            if self.operations is not None:
                self._apply_operations(collection, self.operations)
            else:
                self._apply_merges(collection)
        except BuildError as error:
            raise error.at(self.entry.origin) from None
        collection.drop_empty()

    def _apply_operations(self, collection: Collection, operations: Value) -> None:
        if self.target is None:
            raise BuildError("a JSON patch needs a `target`")
        for resource in selected(collection.resources, self.target):
            if self.remembers_id:
                resource.remember_id()
            if resource.previous:
                _make_annotations(resource.value, operations)
            apply_json_patch(resource.value, operations)

    def _apply_merges(self, collection: Collection) -> None:
        if self.target is not None:
            if len(self.merges) > 1:
                raise BuildError("several patches in one entry cannot share a `target`")
            for resource in selected(collection.resources, self.target):
                self._merge(resource, self.merges[0], is_targeted=True)
            return
        for patch in self.merges:
            self._merge(collection.target(BuiltResource(patch).original_id), patch, is_targeted=False)

    def _merge(self, resource: BuiltResource, patch: Value, *, is_targeted: bool) -> None:
        """Merge a patch; kind, name and namespace stay as they are unless the options allow a change."""
        patch = patch.lent()
        before = {path: resource.value.get(*path) for path in _IDENTITY}
        if self.may_rename or self.may_change_kind:
            resource.remember_id()
        if is_targeted and "apiVersion" in resource.value.fields:
            patch.fields["apiVersion"] = resource.value.fields["apiVersion"].copy()
        merged = merge(resource.value, patch)
        if merged is None or merged.is_empty:
            resource.value = Value(None)
            return
        resource.value = merged
        kept: set[tuple[str, ...]] = {("metadata", "namespace")}
        kept |= set() if self.may_change_kind else {("kind",)}
        kept |= set() if self.may_rename else {("metadata", "name")}
        for path in kept:
            _put_back(merged, path, before[path])


def _make_annotations(value: Value, operations: Value) -> None:
    """Have an object annotations, as it has in kustomize, where they hold its former names."""
    metadata = value.get("metadata")
    if metadata is not None and isinstance(metadata.data, dict):
        annotations = metadata.data.get("annotations")
        if annotations is None or annotations.data is None:
            metadata.data["annotations"] = Value({}, operations.origin)


def _put_back(value: Value, path: tuple[str, ...], before: Value | None) -> None:
    parent = value
    for key in path[:-1]:
        parent = parent.fields.setdefault(key, Value({})) if isinstance(parent.data, dict) else Value({})
    if before is not None:
        parent.fields[path[-1]] = before
    else:
        parent.fields.pop(path[-1], None)


def read_patch(entry: Value, loader: Loader) -> Patch:
    """An entry of `patches`; raise BuildError for one that is neither kind of patch."""
    text, path = entry.text_at("patch").strip(), entry.text_at("path")
    if bool(text) == bool(path):
        raise BuildError("a patch needs either `patch` or `path`", entry.origin)
    merges, operations = _from_file(entry, path, loader) if path else _from_text(entry)
    options = entry.get("options")
    return Patch(
        entry,
        merges,
        operations,
        entry.get("target"),
        options is not None and options.text_at("allowNameChange") == "true",
        options is not None and options.text_at("allowKindChange") == "true",
    )


def read_json_patch(entry: Value, loader: Loader) -> Patch:
    """An entry of `patchesJson6902`."""
    if entry.get("target") is None or not entry.text_at("target", "name"):
        raise BuildError("a JSON patch needs the name of its target", entry.origin)
    patch = read_patch(entry, loader)
    if patch.operations is None:
        raise BuildError("this is no JSON patch", entry.origin)
    return replace(patch, remembers_id=False)


def read_merge_patch(entry: Value, loader: Loader) -> Patch:
    """An entry of `patchesStrategicMerge`: a file, or the patch itself."""
    text = entry.text()
    values = inline_values(text, entry.origin) if "\n" in text or ": " in text else loader.values(entry)
    merges = expanded_objects(values)
    if not merges:
        raise BuildError("the patch is empty", entry.origin)
    return Patch(entry, merges, None, None)


def _from_file(entry: Value, path: str, loader: Loader) -> tuple[list[Value], Value | None]:
    documents = loader.documents(entry.fields["path"])
    roots = [document.root for document in documents if document.root is not None]
    if roots and isinstance(roots[0].value, list):
        return [], as_json(roots[0])
    return _merges(loader.values(entry.fields["path"]), entry, path), None


def _from_text(entry: Value) -> tuple[list[Value], Value | None]:
    text, origin = entry.text_at("patch").strip(), entry.fields["patch"].origin
    data = inline_data(text, origin)
    if data and isinstance(data[0].data, list):
        return [], data[0]
    return _merges(inline_values(text, origin), entry, "patch"), None


def _merges(values: list[Value], entry: Value, name: str) -> list[Value]:
    merges = expanded_objects(values)
    if not merges:
        raise BuildError(f"`{name}` holds no patch", entry.origin)
    return merges
