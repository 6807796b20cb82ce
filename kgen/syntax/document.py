"""One document of a source: its root node, or why it could not be read."""

from collections.abc import Callable, Sequence

from kgen.record import record
from kgen.syntax.layout import Layout
from kgen.syntax.marks import Duplicate, Entry
from kgen.syntax.node import KeyNode, Node
from kgen.syntax.source import Source
from kgen.syntax.span import Span
from kgen.syntax.value import Data


@record
class SyntaxProblem:
    """Why a document cannot be read as kubectl would, at a 1-based line and column.

    `templated` says that the document holds template actions (`{{`, `{%`, `%{`): it is no YAML yet.
    """

    message: str
    line: int
    column: int
    templated: bool


@record
class Content:
    """What was read of a document: its data, and a way to learn from its extent where that is written.

    `duplicates` are the keys that a mapping has twice, in the order written.
    """

    value: Data
    layout: Callable[[tuple[int, int]], Layout]
    duplicates: Sequence[Duplicate] = ()


class Document:
    """The `index`-th document (0-based) of a source that holds anything: either content or a problem."""

    __slots__ = ("_content", "_layout", "extent", "index", "problem", "source")

    def __init__(
        self, source: Source, index: int, extent: tuple[int, int], outcome: Content | SyntaxProblem | None
    ) -> None:
        """`extent` is where the document starts and ends, as indexes into the source's text.

        A document without outcome is made of others.
        """
        self.source = source
        self.index = index
        self.problem = outcome if isinstance(outcome, SyntaxProblem) else None
        self._content = outcome if isinstance(outcome, Content) else None
        self._layout: Layout | None = None
        self.extent = extent

    def __repr__(self) -> str:
        return f"Document({self.index} of {self.source.path})"

    @property
    def root(self) -> Node | None:
        """The document's value; None where there is a problem."""
        return None if self._content is None else Node(self, self._content.value)

    @property
    def span(self) -> Span:
        """Where the document is, from its `---` or first value to its last value or the next document."""
        return self.source.span(*self.extent)

    @property
    def layout(self) -> Layout:
        """Where the values are written; ValueError where there are none."""
        if self._layout is None:
            if self._content is None:
                raise ValueError(f"{self!r} was not read")
            self._layout = self._content.layout(self.extent)
        return self._layout

    @property
    def duplicates(self) -> list[tuple[KeyNode, KeyNode]]:
        """The keys written twice in one mapping: the first and the later one, whose value is kept."""
        if self._content is None:
            return []
        return [self._keys(duplicate) for duplicate in self._content.duplicates]

    def _keys(self, duplicate: Duplicate) -> tuple[KeyNode, KeyNode]:
        mapping = self._nearest(duplicate.mapping)
        first = KeyNode(self, duplicate.key, mapping, duplicate.first)
        return first, KeyNode(self, duplicate.key, mapping, duplicate.second)

    def _nearest(self, entry: Entry) -> Node:
        """Return the node at an entry, or the nearest one around it when a later duplicate replaced it."""
        node, at = Node(self, self._content.value if self._content else None), 0
        while at != entry:
            step = self.layout.step_towards(entry, at, node.value)
            if step is None:
                break
            key, at = step
            node = node[key]
        return node
