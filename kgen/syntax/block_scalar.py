"""Literal (`|`) and folded (`>`) scalars, taken from lines."""

from __future__ import annotations

from kgen.pattern import lazy_pattern
from kgen.syntax.unusual import UnusualError

# Chomping may be said; an indentation seldom is.
_HEADER = lazy_pattern(r"([|>])([-+]?) *(?: #.*)?")
_FOLDED = lazy_pattern(r"(?<=[^\n])\n(\n*)(?=[^\n])")


def block_scalar(header: str, column: int, lines: list[str]) -> str:
    """The text of a scalar in a collection at a 0-based column; its lines are taken off `lines`, the first is last.

    UnusualError for one without text, for folded lines that are indented, and where the file's last line has no end.
    """
    match = _HEADER.fullmatch(header)
    if match is None:
        raise UnusualError
    text = _literal(column, lines)
    if match[2] != "+":
        text = text.rstrip("\n")
    if match[1] == ">":
        text = _folded(text)
    return text if match[2] else f"{text}\n"


def _literal(column: int, lines: list[str]) -> str:
    """The text as it stands, with all line ends."""
    blank = _take_blank(lines)
    indentation = _indentation(lines[-1]) if lines else ""
    if len(indentation) <= column or max(map(len, blank), default=0) > len(indentation):
        raise UnusualError
    content = [""] * len(blank)
    while lines and (lines[-1].startswith(indentation) or not lines[-1].strip(" ")):
        content.append(lines.pop()[len(indentation) :])
    if (not lines and content.pop()) or not "".join(content).isprintable():
        raise UnusualError
    return "\n".join(content) + "\n"


def _take_blank(lines: list[str]) -> list[str]:
    blank = []
    while lines and not lines[-1].strip(" "):
        blank.append(lines.pop())
    return blank


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _folded(text: str) -> str:
    if "\n " in text:
        raise UnusualError
    return _FOLDED.sub(lambda ends: ends[1] or " ", text)
