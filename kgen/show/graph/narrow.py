"""The part of the picture that leads to some rows, and on from there."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from kgen.record import replace
from kgen.show.graph.model import Edge, Frame, Graph, Net, Node, Row
from kgen.show.port_ledger import Place

Choice = Callable[[Node, Row], bool]


def narrowed(graph: Graph, is_chosen: Choice, passes: Callable[[Edge], bool] = lambda _: False) -> Graph:
    """The ways of all requests that pass a chosen row or edge; names stay what they are."""
    frames = (_narrowed_frame(frame, is_chosen, passes) for frame in graph.frames)
    return Graph(tuple(frame for frame in frames if frame.nets))


def with_files(graph: Graph, covers: Callable[[str], bool]) -> Graph:
    """The ways of all requests that pass something written in files that `covers` takes."""
    knows = cache(covers)

    def is_covered(place: Place | None) -> bool:
        return place is not None and knows(place.path)

    return narrowed(
        graph, lambda node, row: is_covered(node.place) or is_covered(row.place), lambda edge: is_covered(edge.place)
    )


def _narrowed_frame(frame: Frame, is_chosen: Choice, passes: Callable[[Edge], bool]) -> Frame:
    nets = (_narrowed_net(net, is_chosen, passes) for net in frame.nets)
    return replace(frame, nets=tuple(net for net in nets if net.nodes))


def _narrowed_net(net: Net, is_chosen: Choice, passes: Callable[[Edge], bool]) -> Net:
    rows = {row.id for node in net.nodes for row in node.rows if is_chosen(node, row)}
    passed = [edge for edge in net.edges if passes(edge)]
    before = _reached(rows.union(edge.source for edge in passed), ((each.target, each.source) for each in net.edges))
    after = _reached(rows.union(edge.target for edge in passed), ((each.source, each.target) for each in net.edges))
    kept = before | after
    nodes = (replace(node, rows=tuple(row for row in node.rows if row.id in kept)) for node in net.nodes)
    named = {edge.id for edge in passed}
    edges = (each for each in net.edges if each.id in named or each.target in before or each.source in after)
    return Net(tuple(node for node in nodes if node.rows), tuple(edges))


def _reached(start: Iterable[str], steps: Iterable[tuple[str, str]]) -> set[str]:
    """What one comes to by steps from here to there."""
    onward: dict[str, list[str]] = defaultdict(list)
    for here, there in steps:
        onward[here].append(there)
    pending = list(start)
    reached = set(pending)
    while pending:
        fresh = [there for there in onward[pending.pop()] if there not in reached]
        reached.update(fresh)
        pending += fresh
    return reached
