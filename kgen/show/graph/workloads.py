"""From the ports of Services to those of containers."""

from collections.abc import Iterable

from kgen.kubernetes.container import ContainerPort
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import EXTERNAL_NAME, Service, ServicePort
from kgen.show.graph.draft import Draft, DraftRow, Looks
from kgen.show.graph.findings import Faults
from kgen.show.graph.model import Column, Fault
from kgen.show.graph.nodes import (
    ANY_PORT,
    because,
    container_row,
    port_text,
    service_row,
    state_of,
    workload_node,
)
from kgen.show.state import State
from kgen.wiring.outcome import Broken, Verified
from kgen.wiring.reference import Selection, TargetPort


def draw_selection(draft: Draft, selection: Selection, targets: Iterable[TargetPort], faults: Faults) -> None:
    """Connect each port of a Service with those of the pods that it selects."""
    if not selection.pods:
        _draw_without_pods(draft, selection, faults)
        return
    for target in targets:
        for pod in selection.pods:
            _draw_target(draft, selection, target, pod, faults)
    if not selection.service.ports:
        _draw_without_ports(draft, selection)


def draw_service_without_selector(draft: Draft, service: Service) -> None:
    """Connect the ports of a Service whose endpoints nobody finds by labels."""
    if service.type == EXTERNAL_NAME and service.external_name is not None:
        name = service.external_name.string() or ""
        looks = Looks(Column.WORKLOAD, "DNS name", name, at=service.external_name)
        state, words = State.UNVERIFIABLE, "an ExternalName is an alias for a name outside of the cluster"
    else:
        looks = Looks(Column.WORKLOAD, "endpoints", "set by hand", at=service.type_node, exists=False)
        state, words = State.UNVERIFIABLE, "it has no selector: its endpoints are not in its manifest"
    for port in service.ports or (None,):
        row = draft.row(draft.node(("endpoints of", service), looks), _asked(port), looks.at)
        draft.edge((service_row(draft, service, port), row), state, words, looks.at)


def _draw_without_ports(draft: Draft, selection: Selection) -> None:
    outcome, at = selection.outcome, selection.selector.node
    words = because(outcome, f"its selector {_selector(selection)} matches")
    for pod in selection.pods:
        row = draft.row(workload_node(draft, pod), ANY_PORT, pod.labels_node)
        draft.edge((service_row(draft, selection.service, None), row), state_of(outcome), words, at)


def _draw_without_pods(draft: Draft, selection: Selection, faults: Faults) -> None:
    outcome, service, selector = selection.outcome, selection.service, selection.selector
    looks = Looks(Column.WORKLOAD, "pods with these labels", str(selector), at=selector.node, exists=False)
    fault = faults.within(selector.node) if isinstance(outcome, Broken) else None
    words = because(outcome, f"its selector {_selector(selection)} matches no pod template")
    for port in service.ports or (None,):
        row = draft.row(draft.node(("pods of", service), looks), _asked(port), selector.node, exists=False)
        draft.edge((service_row(draft, service, port), row), state_of(outcome), words, selector.node, fault)


def _draw_target(draft: Draft, selection: Selection, target: TargetPort, pod: PodTemplate, faults: Faults) -> None:
    port, at = target.port, target.port.target_node
    found = _declared(pod, port)
    ends = service_row(draft, target.service, port), _row_for(draft, pod, port, found)
    why = f"{_why(port)}; its selector {_selector(selection)} matches"
    if isinstance(target.outcome, Broken):
        draft.edge(
            ends, State.BROKEN, f"{pod} has no {port.protocol} port `{port.target}`", at, _fault_of(port, faults)
        )
    elif found is None and pod in target.lacking:
        words = f"{pod} has no port `{port.target}`, which other pods that are selected have"
        draft.edge(ends, State.BROKEN, words, at, faults.within(at))
    elif found is None and isinstance(target.outcome, Verified):
        draft.edge(ends, State.UNVERIFIABLE, f"{why}; not sure: {pod} does not declare it, and others do", at)
    else:
        draft.edge(ends, state_of(target.outcome), because(target.outcome, why), at)


def _row_for(draft: Draft, pod: PodTemplate, port: ServicePort, found: ContainerPort | None) -> DraftRow:
    node = workload_node(draft, pod)
    if found is not None:
        return container_row(draft, node, found)
    return draft.row(node, f"{_asked(port)} (undeclared)", exists=False)


def _declared(pod: PodTemplate, port: ServicePort) -> ContainerPort | None:
    if isinstance(port.target, str):
        return pod.port_named(port.target, port.protocol)
    return next((each for each in pod.ports if (each.number, each.protocol) == (port.target, port.protocol)), None)


def _fault_of(port: ServicePort, faults: Faults) -> Fault | None:
    """What is said of the target port itself counts more than what is said of the entry."""
    return faults.within(port.target_node) or faults.within(port.node)


def _why(port: ServicePort) -> str:
    if port.target_node.key != "targetPort":
        return f"without a targetPort it is the port's own number {port.number}"
    return f"its target port is the {'name' if isinstance(port.target, str) else 'number'} `{port.target}`"


def _asked(port: ServicePort | None) -> str:
    if port is None:
        return ANY_PORT
    if isinstance(port.target, str):
        return port_text(port.target, None, port.protocol)
    return port_text("", port.target, port.protocol)


def _selector(selection: Selection) -> str:
    return f"`{selection.selector}`"
