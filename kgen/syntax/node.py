"""A value of a document together with where it is written."""

from __future__ import annotations

from kgen.pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.syntax.document import Document
    from kgen.syntax.marks import Entry, Member
    from kgen.syntax.source import Source
    from kgen.syntax.span import Span
    from kgen.syntax.value import Data

# A key that needs no brackets in a path; the API server writes others as `labels[app.kubernetes.io/name]`.
_PLAIN_KEY = lazy_pattern(r"[A-Za-z0-9_$-]+")


class Node:
    """A value and its place: plain data in `value`, and how it was reached in `parent` and `key`.

    `key` is the key in a mapping, the 0-based index in a sequence, None for a document's root. Two nodes are
    equal when they stand in the same place, so what two aliases of one anchor hold is equal.
    """

    __slots__ = ("document", "key", "parent", "value")

    def __init__(
        self, document: Document, value: Data, parent: Node | None = None, key: str | int | None = None
    ) -> None:
        self.document = document
        self.value = value
        self.parent = parent
        self.key = key

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.path or 'document'} at {self.source.path}:{self.span})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node):
            return NotImplemented
        return type(self) is type(other) and self._place() == other._place()

    def __hash__(self) -> int:
        return hash(self._place())

    def __getitem__(self, key: str | int) -> Node:
        """Return the child at a mapping's key or a sequence's index; KeyError or IndexError if none."""
        value = self.value
        if isinstance(value, dict) and isinstance(key, str):
            return Node(self.document, value[key], self, key)
        if isinstance(value, list) and isinstance(key, int):
            return Node(self.document, value[key], self, key % len(value))
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        """Say whether this is a mapping that has the key."""
        return isinstance(self.value, dict) and key in self.value

    def __iter__(self) -> Iterator[Node]:
        """Yield a sequence's items; nothing for any other value."""
        return iter(self.sequence())

    def get(self, key: str) -> Node | None:
        """Return the child of a mapping; None when there is none or this is no mapping."""
        if not isinstance(self.value, dict) or key not in self.value:
            return None
        return Node(self.document, self.value[key], self, key)

    def items(self) -> Iterator[tuple[KeyNode, Node]]:
        """Yield a mapping's keys and values in the order written; nothing for any other value."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield KeyNode(self.document, key, self), Node(self.document, value, self, key)

    def string(self) -> str | None:
        """Return the value when it is text."""
        return self.value if isinstance(self.value, str) else None

    def integer(self) -> int | None:
        """Return the value when it is an integer, which a boolean is not."""
        return self.value if type(self.value) is int else None

    def value_at(self, key: str) -> Data:
        """Return a mapping's value at a key without its place; None when there is none."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def text_at(self, key: str) -> str:
        """Return a mapping's text at a key without its place; empty when there is none."""
        text = self.value.get(key) if isinstance(self.value, dict) else None
        return text if isinstance(text, str) else ""

    def integer_at(self, key: str) -> int | None:
        """Return a mapping's integer at a key without its place; None when there is none."""
        number = self.value.get(key) if isinstance(self.value, dict) else None
        return number if type(number) is int else None

    @property
    def has_fields(self) -> bool:
        """Whether this is a mapping that holds anything."""
        return isinstance(self.value, dict) and bool(self.value)

    def mapping(self) -> dict[str, Node]:
        """Return a mapping's values by key; empty when this is no mapping."""
        if not isinstance(self.value, dict):
            return {}
        return {key: Node(self.document, value, self, key) for key, value in self.value.items()}

    def sequence(self) -> list[Node]:
        """Return a sequence's items; empty when this is no sequence."""
        if not isinstance(self.value, list):
            return []
        return [Node(self.document, value, self, index) for index, value in enumerate(self.value)]

    @property
    def written(self) -> Node:
        """The node of a file that decides the value: this one, unless the value was rendered."""
        return self

    @property
    def source(self) -> Source:
        """The file this was read from."""
        return self.document.source

    @property
    def path(self) -> str:
        """The way from the document's root, like `spec.ports[0].nodePort`; empty for the root."""
        steps: list[str] = []
        node = self
        while node.parent is not None:
            steps.append(_step(node.key))
            node = node.parent
        return "".join(reversed(steps)).removeprefix(".")

    @property
    def span(self) -> Span:
        """Where the value is written; for an alias, where the anchored value is."""
        return self.source.span(*self.document.layout.extent(self._entry()))

    @property
    def key_span(self) -> Span | None:
        """Where the value's key is written in the parent mapping; None for items and roots."""
        member = self._member()
        return None if member is None else self.source.span(*self.document.layout.extent(member[0]))

    @property
    def raw(self) -> str:
        """The value exactly as written, with quotes and line ends, without anchor and tag."""
        start, end = self.document.layout.extent(self._entry())
        return self.source.text[start:end]

    def _entry(self) -> Entry:
        """Find the value in the document's layout, by the way it was reached."""
        member = self._member()
        if member is not None:
            return member[1]
        if self.parent is None or not isinstance(self.key, int):
            return 0
        return self.document.layout.item(self.parent._entry(), self.key)

    def _member(self) -> Member | None:
        if self.parent is None or not isinstance(self.parent.value, dict) or not isinstance(self.key, str):
            return None
        return self.document.layout.member(self.parent._entry(), self.parent.value, self.key)

    def _place(self) -> tuple[object, ...]:
        container = None if self.parent is None else self.parent.value
        return id(self.document), id(container), self.key


class KeyNode(Node):
    """A key of a mapping; its value is the key's text as Kubernetes sees it, `raw` what is written."""

    __slots__ = ("_at",)

    def __init__(self, document: Document, key: str, parent: Node, at: Entry | None = None) -> None:
        """`at` tells this key from the same one written again in the mapping."""
        super().__init__(document, key, parent, key)
        self._at = at

    @property
    def value_span(self) -> Span:
        """Where the value behind this very key is written, also where a later one takes its place."""
        return self.source.span(*self.document.layout.extent(self._entry() + 2))

    def _entry(self) -> Entry:
        member = self._member() if self._at is None else (self._at, 0)
        return member[0] if member is not None else 0

    def _place(self) -> tuple[object, ...]:
        return (*super()._place(), self._at)


def _step(key: str | int | None) -> str:
    if isinstance(key, int):
        return f"[{key}]"
    text = key or ""
    return f".{text}" if _PLAIN_KEY.fullmatch(text) else f"[{text}]"
