"""The parts of a Go template that kgen understands."""

from __future__ import annotations

from kgen.record import record


@record
class Constant:
    value: str | int | float | bool | None


@record
class Reference:
    """`.a.b` (`variable` empty), `$x.a` or `$.a`, or the fields of a parenthesised pipeline."""

    variable: str
    fields: tuple[str, ...]
    base: Pipeline | None = None


@record
class Call:
    function: str
    arguments: tuple[Expression, ...]


Expression = Constant | Reference | Call


@record
class Pipeline:
    """`$a, $b := first | second`: each command but the first takes the one before as its last argument."""

    variables: tuple[str, ...]
    declares: bool
    commands: tuple[Expression, ...]


@record
class Text:
    text: str


@record
class Print:
    pipeline: Pipeline


@record
class Block:
    """`{{if}}`, `{{with}}` or `{{range}}` (its `keyword`) up to its `{{end}}`."""

    keyword: str
    pipeline: Pipeline
    body: tuple[Part, ...]
    otherwise: tuple[Part, ...]


Part = Text | Print | Block
