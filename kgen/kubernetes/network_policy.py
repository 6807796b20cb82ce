"""NetworkPolicies: which pods they are about, whom they let through, and on which ports.

https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
"""

from collections.abc import Iterator
from enum import Enum

from kgen.kubernetes.container import DEFAULT_PROTOCOL
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.selectors import Selector, label_selector
from kgen.record import record
from kgen.syntax.node import Node

_GROUPS = frozenset({"networking.k8s.io", "extensions"})


class Direction(Enum):
    """Which traffic a rule lets through; the values are its fields."""

    INGRESS = "ingress"
    EGRESS = "egress"


_PEERS = {Direction.INGRESS: "from", Direction.EGRESS: "to"}


@record
class Peer:
    """One entry of `from` or `to`; `pods` is None where it names no pods of the policy's own namespace."""

    node: Node
    pods: Selector | None


@record
class PolicyPort:
    """One port of a rule, a name or a number; both are the pods'."""

    node: Node
    port: int | str
    protocol: str

    @property
    def port_node(self) -> Node:
        """Where the port stands."""
        return self.node.get("port") or self.node


@record
class PolicyRule:
    """One rule of a policy; without `peers` it lets everybody through. `ports` are without ranges."""

    direction: Direction
    peers: tuple[Peer, ...]
    ports: tuple[PolicyPort, ...]


@record(eq=False)
class NetworkPolicy:
    """A policy about the pods of `selector`, which without requirements are all of its namespace."""

    resource: Resource
    selector: Selector
    rules: tuple[PolicyRule, ...]

    def __str__(self) -> str:
        return str(self.resource)


def network_policy(resource: Resource) -> NetworkPolicy | None:
    """The policy that an object is; None for other kinds, and for one without a selector."""
    if resource.kind != "NetworkPolicy" or resource.group not in _GROUPS:
        return None
    spec = resource.node.get("spec")
    selector = None if spec is None else spec.get("podSelector")
    if spec is None or selector is None:
        return None
    return NetworkPolicy(resource, label_selector(selector), tuple(_rules(spec)))


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
    return PolicyPort(node, value, node.text_at("protocol") or DEFAULT_PROTOCOL) if value else None
