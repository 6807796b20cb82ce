"""The quickest way through a text: line by line, for the plain block style that nearly all manifests are written in.

It gives up where anything is out of the ordinary, as kgen.syntax.quick does, and there sooner: scalars of several lines
other than block scalars, tabs, collections with anchors. What it does read it reads as libyaml would.
"""

from __future__ import annotations

import re

from kgen.pattern import lazy_pattern
from kgen.syntax.late_values import LateValues
from kgen.syntax.steps import Steps
from kgen.syntax.unusual import UnusualError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kgen.syntax.events import Engine
    from kgen.syntax.quick import Extent
    from kgen.syntax.value import Data

_FIRST_VALUE = lazy_pattern(r"^ *[^ #\n]", re.MULTILINE)
_SEPARATOR = lazy_pattern(r"\n---(?=[ \n]|\Z)")
_STEPS = Steps()


def read_lines(text: str, engine: Engine) -> list[tuple[Data, Extent]] | None:
    """What a text's documents hold, but for empty ones, and where each is; None for a text to be read otherwise."""
    lines = text.split("\n")
    lines.reverse()
    try:
        values = _build(lines, LateValues(lines, engine))
    except UnusualError:
        return None
    places = zip(values, *_extents(text, len(values)), strict=True)
    return [(value, (start, end)) for value, start, end in places if value is not None]


def _extents(text: str, count: int) -> tuple[list[int], list[int]]:
    """Where each of so many documents starts and where it ends; the first has no separator before it."""
    first = _FIRST_VALUE.search(text)
    starts = [first.end() - 1 if first else 0]
    if count > 1:
        starts += [separator.start() for separator in _SEPARATOR.finditer(f"\n{text}")]
    return starts, [*starts[1:], len(text)]


def _build(lines: list[str], late: LateValues) -> list[Data]:
    """Take lines off the end, the first is last, and return the data of the documents; None for one without."""
    steps = _STEPS  # as in Builder.build, all that is ever read goes through this loop
    documents: list[Any] = [None]
    inside: Any = documents
    depth = -1
    outer: list[tuple[int, Any]] = []
    awaited: str | int | None = -1
    while lines:
        for at, key, value, awaits in steps[lines.pop()]:
            if at > depth:
                if awaited is None:
                    raise UnusualError
                outer.append((depth, inside))
                collection: Any = [] if key is None else {}
                inside[awaited] = collection
                depth, inside = at, collection
            elif at < depth:
                depth, inside = _around(outer, at)
            if key is None:
                inside.append(value)
            elif key in inside:
                raise UnusualError
            else:
                inside[key] = value
            awaited = awaits
            if awaits is not None and isinstance(value, str):
                inside[awaits] = late.value(value, at // 2, len(documents))
                awaited = None
    return documents


def _around(outer: list[tuple[int, Any]], at: int) -> tuple[int, Any]:
    """The collection that goes on at a depth, where those deeper end."""
    depth, inside = outer.pop()
    while depth > at:
        depth, inside = outer.pop()
    if depth < at:
        raise UnusualError
    return depth, inside
