"""Containers and the ports they declare."""

from dataclasses import dataclass

from kgen.syntax.node import Node

DEFAULT_PROTOCOL = "TCP"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
    policy = init_container.node.get("restartPolicy")
    return policy is not None and policy.string() == "Always"


def text_at(node: Node, key: str) -> str:
    """The text at a key, empty where there is none."""
    value = node.get(key)
    return "" if value is None else value.string() or ""


def _container(node: Node) -> Container:
    ports = node.get("ports")
    declared = () if ports is None else tuple(_port(item) for item in ports if item.mapping())
    return Container(node, text_at(node, "name"), text_at(node, "image"), declared)


def _port(node: Node) -> ContainerPort:
    number = node.get("containerPort")
    return ContainerPort(
        node=node,
        name=text_at(node, "name"),
        number=None if number is None else number.integer(),
        protocol=text_at(node, "protocol") or DEFAULT_PROTOCOL,
    )
