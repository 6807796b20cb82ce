"""Comments of a file; the parser drops them."""

import re
from collections.abc import Iterable, Iterator

from kgen.pattern import lazy_pattern
from kgen.record import record
from kgen.syntax.document import Document
from kgen.syntax.source import Source

# YAML 1.2 section 6.6: a comment begins at a line's start or behind white space.
_CANDIDATE = lazy_pattern(r"(?:^|(?<=[ \t\r\n]))#", re.MULTILINE)
# The first line of a block scalar holds its indicators and may end in a comment; what follows is its text.
_BLOCK_HEADER = lazy_pattern(r"[|>][-+0-9]*")
_LINE_END = lazy_pattern(r"[\r\n]")


@record
class Comment:
    """A comment from its `#` to the end of its line; `index` points at the `#` in the source's text.

    `in_block` says that it is no comment at all but a line in the text of a block scalar (`|`, `>`).
    """

    text: str
    index: int
    in_block: bool = False


def comments(source: Source, documents: Iterable[Document], word: str) -> Iterator[Comment]:
    """The comments that hold `word`, and what looks like one inside block scalars, in the order written.

    `documents` are those of the source. Where one cannot be read, whatever looks like a comment is one.
    """
    text = source.text
    if word not in text:
        return
    stretches = _Stretches(sorted(_scalars(text, documents)))
    end = 0
    for match in _CANDIDATE.finditer(text):
        start = match.start()
        in_block = stretches.block_at(start)
        if start < end or in_block is None:
            continue
        line_end = _LINE_END.search(text, start)
        end = line_end.start() if line_end else len(text)
        if word in text[start:end]:
            yield Comment(text[start:end], start, in_block)


class _Stretches:
    """Where a file's scalars are; asked from its start to its end."""

    def __init__(self, stretches: list[tuple[int, int, bool]]) -> None:
        self._left = stretches[::-1]

    def block_at(self, index: int) -> bool | None:
        """True inside of a block scalar, None inside of another, False in neither."""
        while self._left and self._left[-1][1] <= index:
            self._left.pop()
        if not self._left or index < self._left[-1][0]:
            return False
        return True if self._left[-1][2] else None


def _scalars(text: str, documents: Iterable[Document]) -> Iterator[tuple[int, int, bool]]:
    """Start and end of what each scalar holds, and whether it is a block scalar."""
    for document in documents:
        for start, end in document.layout.scalars() if document.problem is None else ():
            header = _BLOCK_HEADER.match(text, start, end)
            if header is None:
                yield start, end, False
            else:
                line_end = _LINE_END.search(text, header.end(), end)
                yield (line_end.start() if line_end else end), end, True
