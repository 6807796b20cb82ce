"""Values that can be changed and still know where each of them was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgen.gitops.kustomize.scalars import key_as_written, scalar_as_written, text_as_written

if TYPE_CHECKING:
    from kgen.syntax.node import Node
    from kgen.syntax.value import Data

Scalar = str | int | float | bool | None
Content = dict[str, "Value"] | list["Value"] | Scalar


class Value:
    """A mapping, a sequence or a scalar; `origin` is the node that it, as it stands, was taken from."""

    __slots__ = ("_lender", "data", "origin")

    data: Content
    # whose `data` this one's still is, when it was lent and nobody has asked for it yet
    _lender: Value | None

    def __init__(self, data: Content, origin: Node | None = None) -> None:
        self._lender = None
        self.data = data
        self.origin = origin

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Content:
            """Make the `data` that was lent one's own, now that somebody asks for it."""
            if name != "data":
                raise AttributeError(name)
            self.data = _all_lent(self._lender.data)
            self._lender = None
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
        return self.seen is None or self.seen in ({}, [])

    def get(self, *path: str) -> Value | None:
        """The value below these keys, None where there is none."""
        value: Value | None = self
        for key in path:
            if value is None or not isinstance(value.data, dict):
                return None
            value = value.data.get(key)
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
            fields = value.data
            if not isinstance(fields, dict) or key not in fields:
                return ""
            value = fields[key]
        return value.data if isinstance(value.data, str) else "" if value.data is None else value.text()

    def replace(self, other: Value) -> None:
        """Become what another value is."""
        self._lender = None
        self.data = other.data
        self.origin = other.origin

    @property
    def seen(self) -> Content:
        """What `data` is, only to look at: values in it may be those of others."""
        return self.data if self._lender is None else self._lender.data

    def lent(self) -> Value:
        """The same, copied no further than somebody looks into its `data`; this one must not change any more."""
        owner = self._lender or self
        if not isinstance(owner.data, dict | list):
            return Value(owner.data, self.origin)
        made = Value.__new__(Value)
        made._lender = owner
        made.origin = self.origin
        return made

    def copy(self) -> Value:
        """The same, sharing nothing that can change."""
        data = self.seen
        if isinstance(data, dict):
            return Value({key: value.copy() for key, value in data.items()}, self.origin)
        if isinstance(data, list):
            return Value([item.copy() for item in data], self.origin)
        return Value(data, self.origin)

    def plain(self) -> Data:
        """Plain data without places."""
        data = self.data if self._lender is None else self._lender.data
        if isinstance(data, dict):
            return {key: value.plain() for key, value in data.items()}
        if isinstance(data, list):
            return [item.plain() for item in data]
        return data


def _all_lent(data: Content) -> Content:
    if isinstance(data, dict):
        return {key: value.lent() for key, value in data.items()}
    if isinstance(data, list):
        return [item.lent() for item in data]
    return data


def from_node(node: Node) -> Value:
    """The values of a node as kustomize reads them."""
    data = node.value
    if isinstance(data, dict):
        return Value({key_as_written(node, key): from_node(value) for key, value in node.mapping().items()}, node)
    if isinstance(data, list):
        return Value([from_node(item) for item in node.sequence()], node)
    return Value(scalar_as_written(node, data), node)


def from_data(data: Data, origin: Node | None) -> Value:
    """Plain data that all comes from one node."""
    if isinstance(data, dict):
        return Value({key: from_data(value, origin) for key, value in data.items()}, origin)
    if isinstance(data, list):
        return Value([from_data(item, origin) for item in data], origin)
    return Value(data, origin)
