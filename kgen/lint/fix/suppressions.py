"""Fixes of comments that turn off nothing."""

from __future__ import annotations

from kgen.lint.fix.fix import Fix, safe
from kgen.lint.ignore import Idleness
from kgen.lint.ignore_comments import DIRECTIVE
from kgen.pattern import lazy_pattern
from kgen.syntax.edit.edit import Edit, edit_of, stretch
from kgen.syntax.edit.entries import whole_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.lint.ignore import IdleIgnore
    from kgen.syntax.source import Source

_NAME = lazy_pattern(r"[^,\]\s]+")


def fix_of_idle(idle: IdleIgnore) -> Fix | None:
    """Delete a rule's name that is of no use, with its comment if it is the only one; write a misspelt name rightly."""
    source = idle.spot.source
    start, end = stretch(source, idle.spot.span)
    if source.text[start:end] != idle.word:  # the value of an annotation, which may name others too
        return None
    if idle.why is Idleness.UNKNOWN_RULE and idle.near:
        return safe(f"write `{idle.near}`", edit_of(source, start, end, idle.near))
    if idle.why is Idleness.UNUSED:
        return safe(f"delete `{idle.word}`", _without(source, start))
    return None


def _without(source: Source, at: int) -> Edit | None:
    """Delete the name at an index, or the whole directive that names no other."""
    line_start = source.index(source.position(at)[0], 1)
    line = source.line(source.position(at)[0])
    for directive in DIRECTIVE.finditer(line):
        start = line_start + directive.start("rules")
        names = [start + each.start() for each in _NAME.finditer(directive["rules"] or "")]
        if at not in names:  # of another, or where the comment begins later than it looks
            continue
        if len(names) == 1:
            return _directive(source, line_start + directive.start(), line_start + directive.end())
        index = names.index(at)
        start = at if index == 0 else _end_of_name(source, names[index - 1])
        end = names[1] if index == 0 else _end_of_name(source, at)
        return edit_of(source, start, end, "")
    return None


def _directive(source: Source, start: int, end: int) -> Edit:
    """Delete a directive with the blanks before it, and with its line if nothing else is there."""
    line_start = source.index(source.position(start)[0], 1)
    before = source.text[line_start:start]
    is_last = line_start + len(source.line(source.position(start)[0])) == end
    if not before.strip() and is_last:
        return whole_lines(source, start, end)
    if is_last:
        return edit_of(source, line_start + len(before.rstrip()), end, "")
    return edit_of(source, start, end + len(source.text[end:]) - len(source.text[end:].lstrip(" \t")), "")


def _end_of_name(source: Source, start: int) -> int:
    found = _NAME.match(source.text, start)
    return found.end() if found else start
