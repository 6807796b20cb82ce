"""Faults between a Service's ports and those of its pods."""

from collections import Counter
from collections.abc import Iterator

from kgen.kubernetes.container import ContainerPort
from kgen.kubernetes.listeners import mentions, why_incomplete
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import Service
from kgen.syntax.value import Data
from kgen.wiring.reference import TargetPort
from tests.mutations.edit import removal, slip, value_edit
from tests.mutations.fault import Mutation, in_place, read_at
from tests.mutations.healthy import Healthy

_SWAPPED = {"TCP": "UDP", "UDP": "TCP"}
_Pods = tuple[PodTemplate, ...]


def name_slip(repository: Healthy) -> Iterator[Mutation]:
    """Two letters swapped in the name that a target port gives."""
    for target, pods in repository.target_ports:
        name = slip(target.port.target) if isinstance(target.port.target, str) else None
        if name is not None and not any(port.name == name for pod in pods for port in pod.ports):
            yield from in_place(value_edit(target.port.target_node, name), *_participants(target, pods))


def wrong_number(repository: Healthy) -> Iterator[Mutation]:
    """The next number for the only port of a Service, where target-port-number-unmatched says that it would tell.

    That is where no other Service leads to the ports that the pods declare, and the pods declare every port that
    anything in their templates speaks of. A headless Service has a rule of its own for a number that differs.
    """
    for target, pods in repository.target_ports:
        number, service = target.port.target, target.service
        if not isinstance(number, int) or target.port.target_node.key != "targetPort":
            continue
        if service.headless_node is not None or len(service.ports) > 1:
            continue
        if _tell_all(pods, number + 1) and _is_sole(service, pods, repository):
            yield from in_place(value_edit(target.port.target_node, str(number + 1)), *_participants(target, pods))


def swapped_protocol(repository: Healthy) -> Iterator[Mutation]:
    """UDP for TCP and the other way round; for a number only where the container states its protocol as well.

    Not where a route of that protocol leads to the port, as it would be broken too.
    """
    routed = {each.port.node for each, _ in repository.backends if each.port is not None and each.backend.protocol}
    for target, pods in repository.target_ports:
        protocol, node = _SWAPPED.get(target.port.protocol), target.port.protocol_node
        if protocol is None or node is None or target.port.node in routed or _leads_twice(target):
            continue
        met = [port for pod in pods for port in pod.ports if target.port.target in (port.name, port.number)]
        if all(port.protocol == target.port.protocol for port in met) and _state_protocol(target, pods, met):
            yield from in_place(value_edit(node, protocol), *_participants(target, pods))


def dropped_name(repository: Healthy) -> Iterator[Mutation]:
    """A container port without its name, which one Service's port and nothing else refers to."""
    readers = Counter(
        port for target, pods in repository.target_ports for pod in pods for port in _named(pod, target.port.target)
    )
    for target, pods in repository.target_ports:
        met = [port for pod in pods for port in _named(pod, target.port.target)]
        if len(met) != 1 or readers[met[0]] != 1 or _is_read_inside(pods, met[0]):
            continue
        yield from read_at(removal(met[0].name_node), target.port.target_node, *_participants(target, pods))


def _participants(target: TargetPort, pods: _Pods) -> tuple[Resource, ...]:
    return (target.service.resource, *(pod.resource for pod in pods))


def _tell_all(pods: _Pods, number: int) -> bool:
    declared = {port.number for pod in pods for port in pod.ports}
    return number not in declared and not any(why_incomplete(pod) or mentions(pod, number) for pod in pods)


def _is_sole(service: Service, pods: _Pods, repository: Healthy) -> bool:
    """Whether no other Service of the repository selects any of the pods."""
    others = [each.selector for each in repository.wiring.services if each is not service and each.selects_pods]
    return not any(selector.matches(pod.labels) for selector in others if selector is not None for pod in pods)


def _leads_twice(target: TargetPort) -> bool:
    """Whether the Service has the number or the target for both protocols, as those of DNS have."""
    port = target.port
    return sum(port.number == each.number or port.target == each.target for each in target.service.ports) > 1


def _state_protocol(target: TargetPort, pods: _Pods, met: list[ContainerPort]) -> bool:
    if isinstance(target.port.target, str):
        return True
    return all("protocol" in port.node for port in met) and not any(map(why_incomplete, pods))


def _named(pod: PodTemplate, name: int | str | None) -> list[ContainerPort]:
    return [port for port in pod.ports if port.name and port.name == name]


def _is_read_inside(pods: _Pods, port: ContainerPort) -> bool:
    """Whether a probe or a hook of the pods refers to a container port's name."""
    return any(_holds(pod.node.value, port.name) for pod in pods)


def _holds(value: Data, name: str) -> bool:
    if isinstance(value, dict):
        return value.get("port") == name or any(_holds(each, name) for each in value.values())
    return isinstance(value, list) and any(_holds(each, name) for each in value)
