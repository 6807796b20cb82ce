"""Addresses of nodes: words that lead back to them."""

import pytest

from kgen.syntax.address import Address, address_of, documents_by_place, node_at
from kgen.syntax.node import Node
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

DOCUMENTS = parse(
    Source(
        "a/b.yaml",
        b"kind: A\nspec: {ports: [{port: 80}, {port: 81}]}\n---\nbase: &all {on: 1}\nmore: {<<: *all, 7: x}\n",
    )
)
KNOWN = documents_by_place(DOCUMENTS)


def _node(index: int, *keys: str | int) -> Node:
    node = DOCUMENTS[index].root
    assert node is not None
    for key in keys:
        node = node[key]
    return node


@pytest.mark.parametrize(
    ("index", "keys"),
    [
        pytest.param(0, (), id="root"),
        pytest.param(0, ("spec", "ports", 1, "port"), id="item of a sequence"),
        pytest.param(1, ("base",), id="second document"),
        pytest.param(1, ("more", "true"), id="merged key"),
        pytest.param(1, ("more", "7"), id="key that is no text"),
    ],
)
def test_an_address_leads_to_its_node(index: int, keys: tuple[str | int, ...]) -> None:
    node = _node(index, *keys)
    assert address_of(node) == Address("a/b.yaml", index, keys, of_key=False)
    assert node_at(address_of(node), KNOWN) == node
    assert node_at(address_of(node), KNOWN).span == node.span


def test_a_key_is_told_from_its_value() -> None:
    key, value = next(pair for pair in _node(0, "spec").items())
    assert node_at(address_of(key), KNOWN) == key
    assert node_at(address_of(key), KNOWN) != value


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(Address("other.yaml", 0, (), of_key=False), id="file"),
        pytest.param(Address("a/b.yaml", 2, (), of_key=False), id="document"),
        pytest.param(Address("a/b.yaml", 0, ("status",), of_key=False), id="key"),
        pytest.param(Address("a/b.yaml", 0, ("spec", "ports", 2), of_key=False), id="index"),
    ],
)
def test_nothing_is_at_other_addresses(address: Address) -> None:
    with pytest.raises(LookupError):
        node_at(address, KNOWN)
