"""The model of the picture as JSON, which docs/graph.md describes."""

import json
from collections.abc import Mapping

from kgen.show.graph.model import Edge, Frame, Graph, Net, Node, Row
from kgen.show.port_ledger import Place

VERSION = 1

Json = Mapping[str, "Json"] | list["Json"] | str | int | bool | None


def as_json(graph: Graph) -> str:
    """One indented object in ASCII; schemas/graph.schema.json says what is in it."""
    return json.dumps(graph_data(graph), indent=2) + "\n"


def graph_data(graph: Graph) -> Json:
    """The model as plain data."""
    return {"version": VERSION, "frames": [_frame(frame) for frame in graph.frames]}


def _frame(frame: Frame) -> Json:
    return {
        "id": frame.id,
        "cluster": frame.cluster,
        "kind": frame.kind,
        "name": frame.name,
        "remark": frame.remark,
        "nets": [_net(net) for net in frame.nets],
    }


def _net(net: Net) -> Json:
    return {"state": net.state, "nodes": [_node(node) for node in net.nodes], "edges": [_edge(e) for e in net.edges]}


def _node(node: Node) -> Json:
    return {
        "id": node.id,
        "column": node.column,
        "kind": node.kind,
        "name": node.name,
        "namespace": node.namespace,
        "exists": node.exists,
        "place": _place(node.place),
        "rows": [_row(row) for row in node.rows],
    }


def _row(row: Row) -> Json:
    return {"id": row.id, "text": row.text, "exists": row.exists, "place": _place(row.place)}


def _edge(edge: Edge) -> Json:
    fault = edge.fault
    return {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "state": edge.state,
        "words": edge.words,
        "place": _place(edge.place),
        "finding": None if fault is None else {"rule": fault.rule, "message": fault.message},
    }


def _place(place: Place | None) -> Json:
    return None if place is None else {"path": place.path, "line": place.line, "column": place.column}
