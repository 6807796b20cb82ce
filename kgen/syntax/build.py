"""Events of one document -> plain data and marks of where it is written; without recursion at any depth."""

from __future__ import annotations

from kgen.syntax.anchors import Anchor, Anchors
from kgen.syntax.limits import MAX_DEPTH
from kgen.syntax.mapping import MappingBuilder
from kgen.syntax.scalars import PLAIN, resolve_tagged
from kgen.syntax.unreadable import UnreadableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from kgen.syntax.events import Engine, NextEvent
    from kgen.syntax.marks import Entry, Marks
    from kgen.syntax.value import Data

    _Items = list[Any]


class Builder:
    """Builds the data of one document and notes in `marks` where each value is."""

    def __init__(self, engine: Engine, text: str, marks: Marks) -> None:
        self._engine = engine
        self._marks = marks
        self._anchors = Anchors(marks)
        self._mappings = MappingBuilder(text, marks)
        # The innermost collection not complete yet (what it holds, its entry and anchor), then those around.
        self._items: _Items = []
        self._entry: Entry = 0
        self._anchor: Anchor | None = None
        self._outer: list[tuple[_Items, Entry, Anchor | None]] = []

    def build(self, next_event: NextEvent) -> Data:
        """Take events up to the document's end and return the data.

        Raise UnreadableError for what kubectl refuses though it is YAML; the parser's errors pass through.
        """
        # All that is ever read goes through this loop: local names and nothing called twice.
        scalar, others, items, mark = (
            self._engine.scalar,
            self._handlers(),
            self._items,
            self._marks.numbers.append,
        )
        while True:
            event = next_event()
            kind = type(event)
            if kind is scalar:
                plain, quoted = event.implicit
                value = PLAIN[event.value] if plain else event.value if quoted else _tagged(event)
                if event.anchor is not None:
                    self._anchors.add(event.anchor, value)
                mark(event.start_mark.index)
                mark(event.end_mark.index)
                items.append(value)
            elif kind in others:
                items = others[kind](event)
            else:
                self._marks.end = event.end_mark.index
                data: Data = items[0]
                return data

    def _handlers(self) -> dict[type, Callable[[Any], _Items]]:
        """What to do with events other than scalars; each returns the list that what comes next goes to."""
        engine = self._engine
        return {
            engine.mapping_start: self._start,
            engine.sequence_start: self._start,
            engine.mapping_end: self._end,
            engine.sequence_end: self._end,
            engine.alias: self._alias,
        }

    def _start(self, event: Any) -> _Items:
        numbers = self._marks.numbers
        self._outer.append((self._items, self._entry, self._anchor))
        if len(self._outer) > MAX_DEPTH:
            raise UnreadableError(f"nested deeper than {MAX_DEPTH} levels", event.start_mark.index)
        self._items, self._entry = [], len(numbers)
        self._anchor = None if event.anchor is None else self._anchors.open(event.anchor)
        numbers += (event.start_mark.index, 0)
        return self._items

    def _end(self, event: Any) -> _Items:
        items, entry, anchor = self._items, self._entry, self._anchor
        marks = self._marks
        marks.numbers[entry + 1] = -len(marks.numbers)
        end = event.end_mark.index
        if end > event.start_mark.index:  # a closing bracket; block style ends in nothing
            marks.closings[entry] = end
        is_mapping = type(event) is self._engine.mapping_end
        value = self._mappings.build(items, entry) if is_mapping else items
        if anchor is not None:
            self._anchors.close(anchor, value)
        self._items, self._entry, self._anchor = self._outer.pop()
        self._items.append(value)
        return self._items

    def _alias(self, event: Any) -> _Items:
        value = self._anchors.resolve(event.anchor, event.start_mark.index, event.end_mark.index)
        self._items.append(value)
        return self._items


def _tagged(event: Any) -> Data:
    return resolve_tagged(str(event.tag), event.value, event.start_mark.index)
