"""Where go-yaml v3, which kustomize reads objects with, takes a plain scalar otherwise than v2 does."""

from __future__ import annotations

from functools import lru_cache

from kgen.pattern import lazy_pattern
from kgen.syntax.scalars import as_json_number, resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from kgen.syntax.document import Document
    from kgen.syntax.node import Node

_YAML_1_2 = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_BOOLEAN_KEYS = frozenset({"true", "false"})
_CLOCK = r"(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2}):(\d{2})(\.\d+)?(?:[ \t]*(Z|[-+]\d\d?(?::?\d\d)?))?"
# Where something may stand that is a boolean to v2 alone.
_OLD_BOOLEAN = lazy_pattern(
    r"""[ \t\r\n\x85\u2028\u2029\[{,:"'-](?=[yYnNoO])"""
    r"""(?:[yYnN]|[yY]es|YES|[nN]o|NO|[oO]n|ON|[oO]ff|OFF)["']?[ \t]*(?:[\]},:#\r\n]|\Z)"""
)
# Where a whole number may be written otherwise than in decimal digits: `0x50`, `1_000`, `+5`, `1.0`, `1e3`, `!!int "5"`
_ODD_INTEGER = lazy_pattern(
    r"(?<![\w.])(?:!|\+[\d.]|-?0[\dxXoObB_]|-0|-?\d[\d_]*_|-?\d+\.0*(?![\w.])|-?\.\d|-?\d[\d.]*[eE][-+]?\d)"
)
_FOLDED = lazy_pattern(r"(?:\A|(?<=\s))>[-+\d]*[ \t]*[#\r\n]")
# Behind a key whose value follows in the same line.
_VALUE = lazy_pattern(r"""["']?[ \t]*:[ \t]+[^\s#&!,\]}]""")
_DATE = lazy_pattern(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}})(?:{_CLOCK})?")


def is_read_alike(node: Node) -> bool:
    """Whether kustomize takes every key and scalar in a node for what kgen does."""
    pending = [node.value]
    while pending:
        data = pending.pop()
        if isinstance(data, str):
            if _may_be_date(data):
                return False
        elif isinstance(data, dict):
            if not _BOOLEAN_KEYS.isdisjoint(data):
                return False
            pending += data.values()
        elif isinstance(data, list):
            pending += data
        elif isinstance(data, bool) and _may_have_old_booleans(node.document):
            return False
    return True


def scalar_as_written(node: Node, value: str | int | float | bool | None) -> str | int | float | bool | None:
    """The value of a scalar: `yes` and `on` are text, a plain date is a time in RFC 3339."""
    if isinstance(value, bool):
        if not _may_have_old_booleans(node.document):
            return value
        raw = node.raw
        return value if raw in _YAML_1_2 else raw
    if isinstance(value, str) and _may_be_date(value):
        date = _DATE.fullmatch(value)
        if date is not None and node.raw == value:
            return _time(date)
    return value


def text_as_written(node: Node) -> str:
    """A scalar as it is written; where most numbers are decimal, without the cost of looking up where that is."""
    value = node.value
    return str(value) if type(value) is int and not _may_have_odd_integers(node.document) else node.raw


def is_written_null(node: Node) -> bool:
    """Whether a null is written out (`null`, `~`) and not only left empty."""
    key = node.key
    return (isinstance(key, str) and _is_never_left_empty(key, node.document)) or bool(node.raw)


def is_folded(node: Node) -> bool:
    """Whether a text is written as a folded block (`>`)."""
    return _may_have_folded(node.document) and node.raw.startswith(">")


def plain_scalar(text: str) -> str | int | float | bool | None:
    """What a text means where it is written without quotes."""
    value = as_json_number(resolve(text))
    return text if isinstance(value, bool) and text not in _YAML_1_2 else value


def key_as_written(mapping: Node, key: str) -> str:
    """The text of a key: `on` and `y` are no booleans."""
    if key not in _BOOLEAN_KEYS:
        return key
    return next(written.raw.strip("\"'") for written, _ in mapping.items() if written.value == key)


@lru_cache(maxsize=1)
def _may_have_old_booleans(document: Document) -> bool:
    """Whether it may pay to look at how the booleans of a document are written."""
    return _OLD_BOOLEAN.search(document.source.text, *document.extent) is not None


@lru_cache(maxsize=16)
def _is_never_left_empty(key: str, document: Document) -> bool:
    """Whether a value follows wherever the key stands in a document: `creationTimestamp: null`."""
    behind = document.source.text[slice(*document.extent)].split(key)[1:]
    return bool(behind) and all(map(_VALUE.match, behind))


@lru_cache(maxsize=16)
def _may_have_folded(document: Document) -> bool:
    """Whether a folded block may start anywhere in a document."""
    return _FOLDED.search(document.source.text, *document.extent) is not None


@lru_cache(maxsize=16)
def _may_have_odd_integers(document: Document) -> bool:
    """Whether the text of an integer may be another than its decimal digits."""
    return _ODD_INTEGER.search(document.source.text, *document.extent) is not None


def _may_be_date(text: str) -> bool:
    return text[:1].isdigit() and "-" in text[:5]


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
