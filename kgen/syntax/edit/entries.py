"""Edits that take entries of mappings out, or put new ones beside those that are there.

Each is None where the text leaves a doubt: what would be left is empty, or a comment would lose its place.
"""

from __future__ import annotations

from kgen.pattern import lazy_pattern
from kgen.syntax.edit.edit import Edit, edit_of, stretch
from kgen.syntax.edit.style import quote_of, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgen.syntax.node import Node
    from kgen.syntax.source import Source

    Value = str | int | Mapping[str, "Value"]

_LINE_END = lazy_pattern(r"\r\n?|\n")
_REST = lazy_pattern(r"[ \t]*(?:[ \t]#[^\r\n]*)?(?=[\r\n]|\Z)")
_ITEM = lazy_pattern(r"[ ]*(?:-[ ]+)+")
_BLANK = lazy_pattern(r"\s*")


def delete_entry(node: Node) -> Edit | None:
    """Take out a value with its key, in block style with the whole lines and the comment behind it."""
    place = node.written
    if place.key != node.key or place.key_span is None or place.parent is None or len(place.parent.mapping()) < 2:
        return None
    start, end = stretch(place.source, place.key_span)[0], stretch(place.source, place.span)[1]
    if end <= start or start < stretch(place.source, place.parent.span)[0]:
        return None  # an alias, or a merge key, of something further up
    if _is_flow(place.parent):
        return _delete_in_flow(place.source, start, end)
    return _delete_in_block(place, start, end)


def insert_before(node: Node, key: str, value: Value) -> Edit | None:
    """Put a new entry before that of `node`, in block style in lines of its own."""
    place = node.written
    if place.key != node.key or place.key_span is None or place.parent is None:
        return None
    source, quote = place.source, _quote_of_key(place)
    start = stretch(source, place.key_span)[0]
    if _is_flow(place.parent):
        return edit_of(source, start, start, f"{_flow_entry(key, value, quote)}, ")
    before = source.line(place.key_span.line)[: place.key_span.column - 1]
    if before.strip(" -"):
        return None
    between = f"{line_end(source, start)}{' ' * len(before)}"
    return edit_of(source, start, start, "".join(f"{line}{between}" for line in _block_entry(key, value, quote)))


def insert_after(node: Node, key: str, value: str | int) -> Edit | None:
    """Put a new entry behind that of `node`, a scalar in one line; in block style behind its comment, in the next."""
    place = node.written
    source, span = place.source, place.key_span
    if place.key != node.key or span is None or place.parent is None or place.span.end_line != span.line:
        return None
    start, end = stretch(source, span)[0], stretch(source, place.span)[1]
    entry, rest = _flow_entry(key, value, _quote_of_key(place)), _REST.match(source.text, end)
    if end <= start:  # an alias, whose value stands further up
        return None
    if _is_flow(place.parent):
        return edit_of(source, end, end, f", {entry}")
    if rest is None:
        return None
    margin = " " * (span.column - 1)
    return edit_of(source, rest.end(), rest.end(), f"{line_end(source, start)}{margin}{entry}")


def insert_first(mapping: Node, key: str, value: str | int) -> Edit | None:
    """Put a new entry before all others of a mapping that has some."""
    place = mapping.written
    entries = [each for each in place.mapping().values() if each.key_span is not None]
    if key in place or not entries:
        return None
    return insert_before(min(entries, key=lambda each: each.key_span or each.span), key, value)


def line_end(source: Source, index: int) -> str:
    """How lines end around an index into a source's text."""
    text = source.text
    found = _LINE_END.search(text, index) or _LINE_END.search(text)
    return found[0] if found else "\n"


def whole_lines(source: Source, start: int, end: int) -> Edit:
    """Delete the lines from that of one index to that of another; what ends without a line end still does."""
    text = source.text
    first = source.index(source.position(start)[0], 1)
    after = _LINE_END.search(text, end)
    if after is not None:
        return edit_of(source, first, after.end(), "")
    before = source.index(source.position(first)[0] - 1, 1) if first else 0
    break_before = _LINE_END.search(text, before, first)
    return edit_of(source, break_before.start() if break_before else first, len(text), "")


def _quote_of_key(place: Node) -> str:
    """The quote that the keys of a mapping stand in, as in JSON, told from one of them."""
    start, end = stretch(place.source, place.key_span or place.span)
    return quote_of(place.source.text[start:end])


def _block_entry(key: str, value: Value, quote: str) -> list[str]:
    if isinstance(value, str | int):
        return [_flow_entry(key, value, quote)]
    inside = (line for name, each in value.items() for line in _block_entry(name, each, quote))
    return [f"{written(key, quote)}:", *(f"  {line}" for line in inside)]


def _flow_entry(key: str, value: Value, quote: str) -> str:
    if isinstance(value, str | int):
        return f"{written(key, quote)}: {written(value, quote)}"
    inside = ", ".join(_flow_entry(name, each, quote) for name, each in value.items())
    return f"{written(key, quote)}: {{{inside}}}"


def _is_flow(mapping: Node) -> bool:
    return mapping.written.raw.startswith("{")


def _delete_in_flow(source: Source, start: int, end: int) -> Edit | None:
    text = source.text
    behind = _skip_blank(text, end)
    if text[behind : behind + 1] == ",":
        following = _skip_blank(text, behind + 1)
        return None if text[following : following + 1] in ("#", "}", "") else edit_of(source, start, following, "")
    comma = len(text[:start].rstrip()) - 1
    return edit_of(source, comma, end, "") if text[comma] == "," and text[behind : behind + 1] == "}" else None


def _delete_in_block(place: Node, start: int, end: int) -> Edit | None:
    source = place.source
    text = source.text
    if text[end - 1] in "\r\n":  # a block scalar takes its last line end with it
        end = len(text[:end].rstrip("\r\n"))
    if _REST.match(text, end) is None:
        return None
    before = text[source.index(source.position(start)[0], 1) : start]
    if not before.strip():
        return whole_lines(source, start, end)
    following = _following_key(place, end)
    if following is None or not _ITEM.fullmatch(before):
        return None
    rest = _REST.match(text, end)
    between = text[rest.end() if rest else end : following]
    return None if between.strip() else edit_of(source, start, following, "")


def _following_key(place: Node, end: int) -> int | None:
    """Where the next entry of the same mapping starts."""
    siblings = place.parent.mapping().values() if place.parent is not None else ()
    starts = [stretch(place.source, each.key_span)[0] for each in siblings if each.key_span is not None]
    return min((start for start in starts if start >= end), default=None)


def _skip_blank(text: str, index: int) -> int:
    blank = _BLANK.match(text, index)
    return blank.end() if blank else index
