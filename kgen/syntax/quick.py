"""The quick way through a text: data alone, where the exact way would note as well where each value is written.

It gives up where anything is out of the ordinary (anchors, tags, merge keys, keys that are no strings or written twice,
errors), which is for the exact way to judge. Most texts are ordinary, and hardly any is asked for its places.
"""

from __future__ import annotations

from kgen.syntax.limits import MAX_DEPTH
from kgen.syntax.scalars import MERGE, PLAIN
from kgen.syntax.unusual import UnusualError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kgen.syntax.events import Engine, NextEvent
    from kgen.syntax.value import Data, Mapping

Extent = tuple[int, int]
"""Where a document starts and ends, as indexes into the text."""


def quick_read(text: str, engine: Engine) -> list[tuple[Data, Extent]] | None:
    """What the documents of a text hold and where each is, or None for a text to be read the exact way."""
    found: list[tuple[Data, Extent]] = []
    try:
        next_event = engine.start(text)
        next_event()
        while isinstance(event := next_event(), engine.document_start):
            value, end = _build(next_event, engine)
            found.append((value, (event.start_mark.index, end)))
    except UnusualError:
        return None
    except engine.errors:
        return None
    return found


def _build(next_event: NextEvent, engine: Engine) -> tuple[Data, int]:
    """Take events up to a document's end and return its data and where that is."""
    # As in Builder.build, all that is ever read goes through this loop.
    scalar, mapping_start, mapping_end = engine.scalar, engine.mapping_start, engine.mapping_end
    sequence_start, sequence_end = engine.sequence_start, engine.sequence_end
    items: list[Any] = []
    outer: list[list[Any]] = []
    while True:
        event = next_event()
        kind = type(event)
        if kind is scalar:
            plain, quoted = event.implicit
            if event.anchor is not None or not (plain or quoted):
                raise UnusualError
            items.append(PLAIN[event.value] if plain else event.value)
        elif kind is mapping_start or kind is sequence_start:
            if event.anchor is not None or len(outer) >= MAX_DEPTH:
                raise UnusualError
            outer.append(items)
            items = []
        elif kind is mapping_end or kind is sequence_end:
            value = _mapping(items) if kind is mapping_end else items
            items = outer.pop()
            items.append(value)
        elif outer:
            raise UnusualError  # an alias
        else:
            return _collection(items), event.end_mark.index


def _mapping(items: list[Any]) -> Mapping:
    each = iter(items)
    try:
        mapping: Mapping = dict(zip(each, each, strict=True))
        "".join(mapping)  # as in MappingBuilder
    except TypeError:
        raise UnusualError from None
    if 2 * len(mapping) != len(items) or MERGE in mapping:
        raise UnusualError
    return mapping


def _collection(items: list[Any]) -> Data:
    """A document's data; one that is a lone scalar may be none at all."""
    if len(items) != 1 or not isinstance(items[0], dict | list):
        raise UnusualError
    data: Data = items[0]
    return data
