"""Rendered objects as documents and nodes, so that all that reads manifests reads them too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgen.kubernetes.resource import resources
from kgen.syntax.document import Document
from kgen.syntax.node import KeyNode, Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.gitops.kustomize.tree import Value
    from kgen.kubernetes.resource import Resource
    from kgen.syntax.source import Source
    from kgen.syntax.span import Span
    from kgen.syntax.value import Data


class RenderedDocument(Document):
    """One rendered object; its source is the file that the object as a whole was taken from."""

    __slots__ = ("_root",)

    def __init__(self, tree: Value, written: Node) -> None:
        """`written` is the node that the object as a whole was taken from."""
        document = written.document
        super().__init__(document.source, document.index, document.extent, None)
        self._root = RenderedNode(self, tree.plain(), tree, written)

    @property
    def root(self) -> Node:
        """The object."""
        return self._root


class RenderedNode(Node):
    """A value of a rendered object; `written` is the node of a file that decides it.

    That is where it was taken from, or for what nobody wrote by itself the nearest value around it that was.
    """

    __slots__ = ("_tree", "_written")

    def __init__(
        self,
        document: Document,
        value: Data,
        tree: Value,
        written: Node,
        parent: RenderedNode | None = None,
        key: str | int | None = None,
    ) -> None:
        self.document = document  # and not by way of `super`: no other objects are made as often
        self.value = value
        self.parent = parent
        self.key = key
        self._tree = tree
        self._written = written if tree.origin is None else tree.origin.written

    def __getitem__(self, key: str | int) -> Node:
        """Return the child at a mapping's key or a sequence's index; KeyError or IndexError if none."""
        value, data = self.value, self._tree.seen
        if isinstance(value, dict) and isinstance(data, dict) and isinstance(key, str):
            return RenderedNode(self.document, value[key], data[key], self._written, self, key)
        if isinstance(value, list) and isinstance(data, list) and isinstance(key, int):
            return RenderedNode(self.document, value[key], data[key], self._written, self, key % len(value))
        raise KeyError(key)

    def get(self, key: str) -> Node | None:
        """Return the child of a mapping; None when there is none or this is no mapping."""
        value = self.value
        if isinstance(value, dict) and key in value and isinstance(data := self._tree.seen, dict):
            return RenderedNode(self.document, value[key], data[key], self._written, self, key)
        return None

    def items(self) -> Iterator[tuple[KeyNode, Node]]:
        """Yield a mapping's keys and values in their order; nothing for any other value."""
        for child in self.mapping().values():
            yield RenderedKey(child), child

    def mapping(self) -> dict[str, Node]:
        """Return a mapping's values by key; empty when this is no mapping."""
        value, data = self.value, self._tree.seen
        if not (isinstance(value, dict) and isinstance(data, dict)):
            return {}
        return {
            key: RenderedNode(self.document, each, data[key], self._written, self, key) for key, each in value.items()
        }

    def sequence(self) -> list[Node]:
        """Return a sequence's items; empty when this is no sequence."""
        value, data = self.value, self._tree.seen
        if not (isinstance(value, list) and isinstance(data, list)):
            return []
        return [
            RenderedNode(self.document, each, data[index], self._written, self, index)
            for index, each in enumerate(value)
        ]

    @property
    def written(self) -> Node:
        """The node of a file that decides the value."""
        return self._written

    @property
    def source(self) -> Source:
        """The file that decides the value."""
        return self._written.source

    @property
    def span(self) -> Span:
        """Where that is written."""
        return self._written.span

    @property
    def key_span(self) -> Span | None:
        """Where the key of what decides the value is written."""
        return self._written.key_span

    @property
    def raw(self) -> str:
        """What is written there."""
        return self._written.raw


class RenderedKey(KeyNode):
    """A key of a rendered mapping; it stands where the key of its value does."""

    __slots__ = ("_child",)

    def __init__(self, child: Node) -> None:
        assert child.parent is not None
        super().__init__(child.document, str(child.key), child.parent)
        self._child = child

    @property
    def written(self) -> Node:
        """The node of a file that decides the value of the key."""
        return self._child.written

    @property
    def source(self) -> Source:
        """The file that the key is in."""
        return self._child.source

    @property
    def span(self) -> Span:
        """Where the key is written; where the value is, if nobody wrote the key."""
        return self._child.key_span or self._child.span

    @property
    def raw(self) -> str:
        """The key."""
        return str(self.value)


def rendered_resources(trees: Iterable[Value]) -> tuple[Resource, ...]:
    """The objects, in their order."""
    documents = (RenderedDocument(tree, tree.origin) for tree in trees if tree.origin is not None)
    return tuple(resource for document in documents for resource in resources(document))
