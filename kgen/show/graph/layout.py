"""Where the nodes of a net are drawn: columns are given, the order in them keeps edges from crossing.

Barycentres: Sugiyama, Tagawa, Toda, "Methods for Visual Understanding of Hierarchical System Structures" (1981).
"""

from collections.abc import Iterable, Sequence

from kgen.record import record
from kgen.show.graph.layers import Item, Layers, Tie, layers_of
from kgen.show.graph.model import Edge, Net
from kgen.show.graph.sizes import ROOM_IN_COLUMN, Columns

_SWEEPS = 4

Point = tuple[int, int]


@record
class Layout:
    """The top of each node by its id, the points that each edge passes by its id, and the height of it all.

    An edge is a line between its first two points, then a curve to the third, a line to the fourth, and so on.
    """

    tops: dict[str, int]
    ways: dict[str, tuple[Point, ...]]
    height: int


def layout(net: Net, columns: Columns) -> Layout:
    """Put a net into columns."""
    layers = layers_of(net, columns.used)
    order = [layers.items[column] for column in columns.used]
    for items in order:
        _stack(items)
    for _ in range(_SWEEPS):
        for items in order[1:]:
            _sort(items, [item.before for item in items])
        for items in reversed(order[:-1]):
            _sort(items, [item.after for item in items])
    _spread(order)
    height = max((item.top + item.height for items in order for item in items), default=0)
    tops = {item.node: round(item.top) for items in order for item in items if item.node}
    return Layout(tops, {edge.id: _way(edge, layers, columns) for edge in net.edges}, round(height))


def _stack(items: Iterable[Item]) -> None:
    """Put items below each other."""
    top = 0.0
    for item in items:
        item.top = top
        top += item.height + ROOM_IN_COLUMN


def _sort(items: list[Item], ties: Sequence[Sequence[Tie]]) -> None:
    """Order items by the mean height of what they are connected with on one side."""
    wanted = {item: _mean([tie.height for tie in each], item.middle) for item, each in zip(items, ties, strict=True)}
    items.sort(key=lambda item: wanted[item])
    _stack(items)


def _mean(heights: Sequence[float], default: float) -> float:
    return sum(heights) / len(heights) if heights else default


def _spread(order: Sequence[list[Item]]) -> None:
    """Move the items of each column to the height of what they lead to, the fullest column staying as it is."""
    fullest = max(range(len(order)), key=lambda number: sum(item.height for item in order[number]), default=0)
    for number in range(fullest - 1, -1, -1):
        _level(order[number], [item.after or item.before for item in order[number]])
    for number in range(fullest + 1, len(order)):
        _level(order[number], [item.before or item.after for item in order[number]])
    highest = min((item.top for items in order for item in items), default=0)
    for item in (item for items in order for item in items):
        item.top -= highest


def _level(items: Sequence[Item], ties: Sequence[Sequence[Tie]]) -> None:
    """Put each item where its edges are straight, as far as those above it leave room."""
    free = float("-inf")
    for item, each in zip(items, ties, strict=True):
        item.top = max(free, _mean([tie.height - tie.own for tie in each], item.top))
        free = item.top + item.height + ROOM_IN_COLUMN


def _way(edge: Edge, layers: Layers, columns: Columns) -> tuple[Point, ...]:
    start, end = layers.by_row[edge.source], layers.by_row[edge.target]
    points = [(columns.ends[start.column], round(start.top + start.anchors[edge.source]))]
    for item in layers.ways[edge.id]:
        height = round(item.middle)
        points += [(columns.begins[item.column], height), (columns.ends[item.column], height)]
    return (*points, (columns.begins[end.column], round(end.top + end.anchors[edge.target])))
