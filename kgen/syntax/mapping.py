"""Keys and values -> a dict, with go-yaml's merge keys, duplicate keys and keys that are no strings."""

from collections.abc import Iterator

from kgen.annotation import Any
from kgen.syntax.marks import Duplicate, Entry, Marks, Member, children, members
from kgen.syntax.scalars import MERGE, key_text
from kgen.syntax.unreadable import UnreadableError
from kgen.syntax.value import Data, Mapping


class MappingBuilder:
    """Builds the mappings of one document."""

    def __init__(self, text: str, marks: Marks) -> None:
        self._text = text
        self._marks = marks

    def build(self, items: list[Any], entry: Entry) -> Mapping:
        """Return the mapping of `[key, value, key, value, ...]`; UnreadableError for a key not in JSON."""
        each = iter(items)
        try:
            mapping: Mapping = dict(zip(each, each, strict=True))
            "".join(mapping)  # the fastest way to learn that all keys are strings
        except TypeError:
            return self._build_irregular(items, entry)
        if 2 * len(mapping) == len(items) and MERGE not in mapping:
            return mapping
        return self._build_irregular(items, entry)

    def _build_irregular(self, items: list[Any], entry: Entry) -> Mapping:
        """Build in the order written: a key wins over one merged before, a merged one over a key before."""
        mapping: Mapping = {}
        found: dict[str, Member] = {}
        written: dict[str, Entry] = {}
        for key, value, member in self._pairs(items, entry):
            if key is MERGE:
                self._merge(value, member[1], mapping, found)
                continue
            name = self._name(key, member[0])
            if name in written:
                self._marks.duplicates.append(Duplicate(entry, name, written[name], member[0]))
            written.setdefault(name, member[0])
            mapping[name], found[name] = value, member
        self._marks.members[entry] = found
        return mapping

    def _pairs(self, items: list[Any], entry: Entry) -> Iterator[tuple[Any, Data, Member]]:
        entries = children(self._marks.numbers, entry)
        pairs = zip(entries[::2], entries[1::2], strict=True)
        return zip(items[::2], items[1::2], pairs, strict=True)

    def _name(self, key: Any, entry: Entry) -> str:
        if isinstance(key, str):
            return key
        numbers = self._marks.numbers
        if isinstance(key, (dict, list)):
            raise UnreadableError("invalid map key: a key must be a scalar", numbers[entry])
        at = self._marks.aliases.get(entry, entry)
        written = self._text[numbers[at] : numbers[at + 1]]
        name = key_text(key, written)
        if name is None:
            raise UnreadableError(f"unsupported map key `{written}`", numbers[entry])
        return name

    def _merge(self, value: Data, entry: Entry, mapping: Mapping, found: dict[str, Member]) -> None:
        """Merge a mapping, or a sequence of mappings whose earlier ones win over later ones."""
        sources = [(value, entry)]
        if isinstance(value, list) and entry not in self._marks.aliases:
            sources = list(zip(value, children(self._marks.numbers, entry), strict=True))
        for merged, at in reversed(sources):
            if not isinstance(merged, dict):
                message = "map merge requires map or sequence of maps as the value"
                raise UnreadableError(message, self._marks.numbers[at])
            mapping.update(merged)
            found.update(self._members(merged, self._marks.aliases.get(at, at)))

    def _members(self, mapping: Mapping, entry: Entry) -> dict[str, Member]:
        known = self._marks.members.get(entry)
        return members(children(self._marks.numbers, entry), mapping) if known is None else known
