"""Entries of `ports`, of Services and of containers alike."""

from collections.abc import Iterator

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import Service
from kgen.record import record
from kgen.syntax.node import Node

PROTOCOLS = ("TCP", "UDP", "SCTP")

_OF_SERVICE = ("port", "targetPort", "nodePort")
_OF_CONTAINER = ("containerPort", "hostPort")


@record(eq=False)
class PortEntry:
    """One entry; `fields` are those that hold a number of a port."""

    resource: Resource
    node: Node
    fields: tuple[str, ...]

    @property
    def numbers(self) -> tuple[Node, ...]:
        """The values of its fields for numbers, whatever their types."""
        nodes = (self.node.get(field) for field in self.fields)
        return tuple(node for node in nodes if node is not None)

    @property
    def protocol(self) -> Node | None:
        """Where its protocol stands, None where it is left out."""
        return self.node.get("protocol")


def service_port_entries(service: Service) -> Iterator[PortEntry]:
    """The entries of a Service."""
    for port in service.ports:
        yield PortEntry(service.resource, port.node, _OF_SERVICE)


def container_port_entries(pod: PodTemplate) -> Iterator[PortEntry]:
    """The entries of every container of a pod template."""
    for container in (*pod.containers, *pod.init_containers):
        for port in container.ports:
            yield PortEntry(pod.resource, port.node, _OF_CONTAINER)
