"""kubectl's `-o yaml`: go-yaml v2's block style, keys in natural order, lists level with their key."""

from kgen.syntax.emit.json import json_scalar
from kgen.syntax.emit.number import yaml_number
from kgen.syntax.emit.order import natural_order
from kgen.syntax.emit.reread import line_of_problem, reread
from kgen.syntax.emit.scalar import is_simple_key, line_end, scalar, simple_key


def to_yaml(value: object) -> str:
    """Print plain data as `kubectl -o yaml` does, without `---` and with a trailing newline.

    Raise KubectlError with go-yaml's words for control characters and for keys that it cannot read back.
    """
    return _node(reread(value, line_of_problem), 0, 0)


def _node(value: object, column: int, indent: int) -> str:
    """Write a node from `column` to the end of its last line; `indent` is where its further lines begin."""
    if isinstance(value, dict) and value:
        return _mapping(value, indent)
    if isinstance(value, list) and value:
        return _sequence(value, indent)
    written = _flat(value, column, indent)
    return written + line_end(written)


def _flat(value: object, column: int, indent: int) -> str:
    """Write what is no block collection, without its line's end."""
    if isinstance(value, str):
        return scalar(value, column, indent)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return yaml_number(value)
    if isinstance(value, dict | list):
        return "{}" if isinstance(value, dict) else "[]"
    return json_scalar(value)


def _mapping(mapping: dict[str, object], indent: int) -> str:
    return (" " * indent).join([_entry(key, mapping[key], indent) for key in natural_order(list(mapping))])


def _sequence(items: list[object], indent: int) -> str:
    return (" " * indent).join(["- " + _node(item, indent + 2, indent + 2) for item in items])


def _entry(key: str, value: object, indent: int) -> str:
    if not is_simple_key(key):
        written = scalar(key, indent + 2, indent + 2)
        margin = " " * indent
        return f"? {written}{line_end(written)}{margin}: {_node(value, indent + 2, indent + 2)}"
    head = simple_key(key) + ":"
    if isinstance(value, dict) and value:
        return f"{head}\n{' ' * (indent + 2)}{_mapping(value, indent + 2)}"
    if isinstance(value, list) and value:
        return f"{head}\n{' ' * indent}{_sequence(value, indent)}"
    return f"{head} {_node(value, indent + len(head) + 1, indent + 2)}"
