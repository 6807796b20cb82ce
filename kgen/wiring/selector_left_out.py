"""Services without a selector, which the workload beside them shows to need one."""

from collections.abc import Iterator, Sequence

from kgen.discovery.folders import folder_of
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import EXTERNAL_NAME, Service
from kgen.syntax.value import Data
from kgen.wiring.pods import stem
from kgen.wiring.scope import Nearness, may_share_namespace
from kgen.wiring.selector_fault import SelectorLeftOut
from kgen.wiring.world import World

_SLICES = ("Endpoints", "EndpointSlice")
_ROLES = ("Role", "ClusterRole")
_OWNER = "kubernetes.io/service-name"


def selectors_left_out(resources: Sequence[Resource], world: World) -> Iterator[SelectorLeftOut]:
    """The Services that are named after a workload beside them, and that nothing else gives endpoints.

    A Service may do without a selector where something keeps its endpoints: objects in the repository, a controller
    that the annotations speak to, or a program that is allowed to write them.
    """
    backed = {each.labels.get(_OWNER, each.name) for each in resources if each.kind in _SLICES}
    selecting = {each.resource.name for each in world.services if each.selects_pods}
    roles = (each for each in resources if each.kind in _ROLES)
    writers = {folder_of(each.path) for each in roles if _names_endpoints(each.node.value)}
    known = backed | selecting
    for service in world.services:
        name = service.resource.name
        if name not in known and _lacks_selector(service) and folder_of(service.resource.path) not in writers:
            pod = next(_namesakes(service, world), None)
            if pod is not None:
                yield SelectorLeftOut(service, pod)


def _lacks_selector(service: Service) -> bool:
    """Whether a whole Service could have a selector; one that annotations speak of may belong to a controller."""
    has_selector = service.selector is not None and bool(service.selector.requirements)
    metadata = service.resource.node.get("metadata")
    is_annotated = metadata is not None and "annotations" in metadata
    return bool(service.ports) and not has_selector and not is_annotated and service.type != EXTERNAL_NAME


def _namesakes(service: Service, world: World) -> Iterator[PodTemplate]:
    own = service.resource
    if world.claims.reason(own.path) is not None or not own.name:
        return
    for pod in world.pods.places.near(own.path, Nearness.SAME_FOLDER):
        other = pod.resource
        shares = may_share_namespace(world.namespace(own), world.namespace(other))
        if shares and stem(other.name) == stem(own.name) and _serves(pod):
            yield pod


def _serves(pod: PodTemplate) -> bool:
    """Whether a selector could name its pods, and they are meant to stay."""
    return pod.is_whole and bool(pod.labels) and not pod.kind.runs_to_completion


def _names_endpoints(value: Data) -> bool:
    if isinstance(value, dict):
        return any(map(_names_endpoints, value.values()))
    if isinstance(value, list):
        return any(map(_names_endpoints, value))
    return isinstance(value, str) and value in ("endpoints", "endpointslices", "*")
