"""namePrefix and nameSuffix."""

from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.field_path import Creation, visit
from kgen.gitops.kustomize.field_specs import FieldSpec
from kgen.gitops.kustomize.ids import Gvk
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value

_NAME = "metadata/name"
_KEPT = (
    Gvk(kind="CustomResourceDefinition"),
    Gvk(group="apiregistration.k8s.io", kind="APIService"),
    Gvk(kind="Namespace"),
)


def add_prefix(collection: Collection, prefix: Value, fields: tuple[FieldSpec, ...]) -> None:
    """Put text before all names."""
    _add(collection, prefix, fields, is_prefix=True)


def add_suffix(collection: Collection, suffix: Value, fields: tuple[FieldSpec, ...]) -> None:
    """Put text after all names."""
    _add(collection, suffix, fields, is_prefix=False)


def _add(collection: Collection, added: Value, fields: tuple[FieldSpec, ...], *, is_prefix: bool) -> None:
    text = added.text()

    def change(value: Value) -> None:
        if isinstance(value.data, dict | list):
            raise BuildError("a name is no text", value.origin)
        old = "" if value.data is None else value.text()
        value.replace(Value(text + old if is_prefix else old + text, added.origin))

    for resource in collection.resources:
        original = resource.original_id.gvk
        if any(original.is_selected(kept) for kept in _KEPT):
            continue
        for spec in fields:
            if not original.is_selected(spec.gvk):
                continue
            if spec.path == _NAME and text:
                (resource.prefixes if is_prefix else resource.suffixes).append(text)
                resource.remember_id()
            visit(resource, spec, change, Creation("", added.origin))
