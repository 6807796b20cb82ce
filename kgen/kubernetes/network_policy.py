"""NetworkPolicies: which pods they are about, whom they let through, and on which ports.

https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kgen.kubernetes.container import DEFAULT_PROTOCOL, text_at
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.selectors import Selector, label_selector
from kgen.syntax.node import Node

_GROUPS = frozenset({"networking.k8s.io", "extensions"})


class Direction(Enum):
    """Which traffic a rule lets through; the values are its fields."""

    INGRESS = "ingress"
    EGRESS = "egress"


_PEERS = {Direction.INGRESS: "from", Direction.EGRESS: "to"}


@dataclass(frozen=True, slots=True)
class Peer:
    """One entry of `from` or `to`; `pods` is None where it names no pods of the policy's own namespace."""

    node: Node
    pods: Selector | None


@dataclass(frozen=True, slots=True)
class PolicyPort:
    """One port of a rule, a name or a number; both are the pods'."""

    node: Node
    port: int | str
    protocol: str

    @property
    def port_node(self) -> Node:
        """Where the port stands."""
        return self.node.get("port") or self.node


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """One rule of a policy; without `peers` it lets everybody through. `ports` are without ranges."""

    direction: Direction
    peers: tuple[Peer, ...]
    ports: tuple[PolicyPort, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NetworkPolicy:
    """A policy about the pods of `selector`, which without requirements are all of its namespace."""

    resource: Resource
    selector: Selector
    rules: tuple[PolicyRule, ...]

    def __str__(self) -> str:
        return str(self.resource)


def network_policy(resource: Resource) -> NetworkPolicy | None:
    """The policy that an object is; None for other kinds, and for one without a selector."""
    spec = resource.node.get("spec")
    if resource.kind != "NetworkPolicy" or resource.group not in _GROUPS or spec is None:
        return None
    selector = spec.get("podSelector")
    return None if selector is None else NetworkPolicy(resource, label_selector(selector), tuple(_rules(spec)))


def _rules(spec: Node) -> Iterator[PolicyRule]:
    for direction in Direction:
        for rule in spec.get(direction.value) or ():
            peers, ports = rule.get(_PEERS[direction]) or (), rule.get("ports") or ()
            yield PolicyRule(
                direction, tuple(map(_peer, peers)), tuple(found for each in ports if (found := _port(each)))
            )


def _peer(node: Node) -> Peer:
    pods = node.get("podSelector")
    elsewhere = "namespaceSelector" in node or "ipBlock" in node
    return Peer(node, None if pods is None or elsewhere else label_selector(pods))


def _port(node: Node) -> PolicyPort | None:
    port = node.get("port")
    value = None if port is None or "endPort" in node else port.string() or port.integer()
    return PolicyPort(node, value, text_at(node, "protocol") or DEFAULT_PROTOCOL) if value else None
