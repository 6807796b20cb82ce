"""Values that can be changed and still know where each of them was written."""

from __future__ import annotations

from kgen.gitops.kustomize.scalars import is_read_alike, key_as_written, scalar_as_written, text_as_written
from kgen.syntax.node import Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias, TypeVar

    from kgen.syntax.value import Data

    Answer = TypeVar("Answer")
    Path = tuple[str | int, ...]
    """Keys and indexes."""
    Glimpse: TypeAlias = "Mapping[str, Glimpse] | Sequence[Glimpse] | Value | Scalar"
    """What is in a value, a value itself, or plain data."""

Scalar = str | int | float | bool | None
Content = dict[str, "Value"] | list["Value"] | Scalar


class Value:
    """A mapping, a sequence or a scalar; `origin` is the node that it, as it stands, was taken from."""

    __slots__ = ("_facts", "_lender", "data", "origin")

    data: Content
    # whose `data` this one's still is, while nobody has asked for it: another's who lent it, or that of a file
    _lender: Value | Node | None
    # what questions came to, as long as no answer can change
    _facts: dict[Hashable, object] | None

    def __init__(self, data: Content, origin: Node | None = None) -> None:
        self._facts = None
        self._lender = None
        self.data = data
        self.origin = origin

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Content:
            """Make the `data` that was lent one's own, now that somebody asks for it."""
            if name != "data":
                raise AttributeError(name)
            lender = self._lender
            self.data = _all_lent(lender.data) if isinstance(lender, Value) else _all_in_file(lender)
            self._facts = self._lender = None
            return self.data

    def __repr__(self) -> str:
        return f"Value({self.plain()!r})"

    @property
    def fields(self) -> dict[str, Value]:
        """The values of a mapping by key, to look at; empty for all else."""
        return self.data if isinstance(self.data, dict) else {}

    @property
    def items(self) -> list[Value]:
        """The items of a sequence, to look at; empty for all else."""
        return self.data if isinstance(self.data, list) else []

    @property
    def is_empty(self) -> bool:
        """Whether it is null, an empty mapping or an empty sequence."""
        data = self.glimpse
        return data is None or (not data and isinstance(data, dict | list))

    def get(self, *path: str) -> Value | None:
        """The value below these keys, None where there is none."""
        value: Value | None = self
        for key in path:
            if value is None or not isinstance(value.data, dict):
                return None
            value = value.data.get(key)
        return value

    def look(self, path: Path) -> Value:
        """The value at the end of keys and indexes that are there, only to look at."""
        value = self
        for key in path:
            value = _child(value.seen, key)
        return value

    def at(self, path: Path) -> Value:
        """The same to be changed."""
        value = self
        for key in path:
            value = _child(value.data, key)
        return value

    def text(self) -> str:
        """A scalar as YAML has it written, without its quotes; empty for a collection."""
        data = self.data
        if isinstance(data, str):
            return data
        if isinstance(data, dict | list):
            return ""
        if self.origin is not None and self.origin.value is data:
            return text_as_written(self.origin)
        if data is None:
            return ""
        return str(data).lower() if isinstance(data, bool) else str(data)

    def text_at(self, *path: str) -> str:
        """The text of the scalar below these keys, empty where there is none or it is null."""
        value = self
        for key in path:
            fields = value.seen
            found = fields.get(key) if isinstance(fields, dict) else None
            if found is None:
                return ""
            value = found
        data = value.seen
        return data if isinstance(data, str) else "" if data is None else value.text()

    def replace(self, other: Value) -> None:
        """Become what another value is."""
        self._facts = self._lender = None
        self.data = other.data
        self.origin = other.origin

    @property
    def seen(self) -> Content:
        """What `data` is, only to look at: values in it may be those of others."""
        lender = self._lender
        return lender.data if isinstance(lender, Value) else self.data

    @property
    def glimpse(self) -> Glimpse:
        """What is `seen`, or plain data where nobody has looked further than the file: the cheapest look."""
        lender = self._lender
        if lender is None:
            return self.data
        return lender.glimpse if isinstance(lender, Value) else lender.value

    @property
    def is_as_in_file(self) -> bool:
        """Whether all in it is sure to be what its origin holds."""
        lender = self._lender
        return isinstance(lender._lender if isinstance(lender, Value) else lender, Node)

    def known(self, question: Callable[..., Answer], *about: Hashable) -> Answer:
        """The answer to `question(value, *about)`, which is about all that is in it: of what is lent it is kept."""
        lender = self._lender
        if lender is None:
            return question(self, *about)
        owner = lender if isinstance(lender, Value) else self
        facts, key = owner._facts, (question, about)
        if facts is not None and key in facts:
            return facts[key]  # type: ignore[return-value] # what this very question came to
        answer = question(owner, *about)
        if owner._facts is None:
            owner._facts = {}
        owner._facts[key] = answer
        return answer

    @property
    def children(self) -> Iterable[Value]:
        """The values of a mapping and the items of a sequence, only to look at."""
        data = self.seen
        return data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()

    def parts(self) -> Iterator[Value]:
        """The scalars in it that are its own, and all else that still is as it was lent."""
        pending = [self]
        while pending:
            value = pending.pop()
            data = None if value._lender is not None else value.data
            if isinstance(data, dict):
                pending += data.values()
            elif isinstance(data, list):
                pending += data
            else:
                yield value

    def lent(self) -> Value:
        """The same, copied no further than somebody looks into its `data`; this one must not change any more."""
        lender = self._lender
        owner = lender if isinstance(lender, Value) else self
        if owner._lender is None and not isinstance(owner.data, dict | list):
            return Value(owner.data, self.origin)
        return _borrower(owner, self.origin)

    def copy(self) -> Value:
        """The same, sharing nothing that can change."""
        data = self.seen
        if isinstance(data, dict):
            return Value({key: value.copy() for key, value in data.items()}, self.origin)
        if isinstance(data, list):
            return Value([item.copy() for item in data], self.origin)
        return Value(data, self.origin)

    def plain(self) -> Data:
        """Plain data without places, which is not to be changed."""
        if self._lender is not None:
            return self.known(_plain)
        data = self.data
        if isinstance(data, dict):
            return {key: value.plain() for key, value in data.items()}
        if isinstance(data, list):
            return [item.plain() for item in data]
        return data


