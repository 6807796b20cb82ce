"""Whether a target port is a slip that is a number which no selected pod declares.

A number is used as it is, whether a container declares it or not, so most misses prove nothing. What proves one is a
pair: the number, and a declared port that no Service leads to and that this one was meant for.
"""

from collections.abc import Iterator, Sequence

from kgen.kubernetes.container import ContainerPort
from kgen.kubernetes.listeners import is_auxiliary, mentions, why_incomplete
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import Service, ServicePort
from kgen.wiring.near import is_one_edit_apart
from kgen.wiring.outcome import Broken, Outcome, Unverifiable
from kgen.wiring.pods import stem
from kgen.wiring.port_evidence import NumberUnmatched, Swapped
from kgen.wiring.reference import Selection
from kgen.wiring.scope import Nearness, may_share_namespace, nearness
from kgen.wiring.world import World


def outcome_of_unmatched(selection: Selection, port: ServicePort, number: int, world: World) -> Outcome:
    """The outcome for a number that the pods do not declare at all."""
    pods = selection.pods
    doubt = _doubt(pods, number)
    if doubt is not None:
        return Unverifiable(doubt)
    services = list(_services_of(selection, world))
    unreached = [each for pod in pods for each in pod.ports if not any(leads_to(one, each) for one in services)]
    keeps_step = _meets_with_all_but(port, selection)
    swapped = tuple(each for each in unreached if _is_port_of(selection.service, port, each))
    if swapped and keeps_step:
        return Broken(Swapped(swapped))
    if len({each.target for each in selection.service.ports}) > 1:
        near = _near(number, unreached) if keeps_step else None
        return Unverifiable(f"no pod declares {number}, which none needs to") if near is None else _broken(pods, near)
    if not _is_main_service(selection, services):
        return Unverifiable(f"no pod declares {number}, and {selection.service} is not named after them")
    serving = next((one for one in services for pod in pods for each in pod.ports if leads_to(one, each)), None)
    if serving is not None:
        return Unverifiable(f"{serving} leads to the port that {pods[0]} declares")
    return _broken(pods, _near(number, unreached))


def leads_to(service: Service, declared: ContainerPort) -> bool:
    """Whether a Service that selects a pod has a port for one that the pod declares."""
    return any(
        port.target in (declared.number, declared.name) and port.protocol == declared.protocol for port in service.ports
    )


def _broken(pods: tuple[PodTemplate, ...], near: ContainerPort | None) -> Broken:
    return Broken(NumberUnmatched(pods, near))


def _doubt(pods: Sequence[PodTemplate], number: int) -> str | None:
    """Why the pods may listen on the number all the same."""
    incomplete = next((reason for pod in pods if (reason := why_incomplete(pod)) is not None), None)
    if incomplete is not None:
        return incomplete
    speaking = next((pod for pod in pods if mentions(pod, number)), None)
    return None if speaking is None else f"{speaking} speaks of {number} elsewhere than in its ports"


def _services_of(selection: Selection, world: World) -> Iterator[Service]:
    """The Services as near to a selected pod as this one that select it too, this one among them."""
    own = selection.service.resource
    for pod in selection.pods:
        distance = nearness(own.path, pod.resource.path)
        for service in world.services:
            if _selects(service, pod, world) and nearness(service.resource.path, pod.resource.path) <= distance:
                yield service


def _selects(service: Service, pod: PodTemplate, world: World) -> bool:
    if service.selector is None or not service.selector.matches(pod.labels):
        return False
    return may_share_namespace(world.namespace(service.resource), world.namespace(pod.resource))


def _meets_with_all_but(port: ServicePort, selection: Selection) -> bool:
    """Whether every other port of the Service is declared: what the pods declare is kept in step with it then."""
    declared = [each for pod in selection.pods for each in pod.ports]
    targets = {target for each in declared for target in (each.number, each.name)}
    return all(each.target in targets for each in selection.service.ports if each is not port)


def _is_port_of(service: Service, port: ServicePort, declared: ContainerPort) -> bool:
    """Whether the Service's own port is the declared number; a headless Service is reached on the pods' ports."""
    is_given = port.target_node.key == "targetPort" and service.headless_node is None
    return is_given and (port.number, port.protocol) == (declared.number, declared.protocol)


def _near(number: int, unreached: Sequence[ContainerPort]) -> ContainerPort | None:
    """The port for users that one slip turns into the number."""
    ports = (each for each in unreached if each.number is not None and not is_auxiliary(each.name))
    return next((each for each in ports if is_one_edit_apart(str(each.number), str(number))), None)


def _is_main_service(selection: Selection, services: Sequence[Service]) -> bool:
    """Whether a Service is named after its pods, or written beside them as their only one.

    Others often lead to ports that need no declaration.
    """
    service, pods = selection.service, selection.pods
    names = {stem(pod.resource.name) for pod in pods}
    names |= {requirement.values[0] for requirement in selection.selector.requirements}
    if stem(service.resource.name) in names:
        return True
    beside = all(nearness(service.resource.path, pod.resource.path) is Nearness.SAME_FILE for pod in pods)
    return beside and all(each is service for each in services)
