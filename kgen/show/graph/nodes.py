"""How the objects of the wiring look as nodes, and their ports as rows."""

from kgen.kubernetes.container import DEFAULT_PROTOCOL, ContainerPort
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import Service, ServicePort
from kgen.show.graph.draft import Draft, DraftNode, DraftRow, Looks
from kgen.show.graph.labels import CLIENT
from kgen.show.graph.model import Column
from kgen.show.state import State
from kgen.wiring.outcome import Broken, Outcome, Unverifiable

ANY_PORT = "any port"


def client(draft: Draft, whose: object) -> DraftRow:
    """The client of what `whose` stands for; each has one of its own, lest all be one net."""
    node = draft.node(("client", whose), Looks(Column.CLIENT, "outside", CLIENT))
    return draft.row(node, "")


def service_node(draft: Draft, service: Service) -> DraftNode:
    """A Service, with a row for each of its ports."""
    node = draft.node(("service", service), looks_of(service.resource, Column.SERVICE))
    for port in service.ports:
        draft.row(node, port_text(port.name, port.number, port.protocol), port.number_node)
    return node


def service_row(draft: Draft, service: Service, port: ServicePort | None) -> DraftRow:
    """A port of a Service; None is for one without any."""
    node = service_node(draft, service)
    if port is None:
        return draft.row(node, ANY_PORT, service.resource.name_node)
    return draft.row(node, port_text(port.name, port.number, port.protocol), port.number_node)


def workload_node(draft: Draft, pod: PodTemplate) -> DraftNode:
    """A workload, with a row for each port that its pods declare."""
    node = draft.node(("workload", pod.node), looks_of(pod.resource, Column.WORKLOAD))
    for port in pod.ports:
        container_row(draft, node, port)
    return node


def container_row(draft: Draft, node: DraftNode, port: ContainerPort) -> DraftRow:
    """A declared port of a workload."""
    return draft.row(node, port_text(port.name, port.number, port.protocol), port.number_node)


def looks_of(resource: Resource, column: Column) -> Looks:
    """What a node shows of an object of the repository."""
    return Looks(column, resource.kind, resource.name, resource.namespace or "", resource.name_node)


def port_text(name: str, number: int | str | None, protocol: str = DEFAULT_PROTOCOL) -> str:
    """Such as `http :8080` or `:53/UDP`; TCP is left out, as people do."""
    shown = "" if number is None else f":{number}"
    speaks = "" if protocol == DEFAULT_PROTOCOL else f"/{protocol}"
    return f"{name} {shown}{speaks}".strip()


def state_of(outcome: Outcome) -> State:
    """What an edge says of a reference."""
    if isinstance(outcome, Broken):
        return State.BROKEN
    return State.UNVERIFIABLE if isinstance(outcome, Unverifiable) else State.VERIFIED


def because(outcome: Outcome, why: str) -> str:
    """Why a reference leads where it does, with the doubt there may be."""
    return f"{why}; not sure: {outcome.reason}" if isinstance(outcome, Unverifiable) else why
