"""What a template came to, whose places are those in the template."""

from __future__ import annotations

from functools import cached_property
from itertools import takewhile

from kgen.gitops.helm.alignment import aligned
from kgen.syntax.source import Source
from kgen.syntax.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_ACTION = "{{"
_CLUSTER = ".Capabilities"


class Rendition(Source):
    """Rendered text as the source of what is read from it.

    What stands in it is found where the template has it: in the very words, or in the action that gave them. What no
    one line of the template gave is found at the line above that it belongs to.
    """

    def __init__(self, template: Source, text: str) -> None:
        super().__init__(template.path, text.encode("utf-8", "surrogateescape"))
        self._template = template

    def may_depend_on_cluster(self, text: str) -> bool:
        """Whether the template may write something else for a cluster of another version: helm knows old APIs too."""
        return _CLUSTER in self._template.text or text not in self._template.text

    def line(self, number: int) -> str:
        """Return the 1-based line of the template without its line end."""
        return self._template.line(number)

    def span(self, start: int, end: int) -> Span:
        """Return where the template has what stands from one index into the rendered text to another, exclusive."""
        first, column = self.position(start)
        last, last_column = self.position(max(start, end - 1))
        line, last_line = self._lines[first - 1], self._lines[last - 1]
        if line is None:
            return self._whole(self._above(first))
        start_column = start_in(self.line(line), self._rendered(first), column)
        if last_line is None or last_line < line:
            return Span(line, start_column, line, self._whole(line).end_column)
        end_column = end_in(self.line(last_line), self._rendered(last), last_column + 1)
        return Span(line, start_column, last_line, end_column)

    def index(self, line: int, column: int) -> int:
        """Return the index into the rendered text of a place in the template; its end, for what is not in it so."""
        for number, written in enumerate(self._lines, start=1):
            if written == line and self._rendered(number) == self.line(line):
                return super().index(number, column)
        return len(self.text)

    @cached_property
    def _lines(self) -> list[int | None]:
        """For each rendered line the 1-based one of the template that wrote it."""
        return [None if at is None else at + 1 for at in aligned(self._template.text, self.text)]

    def _rendered(self, number: int) -> str:
        return super().line(number)

    def _above(self, number: int) -> int:
        """The template line of the nearest rendered one around a line; the first that is known, where none is."""
        depth = _depth(self._rendered(number))
        for above in range(number - 1, 0, -1):
            text, line = self._rendered(above), self._lines[above - 1]
            if text.strip() and _depth(text) < depth:
                depth = _depth(text)
                if line is not None:
                    return line
        return next((line for line in self._lines if line is not None), 1)

    def _whole(self, line: int) -> Span:
        text = self.line(line)
        return Span(line, len(text) - len(text.lstrip()) + 1, line, max(len(text.rstrip()), 1) + 1)


def start_in(template: str, rendered: str, column: int) -> int:
    """The 1-based column of a template's line where what starts at a column of the rendered line starts."""
    before, after, shift = _alike(template, rendered)
    left = len(rendered) - (column - 1)
    if column - 1 < before:
        return max(column + shift, 1)
    if left <= after:
        return len(template) - left + 1
    return max(template.find(_ACTION, before + shift), before + shift) + 1


def end_in(template: str, rendered: str, column: int) -> int:
    """The 1-based column of a template's line before which what ends before a column of the rendered line ends."""
    before, after, shift = _alike(template, rendered)
    if column - 1 <= before:
        return max(column + shift, 1)
    left = max(len(rendered) - (column - 1), 0)
    return len(template) - min(left, after) + 1


def _alike(template: str, rendered: str) -> tuple[int, int, int]:
    """How much of the rendered line is at its start and its end as in the template, and how far it is shifted there."""
    written, given = template.lstrip(), rendered.lstrip()
    indent, shift = len(rendered) - len(given), len(template) - len(written) - (len(rendered) - len(given))
    before = _in_common(zip(written, given, strict=False))
    room = min(len(written), len(given)) - before
    after = min(_in_common(zip(reversed(written), reversed(given), strict=False)), room)
    return indent + before, after, shift


def _in_common(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _depth(text: str) -> int:
    """How deep a line is; the items of a sequence are inside of the key above them, indented or not."""
    stripped = text.lstrip()
    return 2 * (len(text) - len(stripped)) + stripped.startswith("- ")
