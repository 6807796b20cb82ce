"""Faults of node ports."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from kgen.kubernetes.resource import Resource
from kgen.syntax.node import Node
from kgen.wiring.scope import Nearness, nearness
from tests.mutations.edit import value_edit
from tests.mutations.fault import Mutation, in_place
from tests.mutations.healthy import CONFIG, Healthy

_FIRST, _LAST = CONFIG.node_port_range


def below_range(repository: Healthy) -> Iterator[Mutation]:
    """The number before the first of the default range."""
    for resource, node in _node_ports(repository):
        yield from in_place(value_edit(node, str(_FIRST - 1)), resource)


def above_range(repository: Healthy) -> Iterator[Mutation]:
    """The number after the last of the default range."""
    for resource, node in _node_ports(repository):
        yield from in_place(value_edit(node, str(_LAST + 1)), resource)


def taken(repository: Healthy) -> Iterator[Mutation]:
    """The node port of the Service before, in the same file or folder; both have their numbers for themselves."""
    found = list(_node_ports(repository))
    users = Counter(node.value for _, node in found)
    for (other, first), (resource, second) in pairwise(found):
        if users[first.value] == users[second.value] == 1 and _share_cluster(repository, other, resource):
            yield from in_place(value_edit(second, first.raw), resource, other)


def _share_cluster(repository: Healthy, one: Resource, other: Resource) -> bool:
    """Whether two objects are two, surely applied to one cluster: they are whole and lie side by side."""
    whole = {each.service.resource for each in repository.wiring.service_manifests if each.is_complete}
    return (
        {one, other} <= whole
        and (one.namespace, one.name) != (other.namespace, other.name)
        and nearness(one.path, other.path) <= Nearness.SAME_FOLDER
    )


def _node_ports(repository: Healthy) -> Iterator[tuple[Resource, Node]]:
    for service in repository.wiring.services:
        for port in service.ports:
            node = port.node_port
            if node is not None and _FIRST <= (node.integer() or 0) <= _LAST:
                yield service.resource, node
