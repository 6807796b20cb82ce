"""Istio's routes and OpenShift's: the Services and subsets they lead to."""

from collections.abc import Iterator

from kgen.kubernetes.backend import Backend, Family, port_at
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service_host import service_host
from kgen.kubernetes.workload_kind import node_at, nodes_at
from kgen.record import record
from kgen.syntax.node import Node

ISTIO = "networking.istio.io"
OPENSHIFT = "route.openshift.io"
_DESTINATIONS = (
    "spec.http[*].route[*].destination",
    "spec.http[*].mirror",
    "spec.http[*].mirrors[*].destination",
    "spec.tcp[*].route[*].destination",
    "spec.tls[*].route[*].destination",
)
_OPENSHIFT_TARGETS = ("spec.to", "spec.alternateBackends[*]")


@record(eq=False)
class Destination:
    """A `destination` of a VirtualService; `subset` is None where it asks for none."""

    resource: Resource
    host: str
    host_node: Node
    port_node: Node | None
    subset: Node | None


@record(eq=False)
class DestinationRule:
    """The subsets that a DestinationRule defines of a host."""

    resource: Resource
    host: str
    subsets: tuple[Node, ...]


def destinations(resource: Resource) -> Iterator[Destination]:
    """Where a VirtualService leads."""
    if (resource.group, resource.kind) != (ISTIO, "VirtualService"):
        return
    for node in (found for path in _DESTINATIONS for found in nodes_at(resource.node, path)):
        host = node.get("host")
        if host is not None and host.string():
            port = node_at(node, "port.number")
            yield Destination(resource, node.text_at("host"), host, port, node.get("subset"))


def destination_rule(resource: Resource) -> DestinationRule | None:
    """The DestinationRule that an object is, None for any other kind."""
    if (resource.group, resource.kind) != (ISTIO, "DestinationRule"):
        return None
    host = node_at(resource.node, "spec.host")
    if host is None:
        return None
    names = tuple(nodes_at(resource.node, "spec.subsets[*].name"))
    return DestinationRule(resource, host.string() or "", names)


def istio_backends(resource: Resource) -> Iterator[Backend]:
    """The Services of a VirtualService's destinations, and of a DestinationRule's settings by port."""
    for each in destinations(resource):
        yield from _at_host(resource, each.host_node, each.port_node)
    if destination_rule(resource) is not None:
        host = resource.node["spec"]["host"]
        for port in nodes_at(resource.node, "spec.trafficPolicy.portLevelSettings[*].port.number"):
            yield from _at_host(resource, host, port)


def openshift_backends(resource: Resource) -> Iterator[Backend]:
    """The Services of an OpenShift Route.

    Its `port.targetPort` is looked up among the endpoints: a name is the Service port's, a number the pod's, which
    is not followed.
    """
    if (resource.group, resource.kind) != (OPENSHIFT, "Route"):
        return
    port = node_at(resource.node, "spec.port.targetPort")
    wanted = port_at(port)
    for node in (found for path in _OPENSHIFT_TARGETS for found in nodes_at(resource.node, path)):
        name = node.get("name")
        if name is None or not name.string() or node.text_at("kind") not in ("", "Service"):
            continue
        named = wanted if isinstance(wanted, str) else None
        yield Backend(
            resource=resource,
            family=Family.MESH,
            name=node.text_at("name"),
            name_node=name,
            port=named,
            port_node=None if named is None else port,
        )


def _at_host(resource: Resource, host: Node, port: Node | None) -> Iterator[Backend]:
    """The Service at a host name; other hosts are those of ServiceEntries and of the world outside."""
    found = service_host(host.string() or "")
    if found is not None:
        yield Backend(
            resource=resource,
            family=Family.MESH,
            name=found.name,
            name_node=host,
            port=port_at(port),
            port_node=port,
            namespace=found.namespace,
        )
