"""Which container port a target port leads to that is a number."""

from collections.abc import Iterator

from kgen.kubernetes.container import ContainerPort
from kgen.kubernetes.listeners import mentions, why_configured, why_incomplete
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import ServicePort
from kgen.wiring.lacking import pods_lacking
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.port_evidence import OtherProtocol
from kgen.wiring.reference import Selection, TargetPort
from kgen.wiring.unmatched import leads_to, outcome_of_unmatched
from kgen.wiring.world import World


def resolve_number(selection: Selection, port: ServicePort, number: int, world: World) -> TargetPort:
    """The outcome for a numeric target port of a Service, all of whose pods are known."""
    service, pods = selection.service, selection.pods
    meeting = [each for pod in pods for each in pod.ports if each.number == number]
    if any(each.protocol == port.protocol for each in meeting):
        return TargetPort(service, port, Verified(), lacking=tuple(_lacking(selection, number, world)))
    if meeting:
        return TargetPort(service, port, _other_protocol(selection, meeting))
    undeclared = tuple(pod for pod in pods if pod.ports)
    return TargetPort(service, port, outcome_of_unmatched(selection, port, number, world), undeclared)


def _lacking(selection: Selection, number: int, world: World) -> Iterator[PodTemplate]:
    """The pods that declare other ports only, and of which nothing says that they listen on the number as well."""
    having = [pod for pod in selection.pods if any(each.number == number for each in pod.ports)]
    for pod in pods_lacking(having, selection, world):
        if why_incomplete(pod) is None and not mentions(pod, number):
            yield pod


def _other_protocol(selection: Selection, meeting: list[ContainerPort]) -> Outcome:
    """A protocol that is written down is meant; one by default may only be forgotten in the container."""
    configured = next((reason for pod in selection.pods if (reason := why_configured(pod)) is not None), None)
    if configured is not None:
        return Unverifiable(configured)
    if not all("protocol" in each.node for each in meeting):
        return Unverifiable(f"port {meeting[0].number} is declared without a protocol")
    if any(leads_to(selection.service, each) for each in meeting):
        return Unverifiable(f"another port of {selection.service} uses the declared protocol")
    return Broken(OtherProtocol(tuple(meeting)))
