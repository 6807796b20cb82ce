"""Edits of keys that stand twice in a mapping, of which the later one counts."""

from __future__ import annotations

from kgen.pattern import lazy_pattern
from kgen.syntax.edit.edit import Edit, edit_of, stretch
from kgen.syntax.edit.entries import whole_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.node import KeyNode
    from kgen.syntax.source import Source

_NOTHING = lazy_pattern(r"(?:~|[Nn]ull|NULL)?")
_TO_VALUE = lazy_pattern(r":[ \t]*(?:\r\n?|\n)[ \t]*")
_REST = lazy_pattern(r"[ \t]*(?=[\r\n]|\Z)")


def without_repetition(first: KeyNode, again: KeyNode) -> Edit | None:
    """Delete the second entry if both have the same text, or the first if that says nothing more; None else."""
    text, text_again = _text(first), _text(again)
    if text == text_again:
        return _lines_of(again)
    entries, entries_again = _entries(first), _entries(again)
    if _NOTHING.fullmatch(text) or (entries and set(entries.items()) <= set(entries_again.items())):
        return _lines_of(first)
    return None


def joined(first: KeyNode, again: KeyNode) -> Edit | None:
    """Delete the second key alone where both hold mappings in block style, one below the other, with other keys."""
    source = first.source
    text = source.text
    key_start, key_end = stretch(source, again.span)
    end, again_start = stretch(source, first.value_span)[1], stretch(source, again.value_span)[0]
    if text[end:key_start].strip() or _TO_VALUE.fullmatch(text, key_end, again_start) is None:
        return None
    if first.value_span.column != again.value_span.column:
        return None
    entries, entries_again = _entries(first), _entries(again)
    if not entries or not entries_again or entries.keys() & entries_again.keys():
        return None
    return edit_of(source, _line_start(source, key_start), _line_start(source, again_start), "")


def _entries(key: KeyNode) -> dict[str, str]:
    """Keys and values, as they are written, of a mapping of scalars in block style; empty for anything else."""
    margin = key.value_span.column - 1
    lines = _text(key).splitlines()
    rest = [line[margin:] for line in lines[1:] if not line[:margin].strip()]
    if len(rest) != len(lines[1:]):
        return {}
    entries = [line.partition(": ") for line in (*lines[:1], *rest)]
    if not all(colon and name[:1] not in (" ", "-", "#", "{", "[", "?") for name, colon, _ in entries):
        return {}
    return {name: value for name, _, value in entries}


def _text(key: KeyNode) -> str:
    start, end = stretch(key.source, key.value_span)
    return key.source.text[start:end]


def _lines_of(key: KeyNode) -> Edit | None:
    """The whole lines of an entry, if nothing else is in them."""
    source = key.source
    start, end = stretch(source, key.span)[0], stretch(source, key.value_span)[1]
    if end < start or source.text[_line_start(source, start) : start].strip() or not _REST.match(source.text, end):
        return None
    return whole_lines(source, start, end)


def _line_start(source: Source, index: int) -> int:
    return source.index(source.position(index)[0], 1)
