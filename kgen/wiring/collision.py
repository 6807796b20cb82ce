"""Pairs of objects that are applied together and get into each other's way."""

from kgen.kubernetes.host_port import HostPort
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import Service
from kgen.record import record
from kgen.syntax.node import Node


@record(eq=False)
class NodePortUse:
    """A Service that asks for a number of the node port range, and where it does."""

    service: Service
    node: Node

    @property
    def number(self) -> int:
        """The number."""
        return self.node.integer() or 0

    @property
    def resource(self) -> Resource:
        """The Service's object."""
        return self.service.resource


@record(eq=False)
class NodePortConflict:
    """Two Services that ask for the same number."""

    first: NodePortUse
    second: NodePortUse

    @property
    def resource(self) -> Resource:
        """The object of the latter Service."""
        return self.second.resource


@record(eq=False)
class HostPortUse:
    """A pod that takes a port of its node."""

    pod: PodTemplate
    port: HostPort

    @property
    def key(self) -> tuple[int, str, str]:
        """Number, protocol and address, which together are taken once."""
        return self.port.number, self.port.protocol, self.port.address

    @property
    def resource(self) -> Resource:
        """The workload's object."""
        return self.pod.resource


@record(eq=False)
class HostPortConflict:
    """Two containers that take the same port of a node: of one pod, or of two that run on every node."""

    first: HostPortUse
    second: HostPortUse

    @property
    def resource(self) -> Resource:
        """The object of the latter."""
        return self.second.resource


@record(eq=False)
class DuplicateObject:
    """An object, `resource`, that stands in its file already as `first`."""

    first: Resource
    resource: Resource


@record(eq=False)
class IdenticalServices:
    """Two Services that differ in their names only."""

    first: Service
    second: Service

    @property
    def resource(self) -> Resource:
        """The object of the latter Service."""
        return self.second.resource


Collision = NodePortConflict | HostPortConflict | DuplicateObject | IdenticalServices
