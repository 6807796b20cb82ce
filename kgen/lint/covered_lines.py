"""Which lines a comment speaks of: those of the value that its line begins."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgen.syntax.document import Document
    from kgen.syntax.node import Node
    from kgen.syntax.source import Source


def lines_beside(documents: Sequence[Document], line: int) -> range:
    """The lines of a comment behind something: its own, and those of the value whose key stands there."""
    values = (node for node in _beginning_on(documents, line) if isinstance(node.key, str))
    return _lines(line, values)


def lines_below(source: Source, documents: Sequence[Document], line: int) -> range:
    """The lines of a comment alone on its line: those of the key or item that the next line begins."""
    below = line + 1
    while source.line(below).lstrip().startswith("#"):
        below += 1
    return _lines(below, _beginning_on(documents, below))


def _lines(line: int, values: Iterator[Node]) -> range:
    return range(line, max((node.span.end_line for node in values), default=line) + 1)


def _beginning_on(documents: Sequence[Document], line: int) -> Iterator[Node]:
    for document in documents:
        if document.root is not None:
            yield from _below(document.root, line)


def _below(node: Node, line: int) -> Iterator[Node]:
    """The values in a mapping or sequence, at any depth, whose key or own beginning is on a line."""
    for child in (*node.mapping().values(), *node.sequence()):
        start = (child.key_span or child.span).line
        if start == line:
            yield child
        if start <= line <= child.span.end_line:
            yield from _below(child, line)
