"""Rendered YAML with the place that each line comes from behind it."""

from collections.abc import Callable, Iterator

from kgen.gitops.kustomize.tree import Value
from kgen.syntax.node import Node
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

_BLOCK = ("|", ">")


def explained(text: str, value: Value, place: Callable[[Node], str]) -> str:
    """The YAML text of a value, each line that a node accounts for with `# PLACE` behind it.

    Lines inside a block scalar stay bare, so the text means the same as before.
    """
    documents = parse(Source("", text.encode("utf-8", "surrogatepass")))
    root = documents[0].root if documents else None
    if root is None:
        return text
    places = {line: place(origin) for line, origin in _lines(root, value)}
    lines = text.split("\n")
    return "\n".join(f"{line}  # {places[at]}" if at in places else line for at, line in enumerate(lines, start=1))


def _lines(written: Node, value: Value) -> Iterator[tuple[int, Node]]:
    """Pairs of a 1-based line and a node; of several for one line the last is the innermost."""
    if isinstance(value.data, dict) and value.data:
        for key, child in written.items():
            found = value.data[str(key.value)]
            if found.origin is not None and isinstance(found.data, dict | list):
                yield key.span.line, found.origin
            yield from _lines(child, found)
    elif isinstance(value.data, list) and value.data:
        for child, found in zip(written.sequence(), value.data, strict=True):
            yield from _lines(child, found)
    elif value.origin is not None:
        yield _line_of(written), value.origin


def _line_of(scalar: Node) -> int:
    """Where a comment may stand: at a block scalar's head, else where the scalar ends."""
    span = scalar.span
    return span.line if scalar.raw.startswith(_BLOCK) else span.end_line
