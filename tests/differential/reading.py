"""What a document can be asked for."""

from kgen.syntax.document import Document
from tests.syntax.reading import nodes


def seen(document: Document) -> object:
    """All of it, to be compared with another's."""
    found = [] if document.root is None else nodes(document.root)
    return (
        (document.index, document.extent, document.problem, document.span, repr(document.duplicates)),
        [(repr(node.value), node.path, node.span, node.key_span, node.raw) for node in found],
    )
