"""A Helm template line by line: what each line writes itself, and where actions write the rest."""

from __future__ import annotations

import re

from kgen.pattern import lazy_pattern
from kgen.record import record

# A comment may hold `}}`, as its end is `*/}}` (https://pkg.go.dev/text/template#hdr-Actions).
_ACTION = lazy_pattern(r"\{\{-?\s*/\*.*?\*/\s*-?\}\}|\{\{.*?\}\}", re.DOTALL)
_SILENT = lazy_pattern(
    r"\{\{-?\s*(?:/\*|(?:if|else|end|with|range|define|block|break|continue)\b|\$\w*(?:\s*,\s*\$\w+)?\s*:?=)"
)
_INDENTS = lazy_pattern(r"\bn?indent\s+(\d+)")
_HOLE = "\0"


@record
class TemplateLine:
    """The literal parts of a line in their order, an action that writes something between any two of them.

    `indent` is that of the line. `least_indent` is the least that further lines of its last action's text can have.
    """

    parts: tuple[str, ...]
    indent: int
    least_indent: int

    @property
    def is_literal(self) -> bool:
        """Whether the line writes itself and nothing else."""
        return len(self.parts) == 1

    @property
    def weight(self) -> int:
        """How many characters of it are its own."""
        return sum(len(part.strip()) for part in self.parts)

    def may_continue(self, line: str) -> bool:
        """Whether a line is indented enough to be further text of the last action."""
        return not self.is_literal and len(line) - len(line.lstrip()) >= self.least_indent

    def writes(self, line: str) -> bool:
        """Whether the line, given without the space around it, is what this one may come to."""
        if line == "".join(self.parts).strip():
            return self.weight > 0
        if self.is_literal or not self.weight:
            return False
        first, *middle, last = self.parts
        if not line.startswith(first) or not line.endswith(last):
            return False
        at, end = len(first), len(line) - len(last)
        for part in middle:
            found = line.find(part, at, end)
            if found < 0:
                return False
            at = found + len(part)
        return at <= end


def template_lines(text: str) -> list[TemplateLine | None]:
    """The lines of a template in their order; None for those that write nothing."""
    holed = _ACTION.sub(_hole, text.replace(_HOLE, " "))
    indents = iter([_least_indent(action) for action in _ACTION.findall(text) if not _SILENT.match(action)])
    return [_line(line, [next(indents) for _ in range(line.count(_HOLE))]) for line in lines_of(holed)]


def lines_of(text: str) -> list[str]:
    """The lines of a text as `Source` counts them, without their ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _hole(action: re.Match[str]) -> str:
    """What stands for an action, with as many line ends."""
    text = action.group()
    return ("" if _SILENT.match(text) else _HOLE) + "\n" * text.count("\n")


def _least_indent(action: str) -> int:
    found = _INDENTS.search(action)
    return int(found.group(1)) if found else 0


def _line(text: str, indents: list[int]) -> TemplateLine | None:
    stripped = text.strip()
    if not stripped:
        return None
    parts = tuple(stripped.split(_HOLE))
    return TemplateLine(parts, len(text) - len(text.lstrip()), indents[-1] if indents else 0)
