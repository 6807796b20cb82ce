"""What becomes of plain data on kubectl's way to YAML, where go-yaml reads the JSON that Go has written."""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.syntax.emit.json import json_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_NEXT_LINE = "\x85"
_LONGEST_KEY = 1024


def line_of_problem(opened: int, reached: int) -> int:
    """The line go-yaml v2 blames, of the two (counted from 0) where a thing began and where it went wrong."""
    del opened
    return reached


def line_of_context(opened: int, reached: int) -> int:
    """The line go-yaml v3 blames: where the thing began, or where it went wrong if that is the first."""
    return opened or reached


def reread(value: object, blamed_line: Callable[[int, int], int]) -> object:
    """Return the data as go-yaml understands its JSON; raise KubectlError where it cannot read that.

    Bytes that are no UTF-8 (lone surrogates here) become U+FFFD, and each U+0085 is a line break to fold.
    """
    reader = _Reader(blamed_line)
    read = reader.value(value)
    if reader.problem:
        raise KubectlError(f"yaml: {reader.problem}")
    return read


class _Reader:
    """Walks the data in the order the JSON has it, counting the lines that U+0085 makes of it."""

    __slots__ = ("blamed_line", "line", "problem")

    def __init__(self, blamed_line: Callable[[int, int], int]) -> None:
        self.blamed_line = blamed_line
        self.line = 0
        self.problem = ""

    def value(self, value: object) -> object:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            opened = self.line
            return {self.key(key, opened): self.value(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.value(item) for item in value]
        return value

    def key(self, key: str, opened: int) -> str:
        before = self.line
        read = self.text(key)
        if self.line > before or (len(key) * 6 > _LONGEST_KEY and len(json_string(key)) > _LONGEST_KEY):
            self.refuse("did not find expected ',' or '}'", self.blamed_line(opened, self.line))
        return read

    def text(self, text: str) -> str:
        if text.isascii() and "\x7f" not in text:
            return text
        read = "".join([_character(character) for character in text])
        if _NEXT_LINE not in read:
            return read
        first, *middle, last = read.split(_NEXT_LINE)
        self.pass_lines([*(line + _NEXT_LINE for line in middle), last])
        return _folded([first.rstrip(" "), *(line.strip(" ") for line in middle), last.lstrip(" ")])

    def pass_lines(self, lines: list[str]) -> None:
        """Count a quoted scalar's further lines, none of which may look like a document's start or end."""
        opened = self.line
        for line in lines:
            self.line += 1
            if line.startswith(("---", "...")) and line[3:4] in (" ", _NEXT_LINE):
                self.refuse("found unexpected document indicator", self.blamed_line(opened, self.line) + 1)

    def refuse(self, problem: str, line: int) -> None:
        """Note the first problem, to raise it at the end: go-yaml reads ahead to any control character."""
        self.problem = self.problem or (f"line {line}: {problem}" if line else problem)


def _folded(lines: list[str]) -> str:
    """Join the lines of a quoted scalar: one break is a space, of several all but one are line feeds."""
    folded, breaks = lines[0], 1
    for line in lines[1:-1]:
        if line:
            folded += _fold(breaks) + line
        breaks = 1 if line else breaks + 1
    return folded + _fold(breaks) + lines[-1]


def _fold(breaks: int) -> str:
    return "\n" * (breaks - 1) or " "


def _character(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    if ("\x7f" <= character < "\xa0" and character != _NEXT_LINE) or character in "\ufffe\uffff":
        raise KubectlError("yaml: control characters are not allowed")
    return character
