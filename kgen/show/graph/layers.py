"""A net as layers: what stands in each column, with stand-ins where an edge passes a column by."""

from __future__ import annotations

from itertools import pairwise

from kgen.record import fresh, record
from kgen.show.graph.sizes import anchors_of, height_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.show.graph.model import Column, Edge, Net

_PASSAGE = 10  # the height that an edge takes up in a column that it passes


@record(eq=False, frozen=False)
class Item:
    """A node, or an edge on its way through a column (`node` is empty); `top` is where it begins.

    `anchors` are the heights below the top at which edges end. `before` and `after` are its ties in the columns beside.
    """

    column: Column
    node: str
    height: int
    anchors: dict[str, int]
    top: float = 0
    before: list[Tie] = fresh(factory=list)
    after: list[Tie] = fresh(factory=list)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.top + self.height / 2


@record
class Tie:
    """An edge seen from an item: `own` is the height below its top, `other` and `below` are the end there."""

    own: int
    other: Item
    below: int

    @property
    def height(self) -> float:
        """The height of the other end."""
        return self.other.top + self.below


@record
class Layers:
    """Items by column from left to right; `ways` are those that an edge passes, by the edge's id."""

    items: dict[Column, list[Item]]
    ways: dict[str, list[Item]]
    by_row: dict[str, Item]


def layers_of(net: Net, columns: Sequence[Column]) -> Layers:
    """The layers of a net in the columns that are in use."""
    items: dict[Column, list[Item]] = {column: [] for column in columns}
    by_row: dict[str, Item] = {}
    for node in net.nodes:
        item = Item(node.column, node.id, height_of(node), anchors_of(node))
        items[node.column].append(item)
        by_row.update((row.id, item) for row in node.rows)
    layers = Layers(items, {}, by_row)
    for edge in net.edges:
        _lay(edge, layers, columns)
    return layers


def _lay(edge: Edge, layers: Layers, columns: Sequence[Column]) -> None:
    """Connect the items of an edge, with a new one in each column between its ends."""
    start, end = layers.by_row[edge.source], layers.by_row[edge.target]
    between = columns[columns.index(start.column) + 1 : columns.index(end.column)]
    passed = [Item(column, "", _PASSAGE, {}) for column in between]
    for item in passed:
        layers.items[item.column].append(item)
    layers.ways[edge.id] = passed
    ends = [(start, start.anchors[edge.source]), *((item, _PASSAGE // 2) for item in passed)]
    ends.append((end, end.anchors[edge.target]))
    for (left, below), (right, beneath) in pairwise(ends):
        left.after.append(Tie(below, right, beneath))
        right.before.append(Tie(beneath, left, below))
