"""Secrets without their values, for everything that people look at or paste elsewhere."""

from collections.abc import Iterable

from kgen.gitops.kustomize.tree import Value

# No base64: the API server refuses the object, should somebody apply what was only meant to be read.
HIDDEN = "<hidden>"
_FIELDS = ("data", "stringData")
_COPIES = "kubectl.kubernetes.io/last-applied-configuration"


def hide_secrets(resources: Iterable[Value]) -> int:
    """Replace the values of every Secret; returns how many Secrets had any."""
    return sum(_hide(resource) for resource in resources if _is_secret(resource))


def _is_secret(resource: Value) -> bool:
    return (resource.text_at("apiVersion"), resource.text_at("kind")) == ("v1", "Secret")


def _hide(secret: Value) -> bool:
    maps = (secret.get(field) for field in _FIELDS)
    values = [value for found in maps if found is not None for value in found.fields.values()]
    copy = secret.get("metadata", "annotations", _COPIES)
    values += [copy] if copy is not None else []
    for value in values:
        value.data = HIDDEN
    return bool(values)
