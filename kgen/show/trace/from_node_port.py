"""Passages that begin with a port of the nodes."""

from __future__ import annotations

from kgen.kubernetes.host_port import HostPort, host_ports
from kgen.show.trace.behind import behind
from kgen.show.trace.entrances import node_port_hop
from kgen.show.trace.passage import Entrance, Hop, Passage, Stop
from kgen.show.trace.pod_hop import declared_hop
from kgen.show.trace.sight import owner_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.show.trace.sight import Sight


def from_node_port(number: int, sight: Sight) -> Iterator[Passage]:
    """Through each Service that asks for the number, and to each pod that takes it on its node."""
    for service in sight.wires.services:
        for port in service.ports:
            node = port.node_port
            if node is not None and node.integer() == number:
                first = Entrance(node_port_hop(service, node, sight, port))
                yield Passage((first,), *behind(service, port, sight))
        check = service.health_check_node_port
        if check is not None and check.integer() == number:
            yield Passage((Entrance(node_port_hop(service, check, sight)),), None, ())
    for pod in sight.wires.pods:
        yield from to_host_port(pod, sight, number)


def to_host_port(pod: PodTemplate, sight: Sight, number: int | None = None) -> Iterator[Passage]:
    """From ports of the node straight to the containers that take them; with `number` only from this one."""
    declared = {port.node: port for port in pod.ports}
    for host in host_ports(pod):
        port = None if host.node.parent is None else declared.get(host.node.parent)
        if port is not None and number in (None, host.number):
            first = Entrance(_host_port_hop(pod, host, sight))
            yield Passage((first,), None, (declared_hop(pod, port, sight),))


def _host_port_hop(pod: PodTemplate, host: HostPort, sight: Sight) -> Hop:
    why = "hostPort" if host.node.key == "hostPort" else "hostNetwork"
    return Hop(
        Stop.NODE,
        f":{host.number}",
        owner_of(pod.resource),
        number=host.number,
        protocol=host.protocol,
        place=sight.place(host.node),
        why=(f"{why}: on each node where the pod runs",),
    )
