"""What is noted of where a document's values are written: two integers for each."""

from collections.abc import Sequence

from kgen.record import record
from kgen.syntax.value import Mapping

Entry = int
"""The place of a value, key or alias among the marks."""

Member = tuple[Entry, Entry]
"""The entries of a mapping's key and of its value."""


@record
class Duplicate:
    """A key written twice in the mapping at `mapping`; the later value is the one kept."""

    mapping: Entry
    key: str
    first: Entry
    second: Entry


class Marks:
    """The values, keys and aliases of a document in the order they are written.

    `numbers` holds two integers each. A scalar or alias has its start and end, as indexes into the text
    parsed. A mapping or sequence has its start and, negative, the entry that follows all it contains.
    """

    __slots__ = ("aliases", "closings", "duplicates", "end", "members", "numbers")

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.aliases: dict[Entry, Entry] = {}
        """What each alias stands for."""
        self.closings: dict[Entry, int] = {}
        """Where each collection in flow style (`[]`, `{}`) ends; those in block style end with a child."""
        self.members: dict[Entry, dict[str, Member]] = {}
        """Mappings whose keys are not simply those written, in that order: with merge keys or duplicates."""
        self.duplicates: list[Duplicate] = []
        self.end = 0
        """Where the document ends."""

    @property
    def empty(self) -> bool:
        """Whether all there is is a value that is not written."""
        return len(self.numbers) == 2 and self.numbers[0] == self.numbers[1]


def children(numbers: Sequence[int], entry: Entry) -> list[Entry]:
    """Return the entries directly inside a mapping (key, value, key, value, ...) or sequence."""
    end = -numbers[entry + 1]
    inside = []
    entry += 2
    while entry < end:
        inside.append(entry)
        after = numbers[entry + 1]
        entry = -after if after < 0 else entry + 2
    return inside


def members(inside: list[Entry], mapping: Mapping) -> dict[str, Member]:
    """Return the entries of a mapping's keys, `inside` being its children and its keys those written."""
    return dict(zip(mapping, zip(inside[::2], inside[1::2], strict=True), strict=True))
