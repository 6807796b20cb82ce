"""Short ways to read YAML text in tests."""

from kgen.syntax import events
from kgen.syntax.events import Engine
from kgen.syntax.node import Node
from kgen.syntax.parse import Document, parse
from kgen.syntax.source import Source
from kgen.syntax.value import Data


def documents(text: str | bytes, engine: Engine | None = None) -> list[Document]:
    """The documents of a text, or of bytes as they would be in a file."""
    data = text.encode() if isinstance(text, str) else text
    source = Source("test.yaml", data)
    return parse(source) if engine is None else parse(source, engine)


def root(text: str | bytes, engine: Engine | None = None) -> Node:
    """The root of the only document of a text that can be read."""
    (document,) = documents(text, engine)
    assert document.problem is None
    assert document.root is not None
    return document.root


def value(text: str | bytes, engine: Engine | None = None) -> Data:
    """The data of the only document of a text that can be read."""
    return root(text, engine).value


def problems(text: str | bytes, engine: Engine | None = None) -> list[str]:
    """The problems of a text as `line:column message`."""
    found = [document.problem for document in documents(text, engine) if document.problem is not None]
    return [f"{problem.line}:{problem.column} {problem.message}" for problem in found]


def nodes(node: Node) -> list[Node]:
    """A node and all nodes below it."""
    found = [node]
    for each in found:
        found += each.sequence()
        found += each.mapping().values()
    return found


def places(node: Node) -> dict[str, str]:
    """Where a node and each value below it is written, by path, as `L2:C5-L2:C9`."""
    spans = {each.path: each.span for each in nodes(node)}
    return {path: f"L{span.line}:C{span.column}-L{span.end_line}:C{span.end_column}" for path, span in spans.items()}


def installed_engines() -> list[Engine]:
    """Every engine that can be used here, the Python one last."""
    found = []
    for engine in (events.pyyaml, events.ruamel_clib, events.pure):
        try:
            found.append(engine())
        except ImportError:
            continue
    return found
