"""Where a node is, in words that outlive the process that has read it."""

from __future__ import annotations

from kgen.record import record
from kgen.syntax.node import KeyNode, Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kgen.syntax.document import Document

    Documents = Mapping[tuple[str, int], Document]
    """Documents by path and index."""


@record
class Address:
    """A file, the index of a document in it, the keys and indexes that lead to a value; `of_key` means its key."""

    path: str
    index: int
    keys: tuple[str | int, ...]
    of_key: bool


def documents_by_place(documents: Iterable[Document]) -> Documents:
    """The documents as `node_at` looks for them."""
    return {(document.source.path, document.index): document for document in documents}


def address_of(node: Node) -> Address:
    """The address of a node that is written in a file."""
    keys: list[str | int] = []
    each: Node | None = node
    while each is not None and each.key is not None:
        keys.append(each.key)
        each = each.parent
    return Address(node.source.path, node.document.index, tuple(reversed(keys)), isinstance(node, KeyNode))


def node_at(address: Address, documents: Documents) -> Node:
    """The node at an address; KeyError or IndexError where there is none."""
    node = documents[address.path, address.index].root
    if node is None:
        raise KeyError(address.path)
    for key in address.keys:
        node = node[key]
    if address.of_key and node.parent is not None:
        return KeyNode(node.document, str(node.key), node.parent)
    return node
