"""JSON patches (RFC 6902) as evanphx/json-patch v4 applies them, with its messages."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from kgen.errors import KubectlError
from kgen.generate.json_pointer import Container, PatchError, Place, find
from kgen.generate.merge_patch import sorted_object
from kgen.syntax.go_json import Json, JsonObject, JsonSyntaxError, kind_of, parse_json

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
Result = TypeVar("Result")
# From this minor version on kubectl has json-patch 4.13.
_STRICT_REPLACE = 35
_NOT_GO = "json: cannot unmarshal {} into Go value of type {}"


def json_patched(target: JsonObject, patch: str, minor: int) -> Json:
    """The target after each operation in turn; raise KubectlError."""
    document = _Document(deepcopy(target), minor)
    for operation in _operations(patch):
        try:
            document.apply(operation)
        except PatchError as error:
            raise KubectlError(str(error)) from None
    return sorted_object(document.root) if isinstance(document.root, dict) else document.root


def _operations(patch: str) -> list[JsonObject]:
    try:
        operations = parse_json(patch)
    except JsonSyntaxError as error:
        raise KubectlError(str(error)) from None
    if operations is not None and not isinstance(operations, list):
        raise KubectlError(_NOT_GO.format(kind_of(operations), "jsonpatch.Patch"))
    return [_operation(each) for each in operations or ()]


def _operation(value: Json) -> JsonObject:
    if value is not None and not isinstance(value, dict):
        raise KubectlError(_NOT_GO.format(kind_of(value), "jsonpatch.Operation"))
    return value or {}


def _text(operation: JsonObject, name: str) -> str:
    """The pointer `path` or `from`; raise PatchError where there is none."""
    value = operation.get(name)
    if isinstance(value, str):
        return value
    if value is not None:
        raise PatchError(_NOT_GO.format(kind_of(value), "string"))
    raise PatchError(f"operation{',' if name == 'from' else ''} missing {name} field: missing value")


class _Document:
    """What is patched; its operations raise PatchError where they do not apply."""

    def __init__(self, root: Container, minor: int) -> None:
        self.root = root
        self.minor = minor

    def apply(self, operation: JsonObject) -> None:
        kind = operation.get("op")
        if kind == "add":
            path, place = self.short_place(operation, "add")
            _within(f"error in add for path: '{path}'", place.add, operation.get("value"))
        elif kind == "remove":
            path, place = self.short_place(operation, "remove")
            _within(f"error in remove for path: '{path}'", place.remove)
        elif kind == "replace":
            self.replace(operation)
        elif kind == "move":
            self.move(operation)
        elif kind == "copy":
            self.copy(operation)
        elif kind == "test":
            self.test(operation)
        else:
            raise PatchError(f"Unexpected kind: {kind if isinstance(kind, str) else 'unknown'}")

    def replace(self, operation: JsonObject) -> None:
        path = _decoded(operation, "path", "replace")
        value = operation.get("value")
        if path == "":
            self.replace_root(value)
            return
        place = self.place(path, f"replace operation does not apply: doc is missing path: {path}")
        try:
            place.get()
        except PatchError:
            raise PatchError(f"replace operation does not apply: doc is missing key: {path}: missing value") from None
        place.replace(value)

    def replace_root(self, value: Json) -> None:
        if isinstance(value, dict | list):
            self.root = value
        elif self.minor >= _STRICT_REPLACE:
            raise PatchError("replace operation value must be object or array: %!w(<nil>)")

    def move(self, operation: JsonObject) -> None:
        source = self.source(operation, "move")
        context = f"error in move for path: '{source.key}'"
        value = _within(context, source.get)
        _within(context, source.remove)
        path = _decoded(operation, "path", "move")
        place = self.place(path, f"move operation does not apply: doc is missing destination path: {path}")
        _within(f"error in move for path: '{path}'", place.add, value)

    def copy(self, operation: JsonObject) -> None:
        source = self.source(operation, "copy")
        value = _within(f"error in copy for from: '{operation['from']}'", source.get)
        path = _path_of(operation, "copy")
        place = self.place(path, f"copy operation does not apply: doc is missing destination path: {path}")
        _within("error while adding value during copy", place.add, deepcopy(value))

    def test(self, operation: JsonObject) -> None:
        path = _decoded(operation, "path", "test")
        actual: Json = self.root
        if path:
            place = self.place(path, f"test operation does not apply: is missing path: {path}")
            actual = _within(f"error in test for path: '{path}'", place.get)
        if actual != operation.get("value"):
            raise PatchError(f"testing value {path} failed: test failed")

    def short_place(self, operation: JsonObject, kind: str) -> tuple[str, Place]:
        path = _path_of(operation, kind)
        return path, self.place(path, f'{kind} operation does not apply: doc is missing path: "{path}"')

    def source(self, operation: JsonObject, kind: str) -> Place:
        pointer = _decoded(operation, "from", kind)
        return self.place(pointer, f"{kind} operation does not apply: doc is missing from path: {pointer}")

    def place(self, pointer: str, complaint: str) -> Place:
        found = find(self.root, pointer)
        if found is None:
            raise PatchError(f"{complaint}: missing value")
        return found


def _path_of(operation: JsonObject, kind: str) -> str:
    """The path where json-patch does not tell what is wrong with it."""
    try:
        return _text(operation, "path")
    except PatchError:
        raise PatchError(f"{kind} operation failed to decode path: missing value") from None


def _decoded(operation: JsonObject, name: str, kind: str) -> str:
    try:
        return _text(operation, name)
    except PatchError as error:
        raise error.within(f"{kind} operation failed to decode {name}") from None


def _within(context: str, act: Callable[P, Result], *given: P.args, **named: P.kwargs) -> Result:
    """Do it; a PatchError comes out with its context."""
    try:
        return act(*given, **named)
    except PatchError as error:
        raise error.within(context) from None
