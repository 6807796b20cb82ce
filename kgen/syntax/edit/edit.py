"""One change of a file's text, and making several."""

from __future__ import annotations

from kgen.record import record
from kgen.syntax.source import Source, encoded_like

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from kgen.syntax.span import Span


@record
class Edit:
    """`text` in the place of `before`, which stands at `span` of the file at `path`; either may be empty."""

    path: str
    span: Span
    before: str
    text: str

    def collides(self, other: Edit) -> bool:
        """Whether two edits cannot both be made: they change the same text, or put two into the same place."""
        if self == other or self.path != other.path:
            return False
        start, end, other_start, other_end = *_ends(self.span), *_ends(other.span)
        if start == end or other_start == other_end:
            return start <= other_end and other_start <= end
        return start < other_end and other_start < end


def apply(source: Source, edits: Collection[Edit]) -> Source | None:
    """The file with edits made that do not collide; None where it does not hold what they replace.

    Every byte outside of them stays, undecodable ones among these; None also where that cannot be, as in UTF-16 that
    ends within a character.
    """
    text = source.undecoded_text
    if encoded_like(text, source.data) != source.data:
        return None
    for edit in sorted(set(edits), key=lambda each: _ends(each.span)[0], reverse=True):
        start, end = stretch(source, edit.span)
        if source.text[start:end] != edit.before:
            return None
        text = f"{text[:start]}{edit.text}{text[end:]}"
    return Source(source.path, encoded_like(text, source.data))


def stretch(source: Source, span: Span) -> tuple[int, int]:
    """The indexes into a source's text at which a span starts and ends."""
    return source.index(span.line, span.column), source.index(span.end_line, span.end_column)


def edit_of(source: Source, start: int, end: int, text: str) -> Edit:
    """The edit that puts `text` between two indexes into a source's text."""
    return Edit(source.path, source.span(start, end), source.text[start:end], text)


def _ends(span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
    return (span.line, span.column), (span.end_line, span.end_column)
