"""Secrets without their values, for everything that people look at or paste elsewhere."""

from collections.abc import Iterable

from kgen.gitops.kustomize.tree import Value

# No base64: the API server refuses the object, should somebody apply what was only meant to be read.
HIDDEN = "<hidden>"
# A Secret holds its values in `data` and `stringData`; a slip of the pen may put them under any other name.
_SHOWN_FIELDS = frozenset({"apiVersion", "kind", "metadata", "type", "immutable"})
_COPIES = "kubectl.kubernetes.io/last-applied-configuration"


def hide_secrets(resources: Iterable[Value]) -> int:
    """Replace the values of every Secret; returns how many Secrets had any."""
    return sum(_hide(resource) for resource in resources if _is_secret(resource))


def _is_secret(resource: Value) -> bool:
    return resource.text_at("kind") == "Secret"


def _hide(secret: Value) -> bool:
    fields = [value for name, value in secret.fields.items() if name not in _SHOWN_FIELDS]
    values = [value for field in fields for value in (field.fields.values() if field.fields else [field])]
    copy = secret.get("metadata", "annotations", _COPIES)
    values += [copy] if copy is not None else []
    for value in values:
        value.replace(Value(HIDDEN, value.origin))
    return bool(values)
