"""The transformers of a kustomization, in the order that kustomize runs them."""

from collections.abc import Iterator
from functools import partial

from kgen.gitops.kustomize.accumulation import Accumulation
from kgen.gitops.kustomize.field_specs import FieldSpecs
from kgen.gitops.kustomize.images import set_image
from kgen.gitops.kustomize.labels import label_fields, set_entries
from kgen.gitops.kustomize.loader import Loader
from kgen.gitops.kustomize.names import add_prefix, add_suffix
from kgen.gitops.kustomize.namespace import set_namespace
from kgen.gitops.kustomize.patches import read_json_patch, read_merge_patch, read_patch
from kgen.gitops.kustomize.replacements import read_replacements, replace_values
from kgen.gitops.kustomize.replicas import set_replicas
from kgen.gitops.kustomize.tree import Value


def transform(accumulation: Accumulation, kustomization: Value, loader: Loader) -> None:
    """Run all transformers over the objects so far."""
    for name, run in _TRANSFORMERS:
        for entry in _entries(kustomization, name):
            accumulation.attempt(partial(run, accumulation, entry, loader), entry)


def _entries(kustomization: Value, name: str) -> Iterator[Value]:
    """The entries of a list, or the field itself where it is none and says anything."""
    found = kustomization.get(name)
    if found is None or found.is_empty or found.data == "":
        return
    if isinstance(found.data, list):
        yield from (item for item in found.data if item.data is not None)
    else:
        yield found


def _specs(accumulation: Accumulation) -> FieldSpecs:
    assert accumulation.specs is not None
    return accumulation.specs


def _merge_patch(accumulation: Accumulation, entry: Value, loader: Loader) -> None:
    read_merge_patch(entry, loader).apply(accumulation.collection)


def _patch(accumulation: Accumulation, entry: Value, loader: Loader) -> None:
    read_patch(entry, loader).apply(accumulation.collection)


def _json_patch(accumulation: Accumulation, entry: Value, loader: Loader) -> None:
    read_json_patch(entry, loader).apply(accumulation.collection)


def _namespace(accumulation: Accumulation, entry: Value, _: Loader) -> None:
    set_namespace(accumulation.collection, entry, _specs(accumulation)["namespace"])


def _prefix(accumulation: Accumulation, entry: Value, _: Loader) -> None:
    add_prefix(accumulation.collection, entry, _specs(accumulation)["namePrefix"])


def _suffix(accumulation: Accumulation, entry: Value, _: Loader) -> None:
    add_suffix(accumulation.collection, entry, _specs(accumulation)["nameSuffix"])


def _labels(accumulation: Accumulation, entry: Value, _: Loader) -> None:
    pairs = entry.get("pairs")
    fields = label_fields(entry, _specs(accumulation))
    if pairs is not None:
        set_entries(accumulation.collection, pairs, fields)


def _common_labels(accumulation: Accumulation, entry: Value, _: Loader) -> None:
    set_entries(accumulation.collection, entry, _specs(accumulation)["commonLabels"])


def _common_annotations(accumulation: Accumulation, entry: Value, _: Loader) -> None:
    set_entries(accumulation.collection, entry, _specs(accumulation)["commonAnnotations"])


def _replicas(accumulation: Accumulation, entry: Value, _: Loader) -> None:
    set_replicas(accumulation.collection, entry, _specs(accumulation)["replicas"])


def _images(accumulation: Accumulation, entry: Value, _: Loader) -> None:
    set_image(accumulation.collection, entry, _specs(accumulation)["images"])


def _replacements(accumulation: Accumulation, entry: Value, loader: Loader) -> None:
    for replacement in read_replacements(entry, loader):
        replace_values(accumulation.collection, replacement)


_TRANSFORMERS = (
    ("patchesStrategicMerge", _merge_patch),
    ("patches", _patch),
    ("namespace", _namespace),
    ("namePrefix", _prefix),
    ("nameSuffix", _suffix),
    ("labels", _labels),
    ("commonLabels", _common_labels),
    ("commonAnnotations", _common_annotations),
    ("patchesJson6902", _json_patch),
    ("replicas", _replicas),
    ("images", _images),
    ("imageTags", _images),
    ("replacements", _replacements),
)
