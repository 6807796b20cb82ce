"""Values as Go's `%v` shows them in messages."""

from __future__ import annotations

from kgen.syntax.emit.number import go_number
from kgen.syntax.go_json import Json, Number


def go_value(value: Json) -> str:
    """`map[a:1 b:[x y]]`, with sorted keys and bare text."""
    if isinstance(value, dict):
        return f"map[{' '.join(f'{key}:{go_value(value[key])}' for key in sorted(value, key=str.encode))}]"
    if isinstance(value, list):
        return f"[{' '.join(map(go_value, value))}]"
    if isinstance(value, Number):
        return value.text if value.text.lstrip("-").isdigit() else go_number(float(value.text))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "<nil>" if value is None else value
