"""Where the values of a document are written, worked out when somebody asks."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from kgen.pattern import lazy_pattern
from kgen.syntax.marks import Duplicate, Entry, Marks, Member, children, members
from kgen.syntax.source import Source
from kgen.syntax.value import Data, Mapping

# An anchor and a tag belong to the event of their value; what a person calls the value begins after them.
_PROPERTIES = lazy_pattern(r"(?:[&!]\S*(?:(?:\s+#.*)*\s+|\Z))+")


class Layout:
    """The places of one document's values in its source."""

    __slots__ = ("_children", "_marks", "_numbers", "_offset", "_source")

    def __init__(self, source: Source, marks: Marks, offset: int) -> None:
        """`offset` is where the text that was parsed begins in the source's text."""
        self._source = source
        self._offset = offset
        self._marks = marks
        self._numbers = array("i", marks.numbers)
        self._children: dict[Entry, list[Entry]] = {}
        marks.numbers = []

    @property
    def duplicates(self) -> list[Duplicate]:
        """The keys that a mapping has twice, in the order written."""
        return self._marks.duplicates

    def item(self, entry: Entry, index: int) -> Entry:
        """Return the entry of a sequence's item by its 0-based index."""
        return self._children_of(self._target(entry))[index]

    def member(self, entry: Entry, mapping: Mapping, key: str) -> Member:
        """Return the entries of a key and its value in the mapping at `entry`."""
        entry = self._target(entry)
        return self._members_of(entry, mapping)[key]

    def step_towards(self, inner: Entry, entry: Entry, value: Data) -> tuple[str | int, Entry] | None:
        """Return the key or index under which the value at `entry` holds `inner`, and the entry there."""
        inside = self._children_of(entry)
        index = bisect_right(inside, inner) - 1
        if not isinstance(value, dict):
            return index, inside[index]
        members_of = self._members_of(entry, value).items()
        return next(((key, at) for key, (_, at) in members_of if at == inside[index]), None)

    def extent(self, entry: Entry) -> tuple[int, int]:
        """Return where in the source's text a value starts and ends; for an alias, the anchored value."""
        entry = self._target(entry)
        start, end = self._numbers[entry] + self._offset, self._end(entry) + self._offset
        properties = _PROPERTIES.match(self._source.text, start, end)
        return (properties.end() if properties else start), end

    def scalars(self) -> Iterator[tuple[int, int]]:
        """Yield where in the source's text each scalar, key and alias starts and ends, in the order written."""
        each = iter(self._numbers)
        for start, end in zip(each, each, strict=True):
            if end >= 0:
                yield start + self._offset, end + self._offset

    def shared(self) -> Iterator[tuple[int, int, int]]:
        """Yield where in the source's text each value with aliases starts and ends, and in how many places it is."""
        for entry, aliases in Counter(self._marks.aliases.values()).items():
            yield *self.extent(entry), aliases + 1

    def _target(self, entry: Entry) -> Entry:
        return self._marks.aliases.get(entry, entry)

    def _children_of(self, entry: Entry) -> list[Entry]:
        if entry not in self._children:
            self._children[entry] = children(self._numbers, entry)
        return self._children[entry]

    def _members_of(self, entry: Entry, mapping: Mapping) -> dict[str, Member]:
        if entry not in self._marks.members:
            self._marks.members[entry] = members(self._children_of(entry), mapping)
        return self._marks.members[entry]

    def _end(self, entry: Entry) -> int:
        while self._numbers[entry + 1] < 0:
            if entry in self._marks.closings:
                return self._marks.closings[entry]
            entry = self._children_of(entry)[-1]
        return self._numbers[entry + 1]