def content_of(data: Glimpse) -> Glimpse:
    """What is in a value that a glimpse has led to; plain data as it is."""
    return data.glimpse if isinstance(data, Value) else data


def _child(data: Content, key: str | int) -> Value:
    if isinstance(key, str) and isinstance(data, dict):
        return data[key]
    if isinstance(key, int) and isinstance(data, list):
        return data[key]
    raise KeyError(key)


def _plain(value: Value) -> Data:
    return value._lender.value if isinstance(value._lender, Node) else value.plain()


def _borrower(lender: Value | Node, origin: Node | None) -> Value:
    made = Value.__new__(Value)
    made._facts = None
    made._lender = lender
    made.origin = origin
    return made


def _all_lent(data: Content) -> Content:
    if isinstance(data, dict):
        return {key: value.lent() for key, value in data.items()}
    if isinstance(data, list):
        return [item.lent() for item in data]
    return data


def as_json(node: Node) -> Value:
    """The values of a node as kubectl and kustomizations read them, each once somebody looks at it."""
    return _borrower(node, node) if isinstance(node.value, dict | list) else Value(node.value, node)


def _all_in_file(node: Node) -> Content:
    if isinstance(node.value, dict):
        return {key: as_json(value) for key, value in node.mapping().items()}
    return [as_json(item) for item in node.sequence()]


def from_node(node: Node) -> Value:
    """The values of a node as kustomize reads them."""
    return as_json(node) if is_read_alike(node) else _converted(node)


def _converted(node: Node) -> Value:
    data = node.value
    if isinstance(data, dict):
        return Value({key_as_written(node, key): _converted(value) for key, value in node.mapping().items()}, node)
    if isinstance(data, list):
        return Value([_converted(item) for item in node.sequence()], node)
    return Value(scalar_as_written(node, data), node)


def from_data(data: Data, origin: Node | None) -> Value:
    """Plain data that all comes from one node."""
    if isinstance(data, dict):
        return Value({key: from_data(value, origin) for key, value in data.items()}, origin)
    if isinstance(data, list):
        return Value([from_data(item, origin) for item in data], origin)
    return Value(data, origin)
