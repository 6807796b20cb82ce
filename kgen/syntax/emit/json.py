"""kubectl's `-o json`: Go's encoding/json with its HTML-safe escapes."""

from kgen.syntax.emit.number import json_number

_PLAIN = frozenset(map(chr, range(0x20, 0x7F))) - frozenset('"\\<>&')
_ESCAPES = {code: f"\\u{code:04x}" for code in (*range(0x20), *b"<>&", 0x2028, 0x2029)}
_ESCAPES.update({ord(character): "\\" + letter for character, letter in zip('"\\\b\f\n\r\t', '"\\bfnrt', strict=True)})


def to_json(value: object, indent: int = 4) -> str:
    """Print plain data as `kubectl -o json` does, keys in the order they stand, with a trailing newline."""
    return _indented(value, "\n", " " * indent) + "\n"


def compact_json(value: object) -> str:
    """Print plain data as Go's json.Marshal does: on one line and without spaces, as annotations hold it."""
    if isinstance(value, dict):
        return "{" + ",".join([f"{json_string(key)}:{compact_json(item)}" for key, item in value.items()]) + "}"
    if isinstance(value, list):
        return "[" + ",".join([compact_json(item) for item in value]) + "]"
    return json_scalar(value)


def json_scalar(value: object) -> str:
    """Print one string, number, boolean or null."""
    if isinstance(value, str):
        return json_string(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return json_number(value)
    raise TypeError(f"{type(value).__name__} is no plain data")


def json_string(text: str) -> str:
    """Quote a string for JSON; a byte that is no UTF-8 (a lone surrogate in `text`) becomes `\\ufffd`."""
    if not _PLAIN.issuperset(text):
        text = text.translate(_ESCAPES)
        if not text.isascii():
            text = "".join(["\\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text])
    return f'"{text}"'


def _indented(value: object, line_start: str, step: str) -> str:
    inside = line_start + step
    if isinstance(value, dict) and value:
        fields = [f"{json_string(key)}: {_indented(item, inside, step)}" for key, item in value.items()]
        return "{" + inside + f",{inside}".join(fields) + line_start + "}"
    if isinstance(value, list) and value:
        items = [_indented(item, inside, step) for item in value]
        return "[" + inside + f",{inside}".join(items) + line_start + "]"
    return compact_json(value)
