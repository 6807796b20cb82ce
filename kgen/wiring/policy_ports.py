"""The ports that network policies name: always ports of pods, whatever a Service in front of them calls them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kgen.kubernetes.container import ContainerPort
from kgen.kubernetes.listeners import is_sidecar_port, mentions
from kgen.kubernetes.network_policy import Direction, PolicyPort, PolicyRule
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import Service
from kgen.spelling import close_matches
from kgen.wiring.operation_reference import PermittedPort, PolicySelection
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.policy_evidence import PolicyPortMissing, PortOfService
from kgen.wiring.reference import Selection

ServicesOf = Mapping[PodTemplate, list[Service]]


def resolve_policy_ports(
    selections: Iterable[PolicySelection], services: Iterable[Selection]
) -> Iterator[PermittedPort]:
    """Follow every port of policies whose receiving pods are selected by a single selector."""
    services_of = _services_of(services)
    for each in selections:
        for rule in _rules_into(each):
            for port in rule.ports:
                yield PermittedPort(each.policy, port, _outcome(each, rule, port, services_of))


def _rules_into(selection: PolicySelection) -> Iterable[PolicyRule]:
    """The rules whose traffic the selected pods receive."""
    if selection.rule is None:
        return (each for each in selection.policy.rules if each.direction is Direction.INGRESS)
    is_only_receiver = selection.rule.direction is Direction.EGRESS and len(selection.rule.peers) == 1
    return (selection.rule,) if is_only_receiver else ()


def _outcome(selection: PolicySelection, rule: PolicyRule, port: PolicyPort, services_of: ServicesOf) -> Outcome:
    if isinstance(selection.outcome, Unverifiable):
        return selection.outcome
    if isinstance(selection.outcome, Broken):
        return Unverifiable("the selector matches no pod template")
    unknown = next((pod for pod in selection.pods if not pod.is_whole or not pod.kind.declares_ports), None)
    if unknown is not None:
        return Unverifiable(f"{unknown} does not show all of its ports")
    if isinstance(port.port, str):
        return _of_name(port.port, selection.pods)
    return _of_number(port.port, port.protocol, rule, selection.pods, services_of)


def _of_name(name: str, pods: tuple[PodTemplate, ...]) -> Outcome:
    declared = [port for pod in pods for port in pod.ports]
    if any(port.name == name for port in declared):
        return Verified()
    if is_sidecar_port(name) or is_placeholder(name):
        return Unverifiable(f"port `{name}` is filled in or injected later")
    names = {port.name: port for port in declared if port.name}
    similar = close_matches(name, names, n=1)
    return Broken(PolicyPortMissing(pods, names[similar[0]] if similar else None))


def _of_number(
    number: int, protocol: str, rule: PolicyRule, pods: tuple[PodTemplate, ...], services_of: ServicesOf
) -> Outcome:
    if any((port.number, port.protocol) == (number, protocol) for pod in pods for port in pod.ports):
        return Verified()
    if any(mentions(pod, number) for pod in pods):
        return Unverifiable(f"{pods[0]} speaks of {number} elsewhere than in its ports")
    services = [service for pod in pods for service in services_of.get(pod, ())]
    if any(port.target == number for service in services for port in service.ports):
        return Unverifiable(f"a Service leads to {number}")
    evidence = next(_ports_of_services(number, protocol, pods, services_of), None)
    if evidence is None:
        return Unverifiable(f"no pod declares {number}, which none needs to")
    permitted = {port.port for port in rule.ports}
    if permitted & {evidence.declared.number, evidence.declared.name}:
        return Unverifiable(f"the rule permits the pods' own port {evidence.declared} as well")
    return Broken(evidence)


def _ports_of_services(
    number: int, protocol: str, pods: tuple[PodTemplate, ...], services_of: ServicesOf
) -> Iterator[PortOfService]:
    """The ports of that number of Services in front of the pods, each with the declared port it leads to."""
    for pod in pods:
        for service in services_of.get(pod, ()):
            for port in service.ports:
                declared = _declared(pod, port.target) if (port.number, port.protocol) == (number, protocol) else None
                if declared is not None:
                    yield PortOfService(service, port, declared)


def _declared(pod: PodTemplate, target: int | str | None) -> ContainerPort | None:
    return next((port for port in pod.ports if target in (port.number, port.name or None)), None)


def _services_of(selections: Iterable[Selection]) -> ServicesOf:
    services: dict[PodTemplate, list[Service]] = defaultdict(list)
    for selection in selections:
        if isinstance(selection.outcome, Verified):
            for pod in selection.pods:
                services[pod].append(selection.service)
    return services
