"""The nets put into their frames, in a settled order and with names for nodes, rows and edges."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from posixpath import commonpath, dirname

from kgen.gitops.unit import Unit
from kgen.record import replace
from kgen.show.graph.draft import Draft, DraftEdge, DraftNode, DraftRow
from kgen.show.graph.model import COLUMNS, Column, Edge, Frame, Graph, Net, Node, Row
from kgen.show.port_ledger import Place

FOLDER = "folder"
_Drafted = tuple[list[DraftNode], list[DraftEdge]]
_Order = tuple[str, int, int, str]


def framed(draft: Draft) -> Graph:
    """The picture that a draft stands for.

    Clusters come by name, then what names none; in each the units by name, then the folders.
    """
    by_frame: dict[Frame, list[_Drafted]] = defaultdict(list)
    for nodes, edges in draft.nets():
        by_frame[_frame_of(nodes)].append((nodes, edges))
    naming = _Naming()
    ordered = sorted(by_frame, key=lambda frame: (not frame.cluster, frame.cluster, frame.kind == FOLDER, frame.name))
    return Graph(
        tuple(_filled(frame, f"f{number}", by_frame[frame], naming) for number, frame in enumerate(ordered, 1))
    )


class _Naming:
    """Gives short names in the order in which it is asked; `e` is for edges, `n` for nodes, `r` for rows."""

    def __init__(self) -> None:
        self._next = {letter: count(1) for letter in "enr"}

    def name(self, letter: str) -> str:
        return f"{letter}{next(self._next[letter])}"


def _frame_of(nodes: Iterable[DraftNode]) -> Frame:
    """The frame that nodes belong to, still without name and content."""
    every = tuple(nodes)
    unit = every[0].unit
    if unit is not None:
        return Frame("", unit.cluster, unit.kind, unit.name, _remark(unit), ())
    folders = {dirname(node.place.path) for node in every if node.place is not None}
    return Frame("", "", FOLDER, (commonpath(folders) if folders else "") or ".", "", ())


def _remark(unit: Unit) -> str:
    if not unit.lacks_objects:
        return ""
    more = f" (and {len(unit.problems) - 1} more)" if len(unit.problems) > 1 else ""
    return f"only partly rendered: {unit.problems[0]}{more}"


def _filled(frame: Frame, name: str, nets: Sequence[_Drafted], naming: _Naming) -> Frame:
    ordered = sorted(nets, key=lambda net: _order_of_net(net[0]))
    return replace(frame, id=name, nets=tuple(_net(nodes, edges, naming) for nodes, edges in ordered))


def _order_of_net(nodes: Sequence[DraftNode]) -> _Order:
    """Where its first Service is written, or else its first node."""
    services = [node for node in nodes if node.looks.column is Column.SERVICE]
    return min(map(_order, services or nodes))


def _order(node: DraftNode) -> _Order:
    place = node.place or Place("", 0, 0)
    return place.path, place.line, place.column, node.looks.name


def _net(nodes: Iterable[DraftNode], edges: Iterable[DraftEdge], naming: _Naming) -> Net:
    ordered = sorted(nodes, key=lambda node: (COLUMNS.index(node.looks.column), _order(node)))
    names = {row: naming.name("r") for node in ordered for row in node.rows.values()}
    places = {row: number for number, row in enumerate(names)}
    in_order = sorted(edges, key=lambda edge: (places[edge.source], places[edge.target]))
    return Net(tuple(_nodes(ordered, names, naming)), tuple(_edges(in_order, names, naming)))


def _nodes(nodes: Iterable[DraftNode], names: Mapping[DraftRow, str], naming: _Naming) -> Iterator[Node]:
    for node in nodes:
        looks = node.looks
        rows = tuple(Row(names[row], row.text, row.place, row.exists) for row in node.rows.values())
        yield Node(
            id=naming.name("n"),
            column=looks.column,
            kind=looks.kind,
            name=looks.name,
            namespace=looks.namespace,
            place=node.place,
            rows=rows,
            exists=looks.exists,
        )


def _edges(edges: Iterable[DraftEdge], names: Mapping[DraftRow, str], naming: _Naming) -> Iterator[Edge]:
    for edge in edges:
        yield Edge(
            id=naming.name("e"),
            source=names[edge.source],
            target=names[edge.target],
            state=edge.state,
            words=edge.words,
            place=edge.place,
            fault=edge.fault,
        )
