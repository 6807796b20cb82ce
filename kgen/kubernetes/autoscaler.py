"""Objects that change the size of a workload.

https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
https://keda.sh/docs/latest/reference/scaledobject-spec/#scaletargetref
https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/api.md
"""

from collections.abc import Mapping
from enum import Enum

from kgen.kubernetes.resource import Resource
from kgen.kubernetes.workload_kind import node_at
from kgen.record import record
from kgen.syntax.node import Node


class Direction(Enum):
    """What an autoscaler changes: the number of pods or what each may use."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


@record(eq=False)
class Autoscaler:
    """An autoscaler and the target it names; `target` is the node of that reference.

    `group` is None where the reference gives no API version and the controller finds the kind without it.
    """

    resource: Resource
    direction: Direction
    target: Node
    group: str | None
    kind: str
    name: str

    def node(self, field: str) -> Node:
        """Where a field of the reference stands, or the reference where it is left out."""
        return self.target.get(field) or self.target

    def __str__(self) -> str:
        return str(self.resource)


@record
class _Kind:
    direction: Direction
    path: str
    api_version: str | None = ""
    kind: str = ""


_KINDS: Mapping[tuple[str, str], _Kind] = {
    ("autoscaling", "HorizontalPodAutoscaler"): _Kind(Direction.HORIZONTAL, "spec.scaleTargetRef"),
    ("keda.sh", "ScaledObject"): _Kind(Direction.HORIZONTAL, "spec.scaleTargetRef", "apps/v1", "Deployment"),
    ("autoscaling.k8s.io", "VerticalPodAutoscaler"): _Kind(Direction.VERTICAL, "spec.targetRef", None),
}
# The built-in kinds with a scale subresource. The horizontal pod autoscaler looks a kind up in the group it is given:
# https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podautoscaler/horizontal.go
_HOMES = {
    "Deployment": "apps/v1",
    "StatefulSet": "apps/v1",
    "ReplicaSet": "apps/v1",
    "ReplicationController": "v1",
}


def autoscaler(resource: Resource) -> Autoscaler | None:
    """The autoscaler that an object is; None for other kinds, and for one that names no target."""
    kind = _KINDS.get((resource.group, resource.kind))
    target = None if kind is None else node_at(resource.node, kind.path)
    if kind is None or target is None or not target.text_at("name"):
        return None
    return Autoscaler(
        resource=resource,
        direction=kind.direction,
        target=target,
        group=_group(target.text_at("apiVersion") or kind.api_version),
        kind=target.text_at("kind") or kind.kind,
        name=target.text_at("name"),
    )


def _group(api_version: str | None) -> str | None:
    return None if api_version is None else api_version.rpartition("/")[0]


def home_of_scalable(kind: str) -> str | None:
    """The API version in which API servers have a built-in kind that can be scaled, None for other kinds."""
    return _HOMES.get(kind)
