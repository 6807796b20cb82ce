"""A document that is read only as far as somebody looks into it, for large ones of which little is asked.

All that belongs to a key of a block mapping is indented further than the key, but for the dashes of a sequence (YAML
1.2, chapter 8.2). So the lines of a key are found without reading them, and are read when its value is asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from itertools import accumulate, pairwise, repeat
from operator import sub

from kgen.pattern import lazy_pattern
from kgen.syntax.parse import parse
from kgen.syntax.scalars import PLAIN
from kgen.syntax.source import Source, encoded_like
from kgen.syntax.unreadable import UnreadableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from kgen.syntax.value import Data

    Part: TypeAlias = "Data | Outline | list[Outline]"

_KEY = lazy_pattern(r"([A-Za-z_$][\w$./-]*):(?=[ \r\n]|\Z)")
_DASH = lazy_pattern(r"- +|-(?=[\r\n]|\Z)")
_WORD = lazy_pattern(r"[A-Za-z0-9]+")


def outline(text: str) -> Outline | None:
    """The mapping that a document holds; None for one that has to be read as a whole."""
    if "{{" in text or ("&" in text and " &" in text):  # a template, or an anchor for what is elsewhere
        return None
    try:
        lines = _Lines(text)
        return Outline(lines, lines.first(0, lines.count), lines.count, 0)
    except (UnreadableError, ValueError):  # the latter for what is too far indented
        return None


class Outline(Mapping[str, "Part"]):
    """A block mapping; values that are such again, or lists of such, are outlines, all others plain data."""

    __slots__ = ("_depth", "_extents", "_lines")

    def __init__(self, lines: _Lines, start: int, stop: int, depth: int) -> None:
        """`depth` is how many characters are before each key; UnreadableError where the lines are no such mapping."""
        self._lines = lines
        self._depth = depth
        self._extents = lines.entries(start, stop, depth)

    def __iter__(self) -> Iterator[str]:
        return iter(self._extents)

    def __contains__(self, key: object) -> bool:
        return key in self._extents

    def __len__(self) -> int:
        return len(self._extents)

    def __getitem__(self, key: str) -> Part:
        """Return the value behind a key; KeyError if there is none, UnreadableError if it is no YAML."""
        start, stop = self._extents[key]
        lines = self._lines
        written, inside = lines.said(start, self._depth + len(key) + 1), lines.first(start + 1, stop)
        if inside == stop and _WORD.fullmatch(written):
            return PLAIN[written]
        if inside < stop and not written:
            try:
                return lines.collection(inside, stop)
            except UnreadableError:
                pass  # a scalar, a flow collection or a list of such
        return self._read(key, start, stop)

    def _read(self, key: str, start: int, stop: int) -> Data:
        text = " " * self._depth + self._lines.text(start, stop)[self._depth :]
        documents = parse(Source("", encoded_like(text, b"")))
        value = documents[0].root.value if len(documents) == 1 and documents[0].root is not None else None
        if not isinstance(value, dict) or key not in value:
            raise UnreadableError(f"the value of `{key}` is no YAML by itself", 0)
        return value[key]


class _Lines:
    """The lines of a text, each with its depth: how many spaces it starts with, none for an empty one."""

    __slots__ = ("_depths", "_starts", "_text", "count")

    def __init__(self, text: str) -> None:
        lines = text.splitlines(keepends=True)
        self._text = text
        self._starts = array("L", accumulate(map(len, lines), initial=0))
        self._depths = bytes(map(sub, map(len, lines), map(len, map(str.lstrip, lines, repeat(" ")))))
        self.count = len(lines)

    def text(self, start: int, stop: int) -> str:
        """The lines from one to another, the latter exclusive."""
        return self._text[self._starts[start] : self._starts[stop]]

    def said(self, at: int, depth: int) -> str:
        """What a line says after so many characters, nothing where that is a comment."""
        said = self._text[self._starts[at] + depth : self._starts[at + 1]].strip(" \r\n")
        return "" if said.startswith("#") else said

    def first(self, start: int, stop: int) -> int:
        """The first line from `start` on that says anything, `stop` if there is none."""
        return next((at for at in range(start, stop) if self.said(at, 0)), stop)

    def entries(self, start: int, stop: int, depth: int) -> dict[str, tuple[int, int]]:
        """The keys with so much before them, each with its lines; UnreadableError for anything but plain keys."""
        starts: dict[str, int] = {}
        for at in (start, *self._at(depth, start + 1, stop)):
            key = _KEY.match(self._text, self._starts[at] + depth)
            if key is None and at > start and (self._inside(at, depth) or not self.said(at, depth)):
                continue
            if key is None or PLAIN[key[1]] != key[1] or key[1] in starts:
                raise UnreadableError("no plain key", 0)
            starts[key[1]] = at
        if any(self._depths.find(less, start + 1, stop) >= 0 for less in range(1, depth)):
            raise UnreadableError("less indented than the keys", 0)
        return dict(zip(starts, pairwise((*starts.values(), stop)), strict=True))

    def collection(self, start: int, stop: int) -> Outline | list[Outline]:
        """The mapping or the sequence of mappings in these lines; UnreadableError where there is neither."""
        depth = self._depths[start]
        if not self._inside(start, depth):
            return Outline(self, start, stop, depth)
        items = pairwise((*self._at(depth, start, stop), stop))
        return [Outline(self, at, end, self._inside(at, depth)) for at, end in items]

    def _at(self, depth: int, start: int, stop: int) -> Iterator[int]:
        """The lines of a depth."""
        at = self._depths.find(depth, start, stop)
        while at >= 0:
            yield at
            at = self._depths.find(depth, at + 1, stop)

    def _inside(self, at: int, depth: int) -> int:
        """The depth of what is in the item of a sequence that starts in a line, 0 if none does."""
        dash = _DASH.match(self._text, self._starts[at] + depth)
        return dash.end() - self._starts[at] if dash is not None else 0
