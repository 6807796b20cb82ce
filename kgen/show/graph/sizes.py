"""How large things are drawn, in pixels; the page's style sheet has the same line heights and fonts."""

from collections.abc import Iterable, Sequence
from math import ceil

from kgen.record import record
from kgen.show.graph.model import COLUMNS, Column, Graph, Node, Row
from kgen.syntax.display import cells, visible

CELL = 7.3  # of a monospace font of 12 pixels
HEADER = 40
ROW = 22
ROOM_BELOW_ROWS = 5
ROOM_IN_COLUMN = 14
ROOM_BETWEEN_COLUMNS = 56
SIDE_ROOM = 24  # left and right of a text together
_NARROWEST_PORTS = 96
_WIDEST_PORTS = 200

# column -> the narrowest and the widest that its nodes, or the names in it, may be
_LIMITS = {
    Column.CLIENT: (70, 70),
    Column.DOOR: (108, 170),
    Column.ROUTE: (160, 290),
    Column.SERVICE: (140, 250),
    Column.WORKLOAD: (130, 250),
}


@record
class Columns:
    """Where the columns that are in use begin and end; `ports` is where the ports of workloads begin."""

    begins: dict[Column, int]
    ends: dict[Column, int]
    ports: int
    width: int

    @property
    def used(self) -> tuple[Column, ...]:
        """The columns in use, from left to right."""
        return tuple(self.begins)


def columns_of(graph: Graph) -> Columns:
    """Columns wide enough for what is in them, within limits."""
    begins: dict[Column, int] = {}
    ends: dict[Column, int] = {}
    at, ports = 0, 0
    for column in COLUMNS:
        nodes = [node for node in graph.nodes if node.column is column]
        if not nodes:
            continue
        begins[column] = at
        at += _width(_headers(nodes, column), *_LIMITS[column])
        if column is Column.WORKLOAD:
            ports = at
            at += _width((row.text for node in nodes for row in node.rows), _NARROWEST_PORTS, _WIDEST_PORTS)
        ends[column] = at
        at += ROOM_BETWEEN_COLUMNS
    return Columns(begins, ends, ports, max(at - ROOM_BETWEEN_COLUMNS, 0))


def height_of(node: Node) -> int:
    """The height of a node: its header, and below it, beside it for a workload, its rows."""
    below = ROW * len(shown_rows(node))
    if node.column is Column.WORKLOAD:
        return max(HEADER, below + 2 * ROOM_BELOW_ROWS)
    return HEADER + (below + ROOM_BELOW_ROWS if below else 0)


def anchors_of(node: Node) -> dict[str, int]:
    """How far below the top of a node the middle of each of its rows is, by the row's id."""
    shown = {row.id: number for number, row in enumerate(shown_rows(node))}
    first = HEADER
    if node.column is Column.WORKLOAD:
        first = (height_of(node) - ROW * len(shown)) // 2
    return {row.id: first + ROW * shown[row.id] + ROW // 2 if row.id in shown else HEADER // 2 for row in node.rows}


def shown_rows(node: Node) -> Sequence[Row]:
    """The rows that say something; a node without any is its own row."""
    return [row for row in node.rows if row.text]


def _headers(nodes: Iterable[Node], column: Column) -> Iterable[str]:
    for node in nodes:
        yield node.name
        yield caption(node)
        if column is not Column.WORKLOAD:
            yield from (row.text for row in node.rows)


def caption(node: Node) -> str:
    """What stands below the name: the kind, and the namespace where it is known."""
    return f"{node.kind} · {node.namespace}" if node.namespace else node.kind


def _width(texts: Iterable[str], narrowest: int, widest: int) -> int:
    needed = max((cells(visible(text)) for text in texts), default=0) * CELL + SIDE_ROOM
    return min(max(ceil(needed), narrowest), widest)
