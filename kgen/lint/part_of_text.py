"""The place of a part of a scalar's text."""

from __future__ import annotations

from kgen.lint.spot import Spot
from kgen.syntax.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.node import Node


def part_of_text(node: Node, part: str) -> Node | Spot:
    """Where `part`, which is on one line, stands in a scalar; the scalar itself where it is written with escapes."""
    raw, start = node.raw, node.span
    at = raw.find(part)
    if at < 0:
        return node
    line = start.line + raw.count("\n", 0, at)
    column = start.column + at if line == start.line else at - raw.rfind("\n", 0, at)
    return Spot(node.source, Span(line, column, line, column + len(part)), node.document)
