"""How a request gets in: ports of the nodes, load balancers, Gateways."""

from kgen.kubernetes.host_port import host_ports
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import LOAD_BALANCER, NODE_PORT, Service, ServicePort
from kgen.show.graph.draft import Draft, DraftRow, Looks
from kgen.show.graph.findings import Faults
from kgen.show.graph.model import Column
from kgen.show.graph.nodes import client, container_row, port_text, service_row, workload_node
from kgen.show.state import State
from kgen.syntax.node import Node

_CHOSEN = "the cluster chooses the number"


def draw_service_doors(draft: Draft, service: Service, faults: Faults) -> None:
    """Connect what stands open to the outside with the ports of a Service."""
    for port in service.ports:
        if service.type == LOAD_BALANCER:
            _draw_load_balancer(draft, service, port)
        if port.node_port is not None:
            _draw_node_port(draft, service, port, port.node_port, faults)
        elif service.type == NODE_PORT:
            _draw_any_node_port(draft, service, port)


def draw_host_ports(draft: Draft, pod: PodTemplate, faults: Faults) -> None:
    """Connect the ports that pods take on their nodes with those of their containers."""
    for taken in host_ports(pod):
        declared = next(each for each in pod.ports if taken.node.parent == each.node)
        key = ("door", pod.node, taken.node)
        looks = Looks(Column.DOOR, str(taken.node.key), port_text("", taken.number, taken.protocol), at=taken.node)
        door = draft.row(draft.node(key, looks), "", taken.node)
        _open(draft, door, pod.node, taken.node, faults)
        words = "on the host network it is the container's own port"
        if taken.node.key == "hostPort":
            words = f"the container takes port {taken.number} of the node it runs on"
        row = container_row(draft, workload_node(draft, pod), declared)
        draft.edge((door, row), State.VERIFIED, words, taken.node)


def _draw_load_balancer(draft: Draft, service: Service, port: ServicePort) -> None:
    at = port.number_node
    looks = Looks(Column.DOOR, "load balancer", port_text("", port.number, port.protocol), at=at)
    door = draft.row(draft.node(("load balancer", service, port.node), looks), "", at)
    draft.edge((client(draft, service), door), State.VERIFIED, "a load balancer stands before the Service", at)
    words = f"the load balancer listens on the Service's port {port.number}"
    draft.edge((door, service_row(draft, service, port)), State.VERIFIED, words, at)


def _draw_node_port(draft: Draft, service: Service, port: ServicePort, number: Node, faults: Faults) -> None:
    text = port_text("", number.integer(), port.protocol)
    looks = Looks(Column.DOOR, "nodePort", text, at=number)
    door = draft.row(draft.node(("door", service, port.node), looks), "", number)
    _open(draft, door, service, number, faults)
    words = f"nodePort {number.integer()} leads to the Service's port {port.number}"
    draft.edge((door, service_row(draft, service, port)), State.VERIFIED, words, number)


def _draw_any_node_port(draft: Draft, service: Service, port: ServicePort) -> None:
    looks = Looks(Column.DOOR, "nodePort", f"any{port_text('', None, port.protocol)}", at=port.node)
    door = draft.row(draft.node(("door", service, port.node), looks), "", port.node)
    draft.edge((client(draft, service), door), State.VERIFIED, _CHOSEN, port.node)
    words = f"a nodePort leads to the Service's port {port.number}: {_CHOSEN}"
    draft.edge((door, service_row(draft, service, port)), State.VERIFIED, words, port.node)


def _open(draft: Draft, door: DraftRow, whose: object, number: Node, faults: Faults) -> None:
    """Lead the client to a port of the nodes, unless an error says that it is refused."""
    fault = faults.refusing(number, draft.unit)
    state, words = State.VERIFIED, "every node listens on it"
    if number.key != "nodePort":
        words = "the nodes that run the pod listen on it"
    if fault is not None:
        state, words = State.BROKEN, "the nodes do not listen on it"
    draft.edge((client(draft, whose), door), state, words, number, fault)
