"""The picture as a Mermaid flowchart, which GitHub and GitLab draw in Markdown.

https://mermaid.js.org/syntax/flowchart.html
"""

import re
from collections.abc import Iterator

from kgen.pattern import lazy_pattern
from kgen.show.graph.labels import drawn_rows, label, title
from kgen.show.graph.model import Edge, Frame, Graph
from kgen.show.state import State
from kgen.syntax.display import visible

# In a quoted label only these stand for themselves: whatever else there is becomes an entity, such as `#35;` for `#`.
_UNSAFE = lazy_pattern(r"[^\w .:/=(),+-]", re.ASCII)
_BROKEN_LINE = "stroke:#c62828,stroke-width:2px"


def as_mermaid(graph: Graph) -> str:
    """A flowchart from left to right, with a subgraph for each frame; broken edges are red and carry their rule."""
    lines = ["flowchart LR", *(line for frame in graph.frames for line in _frame(frame))]
    broken = [str(number) for number, edge in enumerate(graph.edges) if edge.state is State.BROKEN]
    if broken:
        lines.append(f"  linkStyle {','.join(broken)} {_BROKEN_LINE}")
    return "\n".join(lines) + "\n"


def _frame(frame: Frame) -> Iterator[str]:
    yield f"  subgraph {frame.id}[{_quoted(title(frame))}]"
    for net in frame.nets:
        yield from (f"    {row.id}[{_quoted(label(node, row))}]" for node, row in drawn_rows(net))
        yield from (f"    {_edge(edge)}" for edge in net.edges)
    yield "  end"


def _edge(edge: Edge) -> str:
    if edge.state is State.BROKEN:
        said = "broken" if edge.fault is None else edge.fault.rule
        return f"{edge.source} -->|{_quoted(said)}| {edge.target}"
    arrow = "-.->" if edge.state is State.UNVERIFIABLE else "-->"
    return f"{edge.source} {arrow} {edge.target}"


def _quoted(text: str) -> str:
    """A label, which Mermaid does not take when it is empty."""
    return f'"{_UNSAFE.sub(_entity, visible(text)) or " "}"'


def _entity(found: re.Match[str]) -> str:
    return f"#{ord(found[0])};"
