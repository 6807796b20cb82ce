"""Ports of the node that a pod's containers take."""

from collections.abc import Iterator
from ipaddress import ip_address

from kgen.kubernetes.container import ContainerPort
from kgen.kubernetes.pod_template import PodTemplate
from kgen.record import record
from kgen.syntax.node import Node

_CHOOSES_NODES = ("nodeSelector", "affinity", "nodeName")


@record
class HostPort:
    """A port of the node; `address` is the node's address it is on, empty for all, `node` where the number stands."""

    number: int
    protocol: str
    address: str
    node: Node

    def __str__(self) -> str:
        return f"{self.number}/{self.protocol}"


def host_ports(pod: PodTemplate) -> Iterator[HostPort]:
    """What the containers that serve while the pod lives take.

    On the host network every declared port is one: the API server fills `hostPort` in from `containerPort`.
    """
    shares = host_network(pod) is not None
    for container in pod.containers:
        for port in container.ports:
            node = host_port_node(port) or (port.node.get("containerPort") if shares else None)
            number = None if node is None else node.integer()
            if node is not None and number is not None:
                yield HostPort(number, port.protocol, _address(port.node.text_at("hostIP")), node)


def host_port_node(port: ContainerPort) -> Node | None:
    """Where a port of the node is asked for by number; None where it is left out, as 0 is."""
    node = port.node.get("hostPort")
    return node if node is not None and node.integer() else None


def host_network(pod: PodTemplate) -> Node | None:
    """Where a pod says to be on the node's network, None where it does not."""
    spec = pod.node.get("spec")
    node = None if spec is None else spec.get("hostNetwork")
    return node if node is not None and node.value is True else None


def runs_on_every_node(pod: PodTemplate) -> bool:
    """Whether pods are on all nodes: those of a DaemonSet that does not choose among the nodes."""
    if (pod.kind.group, pod.kind.kind) != ("apps", "DaemonSet"):
        return False
    spec = pod.node.get("spec")
    return spec is None or not any(field in spec for field in _CHOOSES_NODES)


def _address(text: str) -> str:
    """A node's address, empty for one that stands for all of them."""
    try:
        return "" if ip_address(text).is_unspecified else text
    except ValueError:
        return text
