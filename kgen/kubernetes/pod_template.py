"""Pod templates, wherever their kinds keep them."""

from collections.abc import Mapping
from itertools import chain

from kgen.kubernetes.container import Container, ContainerPort, containers_at, keeps_running
from kgen.kubernetes.labels import labels_of
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.workload_kind import WorkloadKind, nodes_at, workload_kind
from kgen.record import record
from kgen.syntax.node import Node


@record(eq=False)
class PodTemplate:
    """What a workload's pods look like.

    `containers` are those that serve while the pod lives, in the order in which the endpoints controller
    looks for a port: regular ones, then native sidecars. `init_containers` run to completion and serve nobody.
    """

    resource: Resource
    kind: WorkloadKind
    node: Node
    labels: Mapping[str, str]
    containers: tuple[Container, ...]
    init_containers: tuple[Container, ...]

    @property
    def ports(self) -> tuple[ContainerPort, ...]:
        """Every declared port in the order in which a name is looked for."""
        return tuple(chain.from_iterable(container.ports for container in self.containers))

    @property
    def labels_node(self) -> Node:
        """Where the labels stand, or the nearest node above when there are none."""
        metadata = self.node.get("metadata")
        if metadata is None:
            return self.node
        return metadata.get("labels") or metadata

    @property
    def is_whole(self) -> bool:
        """Whether every container has name and image; those of a patch leave them out."""
        has_images = not self.kind.has_images or all(each.image for each in self.containers)
        return bool(self.containers) and has_images and all(each.name for each in self.containers)

    def label_node(self, key: str) -> Node:
        """Where one label stands, or the labels when it is not among them."""
        return self.labels_node.get(key) or self.labels_node

    def port_named(self, name: str, protocol: str) -> ContainerPort | None:
        """The port that a Service's named target port resolves to: name and protocol must both be met."""
        return next((port for port in self.ports if port.name == name and port.protocol == protocol), None)

    def __str__(self) -> str:
        return str(self.resource)


def pod_templates(resource: Resource) -> list[PodTemplate]:
    """The pod templates of an object: none for most kinds, several for those that run groups of pods."""
    kind = workload_kind(resource.group, resource.kind)
    return [] if kind is None else [_pod_template(resource, kind, node) for node in template_nodes(resource, kind)]


def template_nodes(resource: Resource, kind: WorkloadKind) -> list[Node]:
    """Where an object of a kind has its pod templates."""
    nodes = chain.from_iterable(nodes_at(resource.node, path) for path in kind.templates)
    return [node for node in nodes if node.has_fields]


def pod_template(resource: Resource) -> PodTemplate | None:
    """The first pod template of an object, None where its kind has none."""
    return next(iter(pod_templates(resource)), None)


def _pod_template(resource: Resource, kind: WorkloadKind, node: Node) -> PodTemplate:
    spec = node.get("spec")
    regular = containers_at(None if spec is None else spec.get("containers"))
    initial = containers_at(None if spec is None else spec.get("initContainers"))
    return PodTemplate(
        resource=resource,
        kind=kind,
        node=node,
        labels=labels_of(node.get("metadata")),
        containers=(*regular, *filter(keeps_running, initial)),
        init_containers=tuple(each for each in initial if not keeps_running(each)),
    )
