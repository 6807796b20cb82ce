"""Checking what kustomize decodes strictly: unknown fields and wrong types are refused."""

from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value
from kgen.spelling import close_matches

_TYPES: dict[str, tuple[type, ...]] = {"string": (str,), "boolean": (bool,), "integer": (int,)}

Shape = str | list["Shape"] | dict[str, "Shape"]
"""`string`, `boolean`, `integer` or `any`; a list of one shape; fields by name, `*` for all others."""


def check_shape(value: Value, shape: Shape, name: str) -> None:
    """Compare a value with what its field takes; null is taken everywhere."""
    if shape == "any" or value.data is None:
        return
    if isinstance(shape, dict):
        if not isinstance(value.data, dict):
            raise BuildError(f"`{name}` is no mapping", value.origin)
        for key, child in list(value.data.items()):
            known = _known_field(shape, key, child)
            if known != key:
                value.data[known] = value.data.pop(key)
            check_shape(child, shape.get(known, shape.get("*", "any")), f"{name}.{known}" if name else known)
    elif isinstance(shape, list):
        if not isinstance(value.data, list):
            raise BuildError(f"`{name}` is no list", value.origin)
        for index, item in enumerate(value.data):
            check_shape(item, shape[0], f"{name}[{index}]")
    elif type(value.data) not in _TYPES[shape]:
        raise BuildError(f"`{name}` is no {shape}", value.origin)


def _known_field(shape: dict[str, Shape], key: str, child: Value) -> str:
    """The field that a key means, which Go decodes whatever its case."""
    if key in shape or "*" in shape:
        return key
    found = next((known for known in shape if known.lower() == key.lower()), None)
    if found is None:
        near = close_matches(key, list(shape), n=1)
        hint = f", did you mean `{near[0]}`?" if near else ""
        raise BuildError(f"unknown field `{key}`{hint}", child.origin)
    return found
