"""The picture in the language of Graphviz.

https://graphviz.org/doc/info/lang.html
"""

from collections.abc import Iterator

from kgen.show.graph.labels import drawn_rows, label, title
from kgen.show.graph.model import Edge, Frame, Graph
from kgen.show.state import State
from kgen.syntax.display import visible

_STYLES = {
    State.VERIFIED: "",
    State.BROKEN: ' color="#c62828" fontcolor="#c62828" penwidth=2',
    State.UNVERIFIABLE: " style=dashed",
}


def as_dot(graph: Graph) -> str:
    """A digraph from left to right, with a cluster for each frame; broken edges are red and carry their rule."""
    lines = (
        "digraph wiring {",
        "  rankdir=LR",
        '  node [shape=box style=rounded fontname="sans-serif"]',
        '  edge [fontname="sans-serif"]',
        *(line for frame in graph.frames for line in _frame(frame)),
        "}",
    )
    return "\n".join(lines) + "\n"


def _frame(frame: Frame) -> Iterator[str]:
    yield f"  subgraph cluster_{frame.id} {{"
    yield f"    label={_quoted(title(frame))}"
    for net in frame.nets:
        yield from (f"    {row.id} [label={_quoted(label(node, row))}]" for node, row in drawn_rows(net))
        yield from (f"    {_edge(edge)}" for edge in net.edges)
    yield "  }"


def _edge(edge: Edge) -> str:
    said, tooltip = ("", edge.words) if edge.fault is None else (edge.fault.rule, edge.fault.message)
    style = _STYLES[edge.state]
    return f"{edge.source} -> {edge.target} [label={_quoted(said)} tooltip={_quoted(tooltip)}{style}]"


def _quoted(text: str) -> str:
    """A quoted string: a backslash escapes in it, and entities of HTML are replaced."""
    escaped = visible(text).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return f'"{escaped}"'
