"""Variables in a text, `${NAME}` and `${NAME:=default}`, as Flux fills them in after a build.

The syntax is that of https://github.com/fluxcd/pkg/tree/main/envsubst, a fork of drone/envsubst: braces are needed,
`$$` stands for `$`, a default may hold variables itself, and all of `=`, `:=`, `:-`, `:?` and `:+` give a default.
String functions whose arguments hold variables are left alone here: they stay as they are written.
"""

from __future__ import annotations

import fnmatch
import re

from kgen.pattern import lazy_pattern
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_PLAIN = lazy_pattern(r"[^$]+")
_NAME = lazy_pattern(r"\w+")
_LENGTH = lazy_pattern(r"#(?P<name>\w+)\}")
_DEFAULT = lazy_pattern(r":[-=?+]|=")
_CASE = lazy_pattern(r"(?P<case>\^\^?|,,?)\}")
_REPLACE = lazy_pattern(r"/(?P<where>[/#%]?)(?P<what>(?:\\.|[^/}\\$])*)/(?P<by>(?:\\.|[^}\\$])*)\}")
_PART = lazy_pattern(r":(?P<start>\d{1,9})(?::(?P<length>\d{1,9}))?\}")
_CUT = lazy_pattern(r"(?P<where>##?|%%?)(?P<what>[^}$\\\[]*)\}")
_LEFT_ALONE = lazy_pattern(r"(?::|##?|%%?|//?)[^}]*\}")
_LONGEST_CUT = 1000  # characters: each beginning of a value is held against the pattern
_ESCAPED = lazy_pattern(r"\\([/\\])")


class BadSubstitutionError(Exception):
    """A text that Flux refuses to fill in."""


@record
class Variables:
    """Values by name, None for one that is not known; `are_all` says that no other name has a value."""

    values: Mapping[str, str | None]
    are_all: bool


def expand(text: str, variables: Variables) -> str:
    """Fill in a text; raise BadSubstitutionError where no variable follows `${`.

    What has no known value stays as it is written; a default takes its place only where all variables are known.
    """
    return _Expansion(text, variables).whole()


class _Expansion:
    def __init__(self, text: str, variables: Variables) -> None:
        self._text = text
        self._variables = variables
        self._at = 0

    def whole(self) -> str:
        parts: list[str] = []
        while self._at < len(self._text):
            start = self._at
            if self._text.startswith("$$", start):
                self._at += 2
                parts.append("$")
            elif self._text.startswith("${", start):
                value = self._variable()
                parts.append(self._text[start : self._at] if value is None else value)
            else:
                plain = self._taken(_PLAIN)
                self._at += plain is None
                parts.append(self._text[start : self._at])
        return "".join(parts)

    def _taken(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What follows, if it is of the pattern."""
        match = pattern.match(self._text, self._at)
        if match is not None:
            self._at = match.end()
        return match

    def _variable(self) -> str | None:
        """The value of what begins with `${`, None for an unknown one."""
        self._at += 2
        length = self._taken(_LENGTH)
        if length is not None:
            value = self._variables.values.get(length["name"])
            return None if value is None else str(len(value.encode()))
        name = self._taken(_NAME)
        if name is None:
            raise BadSubstitutionError(self._text)
        if self._taken(_DEFAULT) is not None:
            return self._with_default(name[0])
        return self._changed(self._variables.values.get(name[0]))

    def _changed(self, value: str | None) -> str | None:
        """A value after the string function that follows, if any does."""
        for pattern, change in _FUNCTIONS:
            match = self._taken(pattern)
            if match is not None:
                return None if value is None else change(value, match)
        self._close()
        return value

    def _with_default(self, name: str) -> str | None:
        default = self._default()
        value = self._variables.values.get(name)
        is_unset = name not in self._variables.values and self._variables.are_all
        return default if is_unset or value == "" else value

    def _default(self) -> str | None:
        parts: list[str | None] = []
        while self._at < len(self._text) and self._text[self._at] != "}":
            if self._text.startswith("${", self._at):
                parts.append(self._variable())
            else:
                parts.append(self._text[self._at])
                self._at += 1
        self._close()
        known = [part for part in parts if part is not None]
        return "".join(known) if len(known) == len(parts) else None

    def _close(self) -> None:
        if not self._text.startswith("}", self._at):
            raise BadSubstitutionError(self._text)
        self._at += 1


def _cased(value: str, match: re.Match[str]) -> str:
    case = match["case"]
    first, rest = (value, "") if len(case) == 2 else (value[:1], value[1:])
    return (first.upper() if case[0] == "^" else first.lower()) + rest


def _part(value: str, match: re.Match[str]) -> str | None:
    """From a byte on, and so many of them."""
    start, length = int(match["start"]), match["length"]
    if not value.isascii():
        return None
    return value[start:] if length is None else value[start : start + int(length)]


def _cut(value: str, match: re.Match[str]) -> str | None:
    """Without the shortest or longest beginning (`#`, `##`) or end (`%`, `%%`) that fits; `*` takes `/` too."""
    if len(value) > _LONGEST_CUT:
        return None
    pattern, lengths = re.compile(fnmatch.translate(match["what"])), range(1, len(value) + 1)
    is_start = match["where"][0] == "#"
    fitting = [each for each in lengths if pattern.match(value[:each] if is_start else value[-each:])]
    if not fitting:
        return value
    cut = fitting[0] if len(match["where"]) == 1 else fitting[-1]
    return value[cut:] if is_start else value[:-cut]


def _unknown(_value: str, _match: re.Match[str]) -> None:
    return None


def _replaced(value: str, match: re.Match[str]) -> str:
    what, by = (_ESCAPED.sub(r"\1", match[group]) for group in ("what", "by"))
    where = match["where"]
    if where == "#":
        return by + value.removeprefix(what) if value.startswith(what) else value
    if where == "%":
        return value.removesuffix(what) + by if value.endswith(what) else value
    return value.replace(what, by) if where == "/" else value.replace(what, by, 1)


_FUNCTIONS: Sequence[tuple[re.Pattern[str], Callable[[str, re.Match[str]], str | None]]] = (
    (_CASE, _cased),
    (_REPLACE, _replaced),
    (_PART, _part),
    (_CUT, _cut),
    (_LEFT_ALONE, _unknown),
)
