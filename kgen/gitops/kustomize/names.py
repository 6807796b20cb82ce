"""namePrefix and nameSuffix."""

from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.field_path import Creation, visit
from kgen.gitops.kustomize.field_specs import Fields
from kgen.gitops.kustomize.ids import Gvk
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value

_NAME = "metadata/name"
_KEPT = (
    Gvk(kind="CustomResourceDefinition"),
    Gvk(group="apiregistration.k8s.io", kind="APIService"),
    Gvk(kind="Namespace"),
)


def add_prefix(collection: Collection, prefix: Value, fields: Fields) -> None:
    """Put text before all names."""
    _add(collection, prefix, fields, is_prefix=True)


def add_suffix(collection: Collection, suffix: Value, fields: Fields) -> None:
    """Put text after all names."""
    _add(collection, suffix, fields, is_prefix=False)


def _add(collection: Collection, added: Value, fields: Fields, *, is_prefix: bool) -> None:
    text = added.text()

    def change(value: Value) -> None:
        if isinstance(value.data, dict | list):
            raise BuildError("a name is no text", value.origin)
        old = "" if value.data is None else value.text()
        # Who looks for the object is led to where it is named.
        value.data = text + old if is_prefix else old + text

    for resource in collection.resources:
        original = resource.original_id.gvk
        if any(original.is_selected(kept) for kept in _KEPT):
            continue
        for spec in fields.of(original):
            if spec.path == _NAME and text:
                (resource.prefixes if is_prefix else resource.suffixes).append(text)
                resource.remember_id()
            if resource.gvk.is_selected(spec.gvk):
                visit(resource, spec, change, Creation("", added.origin))
