"""The steps a JSONPath template of kubectl's is made of."""

from __future__ import annotations

from kgen.record import record


@record
class Literal:
    """Text outside braces, or quoted text, a number or a boolean inside them."""

    value: str | int | float | bool


@record
class Field:
    name: str


@record
class Wildcard:
    """`.*`: all that a mapping or a list holds."""


@record
class Descent:
    """`..`: the value and all that it holds, at any depth."""


@record
class Keyword:
    """`range` or `end`; any other word is refused when it is reached."""

    name: str


@record
class Slice:
    """`[start:end:step]`; a bare `[start]` has `single` set and ends behind it."""

    start: int | None
    end: int | None
    step: int | None
    single: bool


@record
class Union:
    """`[a,b]`: what each of the paths finds, one after the other."""

    paths: tuple[Path, ...]


@record
class Filter:
    """`[?(left operator right)]`, or `[?(left)]` with an empty operator: does the item have it."""

    left: Path
    operator: str
    right: Path


Step = Literal | Field | Wildcard | Descent | Keyword | Slice | Union | Filter
Path = tuple[Step, ...]
