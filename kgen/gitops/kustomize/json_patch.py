"""JSON patches (RFC 6902) on values that know their places, as evanphx/json-patch applies them."""

from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value

_NEEDS_VALUE = ("add", "replace", "test")


def apply_json_patch(target: Value, operations: Value) -> None:
    """Apply the operations in order; raise BuildError for one that does not fit."""
    for operation in operations.items:
        try:
            _apply(target, operation)
        except BuildError as error:
            raise error.at(operation.origin) from None


def _apply(target: Value, operation: Value) -> None:
    name, path = operation.text_at("op"), operation.text_at("path")
    value = operation.get("value")
    if name in _NEEDS_VALUE and value is None:
        if name == "test":
            value = Value(None)
        else:
            raise BuildError(f"`{name}` of `{path}` has no value")
    if name in ("move", "copy"):
        source = operation.text_at("from")
        value = _find(target, source).copy()
        if name == "move":
            _remove(target, source)
        name = "add"
    if name == "remove":
        _remove(target, path)
        return
    assert value is not None or name not in _NEEDS_VALUE
    actions = {"add": _add, "replace": _replace, "test": _test}
    if name not in actions or value is None:
        raise BuildError(f"unknown operation `{name}`: add, remove, replace, move, copy or test")
    actions[name](target, path, value.copy())


def _add(target: Value, path: str, value: Value) -> None:
    if not path:
        target.replace(value)
        return
    parent, key = _parent(target, path)
    if isinstance(parent.data, list):
        index = len(parent.data) if key == "-" else _index(key, len(parent.data) + 1, path)
        parent.data.insert(index, value)
    else:
        parent.fields[key] = value


def _remove(target: Value, path: str) -> None:
    _find(target, path)
    parent, key = _parent(target, path)
    if isinstance(parent.data, list):
        del parent.data[_index(key, len(parent.data), path)]
    else:
        del parent.fields[key]


def _replace(target: Value, path: str, value: Value) -> None:
    """Put a value in place of another; a field need not be there, in the version that kustomize has."""
    if not path:
        target.replace(value)
        return
    parent, key = _parent(target, path)
    if isinstance(parent.data, list):
        parent.data[_index(key, len(parent.data), path)] = value
    else:
        parent.fields[key] = value


def _test(target: Value, path: str, value: Value) -> None:
    try:
        found = _find(target, path).plain()
    except BuildError:
        found = None
    if found != value.plain():
        raise BuildError(f"the test of `{path}` fails")


def _find(target: Value, path: str) -> Value:
    value = target
    for key in _keys(path):
        value = _step(value, key, path)
    return value


def _parent(target: Value, path: str) -> tuple[Value, str]:
    keys = _keys(path)
    value = target
    for key in keys[:-1]:
        value = _step(value, key, path)
    if not keys or not isinstance(value.data, dict | list):
        raise BuildError(f"`{path}` is not there")
    return value, keys[-1]


def _step(value: Value, key: str, path: str) -> Value:
    if isinstance(value.data, list):
        return value.data[_index(key, len(value.data), path)]
    if key not in value.fields:
        raise BuildError(f"`{path}` is not there")
    return value.fields[key]


def _index(key: str, length: int, path: str) -> int:
    try:
        index = int(key)
    except ValueError:
        raise BuildError(f"`{key}` of `{path}` is no index") from None
    if not -length <= index < length:
        raise BuildError(f"`{path}` is not there: the list is shorter")
    return index % length


def _keys(path: str) -> list[str]:
    return [key.replace("~1", "/").replace("~0", "~") for key in path.split("/")[1:]]
