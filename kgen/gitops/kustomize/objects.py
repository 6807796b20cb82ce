"""Documents -> the objects in them."""

from collections.abc import Iterable

from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value


def expanded_objects(values: Iterable[Value]) -> list[Value]:
    """The objects, with lists of objects replaced by their items, which come last.

    Raise BuildError for a document that is no object, or an object without kind or name.
    """
    queue = [value for value in values if not value.is_empty]
    if len(queue) == 1 and queue[0].text_at("kind") in ("List", "ResourceList") and queue[0].get("items"):
        queue = list(queue[0].fields["items"].items)
    found: list[Value] = []
    while queue:
        value = queue.pop(0)
        if value.is_empty:
            continue
        _check(value)
        items = value.get("items")
        if not value.text_at("kind").endswith("List") or items is None:
            found.append(value)
        elif items.data is not None:
            if not isinstance(items.data, list):
                raise BuildError("the `items` of a list are no list", items.origin)
            queue += items.data
    return found


def _check(value: Value) -> None:
    if not isinstance(value.data, dict):
        raise BuildError("this is no object: a mapping with kind and name is needed", value.origin)
    metadata = value.get("metadata")
    if metadata is not None and metadata.data is not None and not isinstance(metadata.data, dict):
        raise BuildError("`metadata` is no mapping", metadata.origin)
    kind = value.text_at("kind")
    if not kind:
        raise BuildError("the object has no `kind`", value.origin)
    if not kind.endswith("List") and not value.text_at("metadata", "name"):
        raise BuildError(f"the {kind} has no `metadata.name`", value.origin)
