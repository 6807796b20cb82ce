"""The picture while it is put together: nodes, rows and edges, each once, whoever speaks of them first."""

from __future__ import annotations

from collections import defaultdict

from kgen.record import fresh, record
from kgen.show.port_ledger import Place
from kgen.show.state import State, worst

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from kgen.gitops.unit import Unit
    from kgen.show.graph.model import Column, Fault
    from kgen.syntax.node import Node as Value

Key = tuple["Hashable", ...]


@record
class Looks:
    """What a node shows of an object; `at` is where that is written, None for one that is not there."""

    column: Column
    kind: str
    name: str
    namespace: str = ""
    at: Value | None = None
    exists: bool = True


@record(eq=False, frozen=False)
class DraftRow:
    """A row, `node` the one that it is part of."""

    node: DraftNode
    text: str
    place: Place | None
    exists: bool


@record(eq=False, frozen=False)
class DraftNode:
    """A node with its rows by key."""

    looks: Looks
    place: Place | None
    unit: Unit | None
    rows: dict[Hashable, DraftRow] = fresh(factory=dict)


@record(eq=False, frozen=False)
class DraftEdge:
    """An edge between two rows."""

    source: DraftRow
    target: DraftRow
    state: State
    words: str
    place: Place | None
    fault: Fault | None


class Draft:
    """Collects nodes and edges of one unit after the other; `shown` makes of a file's path the one to show."""

    def __init__(self, shown: Callable[[str], str]) -> None:
        self.unit: Unit | None = None
        self.edges: dict[tuple[DraftRow, DraftRow], DraftEdge] = {}
        self._nodes: dict[Key, DraftNode] = {}
        self._shown = shown

    @property
    def nodes(self) -> tuple[DraftNode, ...]:
        """All nodes, in the order in which they were spoken of."""
        return tuple(self._nodes.values())

    def node(self, key: Key, looks: Looks) -> DraftNode:
        """The node of a key, made with these looks where there is none yet."""
        own = (self.unit, *key)
        if own not in self._nodes:
            self._nodes[own] = DraftNode(looks, self.place(looks.at), self.unit)
        return self._nodes[own]

    def row(self, node: DraftNode, text: str, at: Value | None = None, *, exists: bool = True) -> DraftRow:
        """The row of a node that says `text` and stands at `at`, made where there is none yet."""
        key = (text, at)
        if key not in node.rows:
            node.rows[key] = DraftRow(node, text, self.place(at), exists)
        return node.rows[key]

    def edge(
        self, ends: tuple[DraftRow, DraftRow], state: State, words: str, at: Value | None, fault: Fault | None = None
    ) -> None:
        """Connect two rows; of several edges between them the worst stays, the first of equal ones."""
        found = self.edges.get(ends)
        if found is None or worst((found.state, state)) is not found.state:
            self.edges[ends] = DraftEdge(*ends, state, words, self.place(at), fault)

    def place(self, at: Value | None) -> Place | None:
        """Where a value is written, with the path to show."""
        if at is None:
            return None
        span = at.span
        return Place(self._shown(at.source.path), span.line, span.column)

    def nets(self) -> Iterator[tuple[list[DraftNode], list[DraftEdge]]]:
        """The nodes that edges connect, directly or not, with these edges; in the order of their first nodes."""
        root_of = self._roots()
        nodes: dict[DraftNode, list[DraftNode]] = defaultdict(list)
        edges: dict[DraftNode, list[DraftEdge]] = defaultdict(list)
        for node in self.nodes:
            nodes[_root(node, root_of)].append(node)
        for edge in self.edges.values():
            edges[_root(edge.source.node, root_of)].append(edge)
        return ((members, edges[root]) for root, members in nodes.items())

    def _roots(self) -> dict[DraftNode, DraftNode]:
        above: dict[DraftNode, DraftNode] = {}
        for edge in self.edges.values():
            one, other = _root(edge.source.node, above), _root(edge.target.node, above)
            if one is not other:
                above[other] = one
        return above


def _root(node: DraftNode, above: dict[DraftNode, DraftNode]) -> DraftNode:
    while (parent := above.get(node)) is not None:
        above[node] = above.get(parent, parent)  # halves the way for the next one who asks
        node = parent
    return node
