"""Edits of scalars, in the style that they are written in.

Each is None where the text of the file does not show the value as it is: another value was rendered from it, it is
written over several lines, or not at all.
"""

from __future__ import annotations

import re

from kgen.pattern import lazy_pattern
from kgen.syntax.edit.edit import Edit, edit_of, stretch
from kgen.syntax.edit.style import quote_of, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.node import Node

_LINE_END = lazy_pattern(r"[\r\n]")
_BLOCK = ("|", ">")


def replace_value(node: Node, value: str | int) -> Edit | None:
    """Write another value; a text that replaces a number in JSON gets the quotes of its key."""
    place = node.written
    raw = place.raw
    if not _is_shown(node) or raw.startswith(_BLOCK):
        return None
    quote = quote_of(raw) or ("" if isinstance(place.value, str) else _quote_of_key(place))
    return Edit(place.source.path, place.span, raw, written(value, quote))


def quote_value(node: Node) -> Edit | None:
    """Put a plain scalar into quotes, which makes a text of it."""
    place = node.written
    raw = place.raw
    if not _is_shown(node) or isinstance(place.value, str):
        return None
    return Edit(place.source.path, place.span, raw, f'"{raw}"')


def replace_key(node: Node, key: str) -> Edit | None:
    """Write another key for a value."""
    place = node.written
    span = place.key_span
    if place.key != node.key or span is None:
        return None
    start, end = stretch(place.source, span)
    raw = place.source.text[start:end]
    return None if _LINE_END.search(raw) else Edit(place.source.path, span, raw, written(key, quote_of(raw)))


def replace_part(node: Node, part: str, text: str) -> tuple[Edit, ...]:
    """Write another text wherever `part` stands in a scalar as a word of its own; none where it does not stand there.

    Both are one line without quotes and backslashes.
    """
    place = node.written
    if place.value != node.value or not isinstance(place.value, str):
        return ()
    start = stretch(place.source, place.span)[0]
    found = re.finditer(rf"(?<![\w.-]){re.escape(part)}(?![\w-])", place.raw)
    return tuple(edit_of(place.source, start + each.start(), start + each.end(), text) for each in found)


def replace_in_part(node: Node, part: str, word: str, text: str) -> Edit | None:
    """Write another text for a word of `part`, where both stand once in the scalar and in the part."""
    place = node.written
    at, within = place.raw.find(part), _once(word, part)
    if place.raw.count(part) != 1 or within is None:
        return None
    start = stretch(place.source, place.span)[0] + at + within
    return edit_of(place.source, start, start + len(word), text)


def _once(word: str, part: str) -> int | None:
    found = [each.start() for each in re.finditer(rf"(?<![\w.-]){re.escape(word)}(?![\w.-])", part)]
    return found[0] if len(found) == 1 else None


def _is_shown(node: Node) -> bool:
    """Whether a scalar stands in one line of the file that decides it, as it is."""
    place = node.written
    if isinstance(node.value, dict | list) or type(place.value) is not type(node.value) or place.value != node.value:
        return False
    return bool(place.raw) and not _LINE_END.search(place.raw)


def _quote_of_key(place: Node) -> str:
    if place.key_span is None:
        return ""
    start, end = stretch(place.source, place.key_span)
    return quote_of(place.source.text[start:end])
