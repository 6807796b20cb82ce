"""Read a JSONPath template as kubectl (client-go's util/jsonpath) reads it, peculiarities included."""

from __future__ import annotations

from kgen.pattern import lazy_pattern
from kgen.syntax.emit.go_unquote import unquoted
from kgen.syntax.emit.jsonpath_node import (
    Descent,
    Field,
    Filter,
    Keyword,
    Literal,
    Path,
    Slice,
    Step,
    Union,
    Wildcard,
)
from kgen.syntax.golang import NumberRangeError, NumberSyntaxError, is_decimal_float, parse_int

_TERMINATORS = frozenset(" \t\r\n.,[]$@{}")
_KEY = lazy_pattern(r"'([^']*)'")
_SLICE = lazy_pattern(r"(-?[0-9]*)(:-?[0-9]*)?(:-?[0-9]*)?")
_COMPARISON = lazy_pattern(r"([^!<>=]+)([!<>=]+)(.+)")


class JSONPathSyntaxError(ValueError):
    """The template cannot be read; the message is client-go's."""


def parse_paths(template: str) -> list[Path]:
    """Split a template into its texts and `{actions}`, each a path; raise JSONPathSyntaxError."""
    paths: list[Path] = []
    position = 0
    while position < len(template):
        start = template.find("{", position)
        text = template[position:] if start < 0 else template[position:start]
        if text:
            paths.append((Literal(text),))
        if start < 0:
            break
        action = _Action(template, start + 1)
        paths.append(action.path())
        position = action.position
    return paths


def _inner_path(text: str) -> Path:
    """The path of an expression in brackets or a filter, which client-go reads as a template of its own."""
    return parse_paths("{" + text + "}")[0]


class _Action:
    """A reader in the midst of one action; `position` is behind its `}` once `path` has returned."""

    def __init__(self, text: str, position: int) -> None:
        self.text = text
        self.position = position
        self.steps: list[Step] = []

    def path(self) -> Path:
        while not self.text.startswith("}", self.position):
            self.step()
        self.position += 1
        return tuple(self.steps)

    def step(self) -> None:
        rest = self.text[self.position : self.position + 3]
        first = rest[:1]
        if rest == "[?(":
            self.steps.append(self.filter())
        elif rest.startswith(".."):
            self.descent()
        elif first in ("", "\r", "\n"):
            raise JSONPathSyntaxError("unclosed action")
        elif first in " @$":
            self.position += 1
        elif first == "[":
            self.steps.extend(self.brackets())
        elif first in "\"'":
            self.steps.append(Literal(self.quoted(first)))
        elif first == ".":
            self.position += 1
            self.steps.append(self.field())
        else:
            self.steps.append(self.word_or_number(first))

    def word_or_number(self, first: str) -> Step:
        if first in "+-" or first.isdecimal():
            return Literal(self.number())
        if first == "_" or first.isalpha():
            return self.word()
        shown = f" '{first}'" if first.isprintable() else ""
        raise JSONPathSyntaxError(f"unrecognized character in action: U+{ord(first):04X}{shown}")

    def descent(self) -> None:
        if self.steps and isinstance(self.steps[-1], Descent):
            raise JSONPathSyntaxError("invalid multiple recursive descent")
        self.position += 2
        self.steps.append(Descent())
        following = self.text[self.position : self.position + 1]
        if following == "_" or following.isalpha() or following.isdecimal():
            self.steps.append(self.field())

    def field(self) -> Step:
        start = self.position
        while self.character() and self.character() not in _TERMINATORS:
            self.position += 2 if self.character() == "\\" else 1
        name = self.text[start : self.position]
        return Wildcard() if name == "*" else Field(name.replace("\\", ""))

    def word(self) -> Step:
        start = self.position
        while self.character() and self.character() not in _TERMINATORS:
            self.position += 1
        name = self.text[start : self.position]
        return Literal(name == "true") if name in ("true", "false") else Keyword(name)

    def number(self) -> int | float:
        start = self.position
        self.position += 1 if self.text[start] in "+-" else 0
        while self.character() == "." or self.character().isdecimal():
            self.position += 1
        text = self.text[start : self.position]
        try:
            return parse_int(text, 10, 64)
        except (NumberSyntaxError, NumberRangeError):
            if is_decimal_float(text):
                return float(text)
        raise JSONPathSyntaxError(f"cannot parse number {text}")

    def quoted(self, quote: str) -> str:
        start = self.position
        self.position += 1
        while self.character() != quote or self.text[self.position - 1] == "\\":
            self.move_within_line("unterminated quoted string")
        self.position += 1
        text = self.text[start : self.position]
        try:
            return unquoted(text)
        except ValueError:
            raise JSONPathSyntaxError(f"unquote string {text} error invalid syntax") from None

    def brackets(self) -> Path:
        start = self.position + 1
        while self.character() != "]":
            self.move_within_line("unterminated array")
        text = self.text[start : self.position]
        self.position += 1
        alternatives = text.split(",")
        if len(alternatives) > 1:
            return (Union(tuple(_inner_path(f"[{text.strip(' ')}]") for text in alternatives)),)
        key = _KEY.fullmatch(text)
        return _inner_path("." + key[1]) if key else (_slice(":" if text == "*" else text),)

    def filter(self) -> Filter:
        start = self.position + 3
        self.position = start
        opened = ""
        closed = False
        while self.character() != ")" or bool(opened) != closed:
            character = self.character()
            if not opened and character in ("'", '"'):
                opened = character
            elif character == opened and self.text[self.position - 1] != "\\":
                closed = True
            self.move_within_line("unterminated filter")
        text = self.text[start : self.position]
        self.position += 2
        if not self.text.startswith("]", self.position - 1):
            raise JSONPathSyntaxError("unclosed array expect ]")
        comparison = _COMPARISON.fullmatch(text)
        if comparison is None:
            return Filter(_inner_path(text), "", ())
        return Filter(_inner_path(comparison[1]), comparison[2], _inner_path(comparison[3]))

    def character(self) -> str:
        """The character at hand, empty behind the last one."""
        return self.text[self.position : self.position + 1]

    def move_within_line(self, problem: str) -> None:
        if self.character() in ("", "\n"):
            raise JSONPathSyntaxError(problem)
        self.position += 1


def _slice(text: str) -> Slice:
    parts = _SLICE.fullmatch(text)
    if parts is None:
        raise JSONPathSyntaxError(f"invalid array index {text}")
    start, end, step = (_index(part) for part in parts.groups(""))
    return Slice(start, end, step, single=not parts[2])


def _index(text: str) -> int | None:
    digits = text.removeprefix(":")
    if not digits:
        return None
    try:
        return parse_int(digits, 10, 64)
    except (NumberSyntaxError, NumberRangeError):
        raise JSONPathSyntaxError(f"array index {digits} is not a number") from None
