"""From a node or a spot to the span and the source lines that show it."""

from __future__ import annotations

from functools import lru_cache

from kgen.kubernetes.resource import resources
from kgen.lint.finding import Place, SourceLine
from kgen.lint.secret_lines import is_secret, mentions_secret, secret_lines
from kgen.lint.spot import Spot
from kgen.syntax.display import shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgen.kubernetes.resource import Resource
    from kgen.lint.problem import Label
    from kgen.syntax.document import Document
    from kgen.syntax.node import Node
    from kgen.syntax.source import Source
    from kgen.syntax.span import Span

_LINES_BEFORE = 2
_MOST_MARKED = 4


def place_of(label: Label) -> Place:
    """Where the labelled node, its key or the spot is written."""
    node = label.node
    if isinstance(node, Spot):
        return Place(node.source.path, node.span, shortened(label.message), tuple(_shown_spot(node)))
    span = (node.key_span if label.on_key else None) or node.span
    return Place(node.source.path, span, shortened(label.message), tuple(_shown(node, span)))


def resource_of(node: Node | Spot) -> Resource | None:
    """The resource that a node is part of; None outside of any, and for a spot."""
    if isinstance(node, Spot):
        return None
    by_node = _resources_by_node(node.document)
    return next((by_node[one] for one in _with_ancestors(node) if one in by_node), None)


# Findings come file by file; a `List` may hold thousands of resources and as many findings.
@lru_cache(maxsize=4)
def _resources_by_node(document: Document) -> Mapping[Node, Resource]:
    return {resource.node: resource for resource in resources(document)}


def _with_ancestors(node: Node) -> Iterator[Node]:
    above: Node | None = node
    while above is not None:
        yield above
        above = above.parent


def _shown(node: Node, span: Span) -> Iterator[SourceLine]:
    """The marked lines, after those above them in the same resource."""
    written = resource_of(node.written)
    if is_secret(written) or is_secret(resource_of(node)):
        return
    hidden = secret_lines(node.written.document)
    lines = _lines(node.source, span, written.node.span.line if written is not None else span.line)
    yield from (line for line in lines if not any(line.number in each for each in hidden))


def _shown_spot(spot: Spot) -> Iterator[SourceLine]:
    """The marked lines, after those above them in the same document; nothing of one that may hold a Secret."""
    if spot.document is None:
        yield from _lines(spot.source, spot.span, spot.span.line)
        return
    start, end = spot.document.extent
    if not mentions_secret(spot.source.text[start:end]):
        yield from _lines(spot.source, spot.span, spot.document.span.line)


def _lines(source: Source, span: Span, top: int) -> Iterator[SourceLine]:
    for number in range(max(top, span.line - _LINES_BEFORE), span.line):
        yield SourceLine(number, source.line(number))
    for number in range(span.line, min(span.end_line + 1, span.line + _MOST_MARKED)):
        text = source.line(number)
        start, end = _mark(text, span, number)
        if number == span.line or end > start:
            yield SourceLine(number, text, (start, end))


def _mark(text: str, span: Span, number: int) -> tuple[int, int]:
    start = span.column - 1 if number == span.line else len(text) - len(text.lstrip())
    end = span.end_column - 1 if number == span.end_line else len(text.rstrip())
    return start, end
