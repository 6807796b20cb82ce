"""JSON pointers (RFC 6901) as evanphx/json-patch v4 follows them, and what it does at their end."""

from __future__ import annotations

from kgen.syntax.go_json import Json, JsonObject
from kgen.syntax.golang import parse_int, quote

Container = JsonObject | list[Json]


class PatchError(Exception):
    """What does not apply; the message is json-patch's."""

    def within(self, context: str) -> PatchError:
        """The same with what was being done, as Go wraps errors."""
        return PatchError(f"{context}: {self}")


class Place:
    """A key of an object, or an index of a list as text, that may not exist yet."""

    __slots__ = ("container", "key")

    def __init__(self, container: Container, key: str) -> None:
        self.container = container
        self.key = key

    def get(self) -> Json:
        """The value there; an object gives null for a key it does not have. Raise PatchError."""
        if isinstance(self.container, dict):
            return self.container.get(self.key)
        index = self._index()
        if index >= len(self.container):
            raise _bad_index(index)
        return self.container[index]

    def add(self, value: Json) -> None:
        """Set a key, or insert before an index; `-` is the end of a list. Raise PatchError."""
        if isinstance(self.container, dict):
            self.container[self.key] = value
        elif self.key == "-":
            self.container.append(value)
        else:
            self._insert(self.container, value)

    def replace(self, value: Json) -> None:
        """Set a key or an index that is there."""
        if isinstance(self.container, dict):
            self.container[self.key] = value
        else:
            self.container[self._index()] = value

    def remove(self) -> None:
        """Take a key or an item away; raise PatchError where there is none."""
        if isinstance(self.container, dict):
            if self.key not in self.container:
                raise PatchError(f"Unable to remove nonexistent key: {self.key}: missing value")
            del self.container[self.key]
            return
        index = self._index()
        if index >= len(self.container):
            raise _bad_index(index)
        del self.container[index]

    def _index(self) -> int:
        """The index, where a negative one counts from the end."""
        index = _number(self.key)
        if index < -len(self.container):
            raise _bad_index(index)
        return index + len(self.container) if index < 0 else index

    def _insert(self, items: list[Json], value: Json) -> None:
        try:
            index = _number(self.key)
        except PatchError as error:
            raise error.within(f"value was not a proper array index: '{self.key}'") from None
        if not -len(items) - 1 <= index <= len(items):
            raise _bad_index(index)
        items.insert(index + len(items) + 1 if index < 0 else index, value)


def find(root: Container, pointer: str) -> Place | None:
    """The place a pointer leads to; None where an object or list on the way is missing.

    What stands before the first `/` is ignored.
    """
    _, *parts = pointer.split("/")
    if not parts:
        return None
    container = root
    for part in parts[:-1]:
        try:
            inside = Place(container, _unescaped(part)).get()
        except PatchError:
            return None
        if not isinstance(inside, dict | list):
            return None
        container = inside
    return Place(container, _unescaped(parts[-1]))


def _unescaped(part: str) -> str:
    # Go's Replacer goes over the text once: `~01` is `~1`, not `/`.
    return "~".join(piece.replace("~1", "/") for piece in part.split("~0"))


def _number(key: str) -> int:
    try:
        return parse_int(key, 10, 64)
    except ValueError as error:
        raise PatchError(f"strconv.Atoi: parsing {quote(key)}: {error}") from None


def _bad_index(index: int) -> PatchError:
    return PatchError(f"Unable to access invalid index: {index}: invalid index referenced")
