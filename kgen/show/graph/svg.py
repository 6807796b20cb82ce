"""The picture as one SVG, for documents and pull requests; light or dark as the reader's system is."""

from collections.abc import Iterator

from kgen.show.graph.fitting import shortened
from kgen.show.graph.labels import HEADINGS, PORTS_HEADING, title
from kgen.show.graph.layout import Layout, Point, layout
from kgen.show.graph.model import Column, Edge, Frame, Graph, Net, Node, Row
from kgen.show.graph.sizes import HEADER, ROW, Columns, anchors_of, caption, columns_of, height_of, shown_rows
from kgen.show.graph.svg_style import STYLE
from kgen.show.graph.way import mark_of, path_of
from kgen.show.state import State
from kgen.syntax.xml import xml_text

_MARGIN = 24
_HEADINGS_HEIGHT = 36
_FRAME_TITLE = 34
_ROOM_BETWEEN = 18  # nets, and frames
_PADDING = 12  # between a node's side and its text
_MARKS = {State.BROKEN: "✕", State.UNVERIFIABLE: "?"}


def as_svg(graph: Graph) -> str:
    """A picture of its natural size, with a tooltip for each node and edge."""
    columns = columns_of(graph)
    body, height = [], _HEADINGS_HEIGHT
    for frame in graph.frames:
        drawn, high = _frame(frame, columns)
        body.append(_moved(0, height, drawn))
        height += high + _ROOM_BETWEEN
    width = columns.width + 2 * _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" aria-label="{_summary(graph)}">\n<style>{STYLE}</style>\n'
        f'<rect class="page" width="{width}" height="{height}"/>\n{_headings(columns)}{"".join(body)}</svg>\n'
    )


def _summary(graph: Graph) -> str:
    broken = sum(edge.state is State.BROKEN for edge in graph.edges)
    services = sum(node.column is Column.SERVICE and node.exists for node in graph.nodes)
    return f"Wiring of {services} Services; {broken} broken connections"


def _headings(columns: Columns) -> str:
    texts = [(columns.begins[column], HEADINGS[column]) for column in columns.used]
    if Column.WORKLOAD in columns.begins:
        texts.append((columns.ports + _PADDING, PORTS_HEADING))
    drawn = (f'<text class="heading" x="{left}" y="24">{xml_text(text)}</text>\n' for left, text in texts)
    return _moved(_MARGIN, 0, "".join(drawn))


def _frame(frame: Frame, columns: Columns) -> tuple[str, int]:
    """A frame and its height."""
    nets, top = [], _FRAME_TITLE
    for net in frame.nets:
        placed = layout(net, columns)
        nets.append(_moved(_MARGIN, top, _net(net, placed, columns)))
        top += placed.height + _ROOM_BETWEEN
    remark = f" · {frame.remark}" if frame.remark else ""
    width = columns.width + 2 * _MARGIN - 16
    border = f'<rect class="frame" x="8" width="{width}" height="{top}" rx="8"/>\n'
    text = xml_text(shortened(title(frame) + remark, width - 2 * _PADDING))
    return f'{border}<text class="title" x="{_MARGIN}" y="22">{text}</text>\n{"".join(nets)}', top


def _net(net: Net, placed: Layout, columns: Columns) -> str:
    edges = "".join(_edge(edge, placed.ways[edge.id]) for edge in net.edges)
    return edges + "".join(_node(node, placed.tops[node.id], columns) for node in net.nodes)


def _edge(edge: Edge, points: tuple[Point, ...]) -> str:
    said = edge.words if edge.fault is None else f"{edge.fault.rule}: {edge.fault.message}"
    mark = ""
    if edge.state in _MARKS:
        left, base = mark_of(points)
        mark = f'<text class="mark" x="{left}" y="{base}">{_MARKS[edge.state]}</text>'
    return f'<g class="{edge.state}"><title>{xml_text(said)}</title><path d="{path_of(points)}"/>{mark}</g>\n'


def _node(node: Node, top: int, columns: Columns) -> str:
    left, right = columns.begins[node.column], columns.ends[node.column]
    names_end = columns.ports if node.column is Column.WORKLOAD else right
    kind = "" if node.exists else " missing"
    box = f'<rect width="{right - left}" height="{height_of(node)}" rx="6"/>'
    room = names_end - left - 2 * _PADDING
    name = _text("name", _PADDING, 17, shortened(node.name, room))
    below = _text("caption", _PADDING, 32, shortened(caption(node), room))
    rows = "".join(_rows(node, columns))
    where = "" if node.place is None else f" ({node.place.path}:{node.place.line})"
    drawn = f"<title>{xml_text(f'{node.kind} {node.name}{where}')}</title>{box}{name}{below}{rows}"
    return f'<g class="node{kind}" transform="translate({left} {top})">{drawn}</g>\n'


def _rows(node: Node, columns: Columns) -> Iterator[str]:
    left, right = columns.begins[node.column], columns.ends[node.column]
    begin = columns.ports - left if node.column is Column.WORKLOAD else 0
    middles = anchors_of(node)
    shown = shown_rows(node)
    if shown and begin:
        yield f'<path class="line" d="M{begin} 0V{height_of(node)}"/>'
    elif shown:
        yield f'<path class="line" d="M0 {HEADER}H{right - left}"/>'
    for row in shown:
        yield _row(row, begin + _PADDING, middles[row.id], right - left - begin - 2 * _PADDING)


def _row(row: Row, left: int, middle: int, room: int) -> str:
    return _text("row" if row.exists else "row missing", left, middle + ROW // 2 - 7, shortened(row.text, room))


def _text(kind: str, left: int, base: int, text: str) -> str:
    return f'<text class="{kind}" x="{left}" y="{base}">{xml_text(text)}</text>'


def _moved(left: int, top: int, drawn: str) -> str:
    return f'<g transform="translate({left} {top})">\n{drawn}</g>\n'
