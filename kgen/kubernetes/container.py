"""Containers and the ports they declare."""

from kgen.record import record
from kgen.syntax.node import Node

DEFAULT_PROTOCOL = "TCP"


@record
class ContainerPort:
    """One entry of a container's `ports`; `number` is None where none can be read."""

    node: Node
    name: str
    number: int | None
    protocol: str

    @property
    def name_node(self) -> Node:
        """Where the name stands, or the entry where it has none."""
        return self.node.get("name") or self.node

    @property
    def number_node(self) -> Node:
        """Where the number stands, or the entry where it has none."""
        return self.node.get("containerPort") or self.node

    @property
    def protocol_node(self) -> Node:
        """Where the protocol stands, or the entry where it is left out."""
        return self.node.get("protocol") or self.node

    def __str__(self) -> str:
        return f"{self.name}:{self.number}/{self.protocol}" if self.name else f"{self.number}/{self.protocol}"


@record
class Container:
    """One container of a pod template."""

    node: Node
    name: str
    image: str
    ports: tuple[ContainerPort, ...]


def containers_at(node: Node | None) -> tuple[Container, ...]:
    """The containers of a list such as `spec.containers`."""
    return () if node is None else tuple(_container(item) for item in node)


def keeps_running(init_container: Container) -> bool:
    """Whether an init container is a native sidecar (KEP-753), which serves as long as the pod lives."""
    return init_container.node.text_at("restartPolicy") == "Always"


def _container(node: Node) -> Container:
    ports = node.get("ports")
    declared = () if ports is None else tuple(_port(item) for item in ports if item.has_fields)
    return Container(node, node.text_at("name"), node.text_at("image"), declared)


def _port(node: Node) -> ContainerPort:
    return ContainerPort(
        node=node,
        name=node.text_at("name"),
        number=node.integer_at("containerPort"),
        protocol=node.text_at("protocol") or DEFAULT_PROTOCOL,
    )
