"""Values that can be changed and still know where each of them was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgen.gitops.kustomize.scalars import key_as_written, scalar_as_written

if TYPE_CHECKING:
    from kgen.syntax.node import Node
    from kgen.syntax.value import Data

Scalar = str | int | float | bool | None


class Value:
    """A mapping, a sequence or a scalar; `origin` is the node that it, as it stands, was taken from."""

    __slots__ = ("data", "origin")

    def __init__(self, data: dict[str, Value] | list[Value] | Scalar, origin: Node | None = None) -> None:
        self.data = data
        self.origin = origin

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
        return self.data is None or self.data in ({}, [])

    def get(self, *path: str) -> Value | None:
        """The value below these keys, None where there is none."""
        value: Value | None = self
        for key in path:
            value = value.fields.get(key) if value is not None else None
        return value

    def text(self) -> str:
        """A scalar as YAML has it written, without its quotes; empty for a collection."""
        data = self.data
        if isinstance(data, str):
            return data
        if isinstance(data, dict | list):
            return ""
        if self.origin is not None and self.origin.value is data:
            return self.origin.raw
        if data is None:
            return ""
        return str(data).lower() if isinstance(data, bool) else str(data)

    def text_at(self, *path: str) -> str:
        """The text of the scalar below these keys, empty where there is none or it is null."""
        value = self.get(*path)
        return "" if value is None or value.data is None else value.text()

    def replace(self, other: Value) -> None:
        """Become what another value is."""
        self.data = other.data
        self.origin = other.origin

    def copy(self) -> Value:
        """The same, sharing nothing that can change."""
        data = self.data
        if isinstance(data, dict):
            return Value({key: value.copy() for key, value in data.items()}, self.origin)
        if isinstance(data, list):
            return Value([item.copy() for item in data], self.origin)
        return Value(data, self.origin)

    def plain(self) -> Data:
        """Plain data without places."""
        data = self.data
        if isinstance(data, dict):
            return {key: value.plain() for key, value in data.items()}
        if isinstance(data, list):
            return [item.plain() for item in data]
        return data


def from_node(node: Node) -> Value:
    """The values of a node as kustomize reads them."""
    data = node.value
    if isinstance(data, dict):
        return Value({key_as_written(key): from_node(value) for key, value in node.items()}, node)
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
