"""Proof that a Service's selector was meant for pods that it does not match."""

from collections.abc import Iterator

from kgen.gitops.opaque import OpaqueSource
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.selectors import Requirement, Selector
from kgen.kubernetes.service import Service
from kgen.wiring.evidence import Evidence, Namesake, NearLabel, OnlyInMetadata, OtherNamespace
from kgen.wiring.near import is_near, is_near_key
from kgen.wiring.pods import meets, stem
from kgen.wiring.scope import Nearness, may_share_namespace, nearness
from kgen.wiring.world import World

_SHORTEST_WORD = 5
_SHORTEST_WORD_IN_FILE = 3  # for the only Service that a pod template of the same file can be meant for


def proof_of_orphan(service: Service, world: World) -> Evidence | None:
    """The strongest proof there is, None without any: "matches nothing" alone proves nothing."""
    return None if service.selector is None else next(_proofs(service, service.selector, world), None)


def _proofs(service: Service, selector: Selector, world: World) -> Iterator[Evidence]:
    own = service.resource
    near = _neighbours(service, world, world.installer_near(own.path, world.namespace(own)))
    yield from _near_labels(service, selector, near, world)
    pods = _neighbours(service, world, world.opaque_neighbour(own))
    yield from _only_in_metadata(selector, pods)
    yield from _namesakes(service, selector, pods)
    yield from _other_namespace(service, selector, world)


def _neighbours(service: Service, world: World, opaque: OpaqueSource | None) -> list[PodTemplate]:
    """The pods that the Service may be meant for and whose labels are as written, nearest first.

    Where something opaque in reach deploys what cannot be seen, only those in the Service's own folder prove anything.
    """
    own = service.resource
    reach = Nearness.ADJACENT if opaque is None else Nearness.SAME_FOLDER
    return [
        pod
        for pod in world.pods.places.near(own.path, reach)
        if may_share_namespace(world.namespace(own), world.namespace(pod.resource))
        and world.claims.reason(pod.resource.path) is None
        and pod.is_whole
    ]


def _near_labels(service: Service, selector: Selector, pods: list[PodTemplate], world: World) -> Iterator[NearLabel]:
    for pod in pods:
        unmet = [each for each in selector.requirements if not meets(pod, each)]
        if len(unmet) != 1:
            continue
        key = _near_key(unmet[0], pod) or _key_of_near_value(service, unmet[0], pod, world)
        if key is not None:
            yield NearLabel(unmet[0], pod, key, pod.labels[key])


def _near_key(requirement: Requirement, pod: PodTemplate) -> str | None:
    """The key of a pod's label that has the required value and just misses the required key."""
    keys = (key for key, value in pod.labels.items() if value == requirement.values[0])
    return next((key for key in keys if is_near_key(requirement.key, key)), None)


def _key_of_near_value(service: Service, requirement: Requirement, pod: PodTemplate, world: World) -> str | None:
    """The required key, if the pod's value for it just misses the required one.

    A Service named after the value it asks for means what it says, if the pod has a Service of its own.
    """
    wanted, value = requirement.values[0], pod.labels.get(requirement.key)
    if value is None or not is_near(wanted, value, _SHORTEST_WORD_IN_FILE):
        return None
    is_taken = any(_selects(other, pod) for other in world.services if other is not service)
    if is_taken and stem(service.resource.name) == wanted:
        return None
    in_file = nearness(service.resource.path, pod.resource.path) is Nearness.SAME_FILE
    shortest = _SHORTEST_WORD_IN_FILE if in_file and not is_taken else _SHORTEST_WORD
    return requirement.key if is_near(wanted, value, shortest) else None


def _selects(service: Service, pod: PodTemplate) -> bool:
    return service.selects_pods and service.selector is not None and service.selector.matches(pod.labels)


def _only_in_metadata(selector: Selector, pods: list[PodTemplate]) -> Iterator[OnlyInMetadata]:
    for pod in pods:
        if pod.node != pod.resource.node and selector.matches(pod.resource.labels):
            yield OnlyInMetadata(pod, selector.unmet(pod.labels))


def _namesakes(service: Service, selector: Selector, pods: list[PodTemplate]) -> Iterator[Namesake]:
    name = stem(service.resource.name)
    for pod in pods:
        if name and stem(pod.resource.name) == name and pod.labels:
            yield Namesake(pod, tuple(each for each in selector.requirements if not meets(pod, each)))


def _other_namespace(service: Service, selector: Selector, world: World) -> Iterator[OtherNamespace]:
    if not world.namespace(service.resource) or world.opaque_neighbour(service.resource) is not None:
        return
    pods = tuple(world.pods.selected_by(selector))
    near = (nearness(service.resource.path, pod.resource.path) <= Nearness.SAME_FOLDER for pod in pods)
    if any(near):
        yield OtherNamespace(pods)
