"""Anchors and aliases of one document."""

from kgen.syntax.limits import excessive_aliasing
from kgen.syntax.marks import Entry, Marks
from kgen.syntax.unreadable import UnreadableError
from kgen.syntax.value import Data


class Anchor:
    """What aliases of one name stand for: a value once complete, its entry, and how many nodes it counts."""

    __slots__ = ("complete", "entry", "nodes", "value")

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.complete = False
        self.value: Data = None
        self.nodes = 0


class Anchors:
    """The anchors met so far; a name that is used again means the later value, as YAML has it."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._by_name: dict[str, Anchor] = {}
        self._aliased = 0

    def add(self, name: str, value: Data) -> None:
        """Take up an anchored scalar whose marks come next."""
        anchor = self.open(name)
        anchor.value, anchor.nodes, anchor.complete = value, 1, True

    def open(self, name: str) -> Anchor:
        """Take up an anchored collection whose marks come next and which is yet to be read."""
        anchor = Anchor(len(self._marks.numbers))
        anchor.nodes = -self._aliased
        self._by_name[name] = anchor
        return anchor

    def close(self, anchor: Anchor, value: Data) -> None:
        """Complete a collection whose last item was read."""
        anchor.value, anchor.complete = value, True
        anchor.nodes += self._aliased + (len(self._marks.numbers) - anchor.entry) // 2

    def resolve(self, name: str, start: int, end: int) -> Data:
        """Return what the alias between two indexes of the text stands for, and mark it.

        Raise UnreadableError for an unknown anchor, one that holds itself, and for more than go-yaml allows.
        """
        anchor = self._by_name.get(name)
        if anchor is None:
            raise UnreadableError(f"unknown anchor `{name}` referenced", start)
        if not anchor.complete:
            raise UnreadableError(f"anchor `{name}` value contains itself", start)
        numbers = self._marks.numbers
        self._marks.aliases[len(numbers)] = anchor.entry
        numbers += (start, end)
        self._aliased += anchor.nodes
        if excessive_aliasing(len(numbers) // 2 + self._aliased, self._aliased):
            raise UnreadableError("document contains excessive aliasing", start)
        return anchor.value
