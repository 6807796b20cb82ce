"""Finding the values that a field spec means in an object, and making those that are missing."""

from __future__ import annotations

from operator import itemgetter

from kgen.gitops.kustomize.field_tree import EMPTY_NAME, places, split_path
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kgen.gitops.kustomize.field_specs import Fields, FieldSpec
    from kgen.gitops.kustomize.field_tree import Place
    from kgen.gitops.kustomize.resource import BuiltResource
    from kgen.gitops.kustomize.tree import Path
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


def present(resource: BuiltResource, fields: Fields) -> Iterator[Path]:
    """The ways to the fields that objects of its kind have and this one does; raise BuildError for a scalar on one."""
    found = places(resource.value, fields.tree(resource.gvk))
    for place in sorted(found, key=itemgetter(0)):
        yield checked_path(resource, place)


def checked_path(resource: BuiltResource, place: Place) -> Path:
    """The path of a place; raise BuildError where something is in its way."""
    _, path, problem = place
    if problem:
        raise BuildError(problem, None if problem == EMPTY_NAME else resource.value.look(path).origin)
    return path


def visit_all(resource: BuiltResource, fields: Fields, setter: Setter, creation: Creation) -> None:
    """Call `setter` with each value of the fields that objects of its kind have."""
    for spec in fields.of(resource.gvk):
        visit(resource, spec, setter, creation)


def visit(resource: BuiltResource, spec: FieldSpec, setter: Setter, creation: Creation) -> None:
    """Call `setter` with each value of a field, whatever the kind; raise BuildError where a scalar is in the way."""
    _walk(resource.value, split_path(spec.path), setter, creation if spec.create else None)


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
