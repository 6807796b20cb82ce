"""commonLabels, labels and commonAnnotations: the same entries in many maps."""

from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.field_path import Creation, visit
from kgen.gitops.kustomize.field_specs import FieldSpec, FieldSpecs, fields_of, merged_fields
from kgen.gitops.kustomize.ids import Gvk
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value

OWN_LABELS = FieldSpec(Gvk(), "metadata/labels", create=True)


def set_entries(collection: Collection, entries: Value, fields: tuple[FieldSpec, ...]) -> None:
    """Write the entries into all maps that the fields mean."""
    for key, entry in sorted(entries.fields.items()):
        setter = _Setter(key, entry)
        for resource in collection.resources:
            for spec in fields:
                visit(resource, spec, setter, Creation({}, entry.origin))


def label_fields(label: Value, specs: FieldSpecs) -> tuple[FieldSpec, ...]:
    """The fields that an entry of `labels` is written to."""
    own = label.get("fields")
    fields = merged_fields(fields_of(own.plain() if own is not None else None), specs["labels"])
    if label.text_at("includeSelectors") == "true":
        return merged_fields(fields, specs["commonLabels"])
    if label.text_at("includeTemplates") == "true":
        fields = merged_fields(fields, specs["templateLabels"])
    return merged_fields(fields, [OWN_LABELS])


class _Setter:
    def __init__(self, key: str, entry: Value) -> None:
        self._key = key
        self._entry = entry

    def __call__(self, value: Value) -> None:
        if value.data is None:
            value.replace(Value({}, self._entry.origin))
        if not isinstance(value.data, dict):
            raise BuildError(f"`{self._key}` cannot be set in what is no mapping", value.origin)
        value.data[self._key] = Value(self._entry.text(), self._entry.origin)
