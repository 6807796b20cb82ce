"""Rendered objects as documents and nodes, so that all that reads manifests reads them too."""

from __future__ import annotations

from kgen.kubernetes.resource import resources
from kgen.syntax.document import Document
from kgen.syntax.node import KeyNode, Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.gitops.kustomize.tree import Value
    from kgen.kubernetes.resource import Resource
    from kgen.syntax.source import Source
    from kgen.syntax.span import Span
    from kgen.syntax.value import Data


class RenderedDocument(Document):
    """One rendered object; its source is the file that the object as a whole was taken from."""

    __slots__ = ("_tree", "_value", "_written")

    def __init__(self, tree: Value, written: Node) -> None:
        """`written` is the node that the object as a whole was taken from."""
        document = written.document
        super().__init__(document.source, document.index, document.extent, None)
        self._tree = tree
        self._value = tree.plain()
        self._written = written

    @property
    def root(self) -> Node:
        """The object; made anew, as nodes know their document and nobody is to look for cycles."""
        return RenderedNode(self, self._value, self._tree, self._written)


class RenderedNode(Node):
    """A value of a rendered object; `written` is the node of a file that decides it.

    That is where it was taken from, or for what nobody wrote by itself the nearest value around it that was.
    """

    __slots__ = ("_tree", "_written")

    # None where all in it is as in the file: then `written` is found there, once somebody asks
    _tree: Value | None
    _written: Node | None

    def __init__(
        self,
        document: Document,
        value: Data,
        tree: Value | None,
        written: Node | None,
        parent: RenderedNode | None = None,
        key: str | int | None = None,
    ) -> None:
        self.document = document  # and not by way of `super`: no other objects are made as often
        self.value = value
        self.parent = parent
        self.key = key
        self._tree = tree
        self._written = written

    def __getitem__(self, key: str | int) -> Node:
        """Return the child at a mapping's key or a sequence's index; KeyError or IndexError if none."""
        value = self.value
        if isinstance(value, dict) and isinstance(key, str):
            return self._child(key, value[key])
        if isinstance(value, list) and isinstance(key, int):
            return self._child(key % len(value), value[key])
        raise KeyError(key)

    def get(self, key: str) -> Node | None:
        """Return the child of a mapping; None when there is none or this is no mapping."""
        value = self.value
        return self._child(key, value[key]) if isinstance(value, dict) and key in value else None

    def items(self) -> Iterator[tuple[KeyNode, Node]]:
        """Yield a mapping's keys and values in their order; nothing for any other value."""
        for child in self.mapping().values():
            yield RenderedKey(child), child

    def mapping(self) -> dict[str, Node]:
        """Return a mapping's values by key; empty when this is no mapping."""
        value = self.value
        return {key: self._child(key, each) for key, each in value.items()} if isinstance(value, dict) else {}

    def sequence(self) -> list[Node]:
        """Return a sequence's items; empty when this is no sequence."""
        value = self.value
        return [self._child(index, each) for index, each in enumerate(value)] if isinstance(value, list) else []

    def _child(self, key: str | int, value: Data) -> RenderedNode:
        if self._tree is None:
            return RenderedNode(self.document, value, None, None, self, key)
        tree = self._tree.look((key,))
        written = self._written if tree.origin is None else tree.origin.written
        return RenderedNode(self.document, value, None if tree.is_as_in_file else tree, written, self, key)

    @property
    def written(self) -> Node:
        """The node of a file that decides the value."""
        if self._written is None:
            assert self.parent is not None
            assert self.key is not None
            self._written = self.parent.written[self.key]
        return self._written

    @property
    def source(self) -> Source:
        """The file that decides the value."""
        return self.written.source

    @property
    def span(self) -> Span:
        """Where that is written."""
        return self.written.span

    @property
    def key_span(self) -> Span | None:
        """Where the key of what decides the value is written."""
        return self.written.key_span

    @property
    def raw(self) -> str:
        """What is written there."""
        return self.written.raw


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
