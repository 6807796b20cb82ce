"""The parts of a Go template that kgen understands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Constant:
    value: str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Reference:
    """`.a.b` (`variable` empty), `$x.a` or `$.a`, or the fields of a parenthesised pipeline."""

    variable: str
    fields: tuple[str, ...]
    base: Pipeline | None = None


@dataclass(frozen=True, slots=True)
class Call:
    function: str
    arguments: tuple[Expression, ...]


Expression = Constant | Reference | Call


@dataclass(frozen=True, slots=True)
class Pipeline:
    """`$a, $b := first | second`: each command but the first takes the one before as its last argument."""

    variables: tuple[str, ...]
    declares: bool
    commands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Print:
    pipeline: Pipeline


@dataclass(frozen=True, slots=True)
class Block:
    """`{{if}}`, `{{with}}` or `{{range}}` (its `keyword`) up to its `{{end}}`."""

    keyword: str
    pipeline: Pipeline
    body: tuple[Part, ...]
    otherwise: tuple[Part, ...]


Part = Text | Print | Block
