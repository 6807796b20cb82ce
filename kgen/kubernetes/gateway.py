"""Gateway API: which Gateways routes attach to, and which references between namespaces are granted."""

from collections.abc import Iterator

from kgen.kubernetes.resource import Resource
from kgen.kubernetes.workload_kind import nodes_at
from kgen.record import record
from kgen.syntax.node import Node

GROUP = "gateway.networking.k8s.io"
ROUTES = frozenset({"HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"})


@record(eq=False)
class Parent:
    """A Gateway as a route names it; `section` is a listener's name, `port` a listener's number, None for any."""

    resource: Resource
    name: str
    name_node: Node
    namespace: str | None
    section: Node | None
    port: Node | None


@record(eq=False)
class Gateway:
    """A Gateway with the names and numbers of its listeners."""

    resource: Resource
    sections: tuple[Node, ...]
    ports: tuple[Node, ...]

    def __str__(self) -> str:
        return str(self.resource)


@record
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
        if name is None or not name.string() or node.text_at("kind") not in ("", "Gateway"):
            continue
        if node.text_at("group") in ("", GROUP):
            namespace = node.text_at("namespace") or None
            yield Parent(route, node.text_at("name"), name, namespace, node.get("sectionName"), node.get("port"))


def attaches_to_services(route: Resource) -> bool:
    """Whether a route is for traffic of a mesh (GAMMA), where parents are Services and grants are not needed."""
    return any(node.text_at("kind") == "Service" for node in nodes_at(route.node, "spec.parentRefs[*]"))


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
        sources=frozenset((each.text_at("group"), each.text_at("kind"), each.text_at("namespace")) for each in sources),
        targets=frozenset((each.text_at("group"), each.text_at("kind"), each.text_at("name")) for each in targets),
    )
