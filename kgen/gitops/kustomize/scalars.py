"""Where go-yaml v3, which kustomize reads objects with, takes a plain scalar otherwise than v2 does."""

import re

from kgen.syntax.node import KeyNode, Node
from kgen.syntax.scalars import as_json_number, resolve

_YAML_1_2 = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_CLOCK = r"(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2}):(\d{2})(\.\d+)?(?:[ \t]*(Z|[-+]\d\d?(?::?\d\d)?))?"
_DATE = re.compile(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}})(?:{_CLOCK})?")


def scalar_as_written(node: Node, value: str | int | float | bool | None) -> str | int | float | bool | None:
    """The value of a scalar: `yes` and `on` are text, a plain date is a time in RFC 3339."""
    if isinstance(value, bool):
        raw = node.raw
        return value if raw in _YAML_1_2 else raw
    if isinstance(value, str) and value[:1].isdigit() and "-" in value[:5]:
        date = _DATE.fullmatch(value)
        if date is not None and node.raw == value:
            return _time(date)
    return value


def plain_scalar(text: str) -> str | int | float | bool | None:
    """What a text means where it is written without quotes."""
    value = as_json_number(resolve(text))
    return text if isinstance(value, bool) and text not in _YAML_1_2 else value


def key_as_written(key: KeyNode) -> str:
    """The text of a key: `on` and `y` are no booleans."""
    text = str(key.value)
    return key.raw.strip("\"'") if text in ("true", "false") else text


def _time(date: re.Match[str]) -> str:
    year, month, day, hour, minute, second, fraction, zone = date.groups()
    zone = _zone(zone or "Z")
    clock = f"{int(hour or 0):02}:{minute or '00'}:{second or '00'}{(fraction or '').rstrip('0').rstrip('.')}"
    return f"{year}-{int(month):02}-{int(day):02}T{clock}{zone}"


def _zone(zone: str) -> str:
    digits = zone[1:].replace(":", "")
    if zone == "Z" or not digits.strip("0"):
        return "Z"
    return f"{zone[0]}{digits[:2]:0>2}:{digits[2:] or '00'}"
