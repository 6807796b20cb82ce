"""commonLabels, labels and commonAnnotations: the same entries in many maps."""

from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.field_path import Creation, visit_all
from kgen.gitops.kustomize.field_specs import Fields, FieldSpec, FieldSpecs, fields_of
from kgen.gitops.kustomize.ids import Gvk
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value

OWN_LABELS = Fields([FieldSpec(Gvk(), "metadata/labels", create=True)])


def set_entries(collection: Collection, entries: Value, fields: Fields) -> None:
    """Write the entries into all maps that the fields mean."""
    for key, entry in sorted(entries.fields.items()):
        setter, creation = _Setter(key, entry), Creation({}, entry.origin)
        for resource in collection.resources:
            visit_all(resource, fields, setter, creation)


def label_fields(label: Value, specs: FieldSpecs) -> Fields:
    """The fields that an entry of `labels` is written to."""
    own = label.get("fields")
    fields = fields_of(own.plain() if own is not None else None).merged(specs["labels"])
    if label.text_at("includeSelectors") == "true":
        return fields.merged(specs["commonLabels"])
    if label.text_at("includeTemplates") == "true":
        fields = fields.merged(specs["templateLabels"])
    return fields.merged(OWN_LABELS)


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
