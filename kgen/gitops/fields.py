"""Reading the fields of custom resources, whatever people wrote there."""

from __future__ import annotations

from kgen.gitops.kustomize.tree import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.node import Node


def field(node: Node | None, *keys: str) -> Node | None:
    """The node below these keys, None where there is none or it is null."""
    for key in keys:
        node = None if node is None else node.get(key)
    return None if node is None or node.value is None else node


def text(node: Node | None, *keys: str) -> str:
    """The text below these keys, empty where there is none; numbers and booleans count as they are written."""
    found = field(node, *keys)
    if found is None or isinstance(found.value, dict | list):
        return ""
    return found.value if isinstance(found.value, str) else found.raw


def items(node: Node | None, *keys: str) -> list[Node]:
    """The items of the list below these keys."""
    found = field(node, *keys)
    return [] if found is None else [item for item in found.sequence() if item.value is not None]


def is_set(node: Node | None, *keys: str) -> bool:
    """Whether the boolean below these keys is true."""
    found = field(node, *keys)
    return found is not None and found.value is True


def written_value(node: Node) -> Value:
    """What a node holds, each value with the place in a file that decides it."""
    data = node.value
    if isinstance(data, dict):
        return Value({key: written_value(child) for key, child in node.mapping().items()}, node.written)
    if isinstance(data, list):
        return Value([written_value(item) for item in node.sequence()], node.written)
    return Value(data, node.written)
