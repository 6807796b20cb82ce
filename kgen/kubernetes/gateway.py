"""Gateway API: which Gateways routes attach to, and which references between namespaces are granted."""

from collections.abc import Iterator
from dataclasses import dataclass

from kgen.kubernetes.container import text_at
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.workload_kind import nodes_at
from kgen.syntax.node import Node

GROUP = "gateway.networking.k8s.io"
ROUTES = frozenset({"HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"})


@dataclass(frozen=True, slots=True, eq=False)
class Parent:
    """A Gateway as a route names it; `section` is a listener's name, `port` a listener's number, None for any."""

    resource: Resource
    name: str
    name_node: Node
    namespace: str | None
    section: Node | None
    port: Node | None


@dataclass(frozen=True, slots=True, eq=False)
class Gateway:
    """A Gateway with the names and numbers of its listeners."""

    resource: Resource
    sections: tuple[Node, ...]
    ports: tuple[Node, ...]

    def __str__(self) -> str:
        return str(self.resource)


@dataclass(frozen=True, slots=True)
class Grant:
    """A ReferenceGrant, which allows references into its own namespace.

    `sources` are group, kind and namespace of those who may refer, `targets` group, kind and name of what they may
    refer to; an empty name is any.
    """

    resource: Resource
    sources: frozenset[tuple[str, str, str]]
    targets: frozenset[tuple[str, str, str]]

    def allows(self, route: Resource, namespace: str, service: str) -> bool:
        """Whether a route of a namespace may refer to a Service."""
        is_source = (route.group, route.kind, namespace) in self.sources
        return is_source and not self.targets.isdisjoint({("", "Service", ""), ("", "Service", service)})


def parents(route: Resource) -> Iterator[Parent]:
    """The Gateways that a route attaches to; parents of other kinds are left out."""
    if route.group != GROUP or route.kind not in ROUTES:
        return
    for node in nodes_at(route.node, "spec.parentRefs[*]"):
        name = node.get("name")
        if name is None or not name.string() or text_at(node, "kind") not in ("", "Gateway"):
            continue
        if text_at(node, "group") in ("", GROUP):
            namespace = text_at(node, "namespace") or None
            yield Parent(route, text_at(node, "name"), name, namespace, node.get("sectionName"), node.get("port"))


def attaches_to_services(route: Resource) -> bool:
    """Whether a route is for traffic of a mesh (GAMMA), where parents are Services and grants are not needed."""
    return any(text_at(node, "kind") == "Service" for node in nodes_at(route.node, "spec.parentRefs[*]"))


def gateway(resource: Resource) -> Gateway | None:
    """The Gateway that an object is, None for other kinds, Istio's among them."""
    if (resource.group, resource.kind) != (GROUP, "Gateway"):
        return None
    names = tuple(nodes_at(resource.node, "spec.listeners[*].name"))
    return Gateway(resource, names, tuple(nodes_at(resource.node, "spec.listeners[*].port")))


def grant(resource: Resource) -> Grant | None:
    """The ReferenceGrant that an object is, None for other kinds."""
    if resource.group != GROUP or resource.kind not in ("ReferenceGrant", "ReferencePolicy"):
        return None
    sources, targets = nodes_at(resource.node, "spec.from[*]"), nodes_at(resource.node, "spec.to[*]")
    return Grant(
        resource=resource,
        sources=frozenset(
            (text_at(each, "group"), text_at(each, "kind"), text_at(each, "namespace")) for each in sources
        ),
        targets=frozenset((text_at(each, "group"), text_at(each, "kind"), text_at(each, "name")) for each in targets),
    )
