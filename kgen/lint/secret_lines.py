"""Lines that are never shown, as the value of a Secret may stand in them."""

from __future__ import annotations

from functools import lru_cache

from kgen.pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.kubernetes.resource import Resource
    from kgen.syntax.document import Document
    from kgen.syntax.node import Node

_KINDS = frozenset({"Secret", "SecretList"})
_GENERATOR = "secretGenerator"
_IN_BOTH = "ecret"  # is in the words below, and found much faster than they are
_MENTIONED = lazy_pattern(rf"\bSecret(?:List)?\b|\b{_GENERATOR}\b")
# What a JSON patch may write into whatever its target selects.
_PATCHED = lazy_pattern(r"/(?:stringData|data)\b")
# Entries of a kustomization that are paths, and say nothing of what is in the files.
_PATHS = frozenset({"bases", "components", "crds", "resources"})


def is_secret(resource: Resource | None) -> bool:
    """Whether all lines of a resource are hidden."""
    return resource is not None and resource.kind in _KINDS


def mentions_secret(text: str) -> bool:
    """Whether a text that cannot be told apart further may hold a Secret, or what one is made from."""
    return _IN_BOTH in text and _MENTIONED.search(text) is not None


@lru_cache(maxsize=4)  # findings come file by file
def secret_lines(document: Document) -> list[range]:
    """The hidden lines, counted from 1, of a document that is no Kubernetes object: a kustomization, or a patch."""
    root, (start, end) = document.root, document.extent
    if root is None or not _is_suspect(document.source.text[start:end]):
        return []
    return [range(node.span.line, node.span.end_line + 1) for node in _secret_parts(root)]


def _secret_parts(root: Node) -> Iterator[Node]:
    kind = root.get("kind")
    if (kind is not None and kind.value in _KINDS) or (isinstance(root.value, list) and _PATCHED.search(root.raw)):
        yield root
    for key, value in root.mapping().items():
        if key == _GENERATOR:
            yield value
        elif key not in _PATHS:
            yield from (item for item in value.sequence() if _is_suspect(item.raw))


def _is_suspect(text: str) -> bool:
    return mentions_secret(text) or _PATCHED.search(text) is not None
