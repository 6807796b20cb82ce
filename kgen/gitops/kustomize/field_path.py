"""Finding the values that a field spec means in an object."""

from collections.abc import Callable
from functools import cache

from kgen.gitops.kustomize.field_specs import Fields, FieldSpec
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.resource import BuiltResource
from kgen.gitops.kustomize.tree import Value
from kgen.syntax.node import Node
from kgen.syntax.value import Data

Setter = Callable[[Value], None]


class Creation:
    """What a field that is missing is made of: plain data, and the node that asks for it."""

    __slots__ = ("data", "origin")

    def __init__(self, data: Data, origin: Node | None) -> None:
        self.data = data
        self.origin = origin

    def make(self, *, last: bool) -> Value:
        """The field itself, or a mapping on the way to it."""
        if last and not isinstance(self.data, dict):
            return Value("", self.origin)
        return Value({}, self.origin)


def visit_all(resource: BuiltResource, fields: Fields, setter: Setter, creation: Creation | None = None) -> None:
    """Call `setter` with each value of the fields that objects of its kind have."""
    for spec in fields.of(resource.gvk):
        visit(resource, spec, setter, creation)


def visit(resource: BuiltResource, spec: FieldSpec, setter: Setter, creation: Creation | None = None) -> None:
    """Call `setter` with each value of a field, whatever the kind; raise BuildError where a scalar is in the way."""
    _walk(resource.value, split_path(spec.path), setter, creation if spec.create else None)


@cache
def split_path(path: str, separator: str = "/") -> tuple[str, ...]:
    """The keys of a path; a backslash before the separator makes it a part of a key."""
    parts = path.split(separator)
    if len(parts) > 1 and not parts[0]:
        del parts[0]
    keys = [parts[0]]
    for part in parts[1:]:
        if keys[-1].endswith("\\"):
            keys[-1] = keys[-1][:-1] + separator + part
        else:
            keys.append(part)
    return tuple(keys)


def _walk(value: Value, path: tuple[str, ...], setter: Setter, creation: Creation | None) -> None:
    if not path:
        setter(value)
        return
    if isinstance(value.data, list):
        for item in value.data:
            _walk(item, path, setter, creation)
        return
    if value.data is None:
        return
    if not isinstance(value.data, dict):
        raise BuildError(f"field `{path[0]}` cannot be in a scalar", value.origin)
    child = _child(value.data, path, creation)
    if child is not None:
        _walk(child, path[1:], setter, creation)


def _child(fields: dict[str, Value], path: tuple[str, ...], creation: Creation | None) -> Value | None:
    key = path[0].removesuffix("[]")
    if not key:
        raise BuildError("a field name is empty")
    may_create = creation is not None and key == path[0]
    child = fields.get(key)
    if creation is None or not may_create:
        return child
    if child is None:
        child = fields[key] = creation.make(last=len(path) == 1)
    elif child.data is None:
        child.replace(creation.make(last=len(path) == 1))
    return child
