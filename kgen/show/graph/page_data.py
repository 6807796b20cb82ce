"""What the page is given: the model and where to draw it, without what is empty."""

from collections.abc import Mapping

from kgen.show.graph.labels import HEADINGS, PORTS_HEADING, title
from kgen.show.graph.layout import Layout, layout
from kgen.show.graph.model import Column, Edge, Frame, Graph, Net, Node, Row
from kgen.show.graph.sizes import Columns, caption, columns_of, height_of
from kgen.show.graph.way import mark_of, path_of
from kgen.show.port_ledger import Place
from kgen.show.state import State
from kgen.syntax.display import visible

Json = Mapping[str, "Json"] | list["Json"] | str | int | bool


def page_data(graph: Graph) -> Json:
    """Frames with their nets, columns with their places; texts are safe to show."""
    columns = columns_of(graph)
    return {
        "width": columns.width,
        "columns": [_column(column, columns) for column in columns.used],
        "ports": {"title": PORTS_HEADING, "begin": columns.ports},
        "frames": [_frame(frame, columns) for frame in graph.frames],
    }


def _column(column: Column, columns: Columns) -> Json:
    return {"name": column, "title": HEADINGS[column], "begin": columns.begins[column], "end": columns.ends[column]}


def _frame(frame: Frame, columns: Columns) -> Json:
    nets: list[Json] = [_net(net, columns) for net in frame.nets]
    about = {"cluster": frame.cluster, "remark": frame.remark}
    return {"title": visible(title(frame)), **_given(about), "nets": nets}


def _net(net: Net, columns: Columns) -> Json:
    placed = layout(net, columns)
    return {
        "height": placed.height,
        "nodes": [_node(node, placed) for node in net.nodes],
        "edges": [_edge(edge, placed) for edge in net.edges],
    }


def _node(node: Node, placed: Layout) -> Json:
    about = {"namespace": node.namespace, "place": _place(node.place)}
    return {
        "id": node.id,
        "column": node.column,
        "kind": visible(node.kind),
        "name": visible(node.name),
        "caption": visible(caption(node)),
        **_given(about),
        **({} if node.exists else {"missing": True}),
        "top": placed.tops[node.id],
        "height": height_of(node),
        "rows": [_row(row) for row in node.rows],
    }


def _row(row: Row) -> Json:
    about = {"text": row.text, "place": _place(row.place)}
    return {"id": row.id, **_given(about), **({} if row.exists else {"missing": True})}


def _edge(edge: Edge, placed: Layout) -> Json:
    points, about = placed.ways[edge.id], {"place": _place(edge.place)}
    if edge.fault is not None:
        about |= {"rule": edge.fault.rule, "message": edge.fault.message}
    return {
        "source": edge.source,
        "target": edge.target,
        "state": edge.state,
        "words": visible(edge.words),
        **_given(about),
        "way": path_of(points),
        **({} if edge.state is State.VERIFIED else {"mark": list(mark_of(points))}),
    }


def _place(place: Place | None) -> str:
    return "" if place is None else f"{place.path}:{place.line}"


def _given(texts: Mapping[str, str]) -> dict[str, Json]:
    return {key: visible(text) for key, text in texts.items() if text}
