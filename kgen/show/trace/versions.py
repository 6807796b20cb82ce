"""One object that a repository holds several times: in an all-in-one file, in the folders of two releases."""

from __future__ import annotations

from kgen.wiring.scope import nearness

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.wiring.reference import Selection


def nearest_versions(selection: Selection) -> tuple[PodTemplate, ...]:
    """The pods that a Service selects, of manifests of one object those nearest to the Service."""
    path = selection.service.resource.path
    nearest: dict[object, int] = {}
    for pod in selection.pods:
        distance = nearness(path, pod.resource.path)
        nearest[_identity(pod)] = min(distance, nearest.get(_identity(pod), distance))
    return tuple(pod for pod in selection.pods if nearness(path, pod.resource.path) == nearest[_identity(pod)])


def _identity(pod: PodTemplate) -> object:
    resource = pod.resource
    return resource.group, resource.kind, resource.namespace, resource.name
