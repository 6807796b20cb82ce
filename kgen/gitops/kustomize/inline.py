"""YAML inside a scalar of a kustomization, such as `patch: |-`, with its places in the file around it."""

from collections.abc import Callable
from functools import lru_cache

from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value, as_json, from_data, from_node
from kgen.syntax.document import Document
from kgen.syntax.node import Node
from kgen.syntax.parse import parse
from kgen.syntax.source import Excerpt, Source


def inline_values(text: str, node: Node | None) -> list[Value]:
    """The documents of a text as objects; raise BuildError when it is no YAML."""
    documents = _in_place(text, node)
    if documents is not None:
        return [from_node(document.root) for document in documents if document.root is not None]
    return [_with_origin(value, node) for value in _detached(text, node, from_node)]


def inline_data(text: str, node: Node | None) -> list[Value]:
    """The documents of a text as JSON has them, where `yes` is true."""
    documents = _in_place(text, node)
    if documents is not None:
        return [as_json(document.root) for document in documents if document.root is not None]
    return [_with_origin(value, node) for value in _detached(text, node, as_json)]


# One patch of a Flux Kustomization may be for the hundred others that it applies.
@lru_cache(maxsize=256)
def _in_place(text: str, node: Node | None) -> list[Document] | None:
    """The documents of a literal block, read where they stand; None when that does not do."""
    if node is None or "\n---" in text or text.startswith("---"):
        return None
    assert isinstance(node.value, str)
    if node.value.strip() != text.strip():
        return None
    head, newline, body = node.raw.partition("\n")
    if not newline or not head.startswith("|") or node.source.text[:1] == "\ufeff":
        return None
    padding = "\n" * node.span.line
    body = body.rstrip() + ("\n" if text.endswith("\n") else "")
    documents = parse(Excerpt(node.source, (padding + body).encode("utf-8", "surrogateescape")))
    return None if any(document.problem is not None for document in documents) else documents


def _detached(text: str, node: Node | None, read: Callable[[Node], Value]) -> list[Value]:
    path = node.source.path if node is not None else ""
    values: list[Value] = []
    for document in parse(Source(path, text.encode("utf-8", "surrogateescape"))):
        if document.problem is not None:
            raise BuildError(f"the text is no YAML: {document.problem.message}", node)
        assert document.root is not None
        values.append(read(document.root))
    return values


def _with_origin(value: Value, node: Node | None) -> Value:
    return from_data(value.plain(), node)
