"""kubectl's `-o kyaml` (KEP-5295): flow braces, quoted strings, trailing commas; still YAML."""

from kgen.errors import KubectlError
from kgen.syntax.emit.json import json_scalar
from kgen.syntax.emit.kyaml_key import needs_quotes
from kgen.syntax.emit.kyaml_string import quoted_key, quoted_text
from kgen.syntax.emit.reread import line_of_context, reread


def to_kyaml(value: object) -> str:
    """Print plain data as `kubectl -o kyaml` does: after a `---` line, keys in the order they stand.

    Raise KubectlError with go-yaml's words for control characters and for keys that it cannot read back.
    """
    try:
        read = reread(value, line_of_context)
    except KubectlError as error:
        raise KubectlError(f"error decoding: {error}") from None
    return f"---\n{_node(read, 0)}\n"


def _node(value: object, level: int) -> str:
    """Write a node whose first line is indented `level` times already."""
    if isinstance(value, dict):
        return _mapping(value, level)
    if isinstance(value, list):
        return _sequence(value, level)
    if isinstance(value, str):
        return quoted_text(value, level + 1)
    return json_scalar(value)


def _mapping(mapping: dict[str, object], level: int) -> str:
    if not mapping:
        return "{}"
    margin = "  " * level
    fields = [f"{margin}  {_key(key)}: {_node(value, level + 1)},\n" for key, value in mapping.items()]
    return "{\n" + "".join(fields) + margin + "}"


def _sequence(items: list[object], level: int) -> str:
    if not items:
        return "[]"
    if all(isinstance(item, dict | list) for item in items):
        return "[" + ", ".join([_node(item, level) for item in items]) + "]"
    margin = "  " * level
    return "[\n" + "".join([f"{margin}  {_node(item, level + 1)},\n" for item in items]) + margin + "]"


def _key(key: str) -> str:
    return quoted_key(key) if needs_quotes(key) else key
