"""Fields that name a Service, and mostly one of its ports."""

from enum import StrEnum

from kgen.kubernetes.resource import Resource
from kgen.record import record
from kgen.syntax.node import Node

Port = int | str


class Family(StrEnum):
    """What kind of object names the Service."""

    INGRESS = "ingress"
    ROUTE = "route"
    WEBHOOK = "webhook"
    MESH = "mesh"
    ROLLOUT = "rollout"
    URL = "url"


class Fault(StrEnum):
    """What is wrong with a backend by itself, whatever Service it means."""

    NO_PORT = "no port"
    TWO_PORTS = "name and number of a port"
    TWO_TARGETS = "both a Service and a resource"


@record(eq=False)
class Backend:
    """A Service as another object names it.

    `port` is the Service's own port by number or by name, None where none is asked for; `port_node` is None where it
    is taken by default. `namespace` is the one that the backend itself names. `protocol` is what the port must speak,
    empty for anything. `unknown` is a clause that says why it may mean no Service of this name, mostly empty.
    `written` is the part of the node's text that is meant, empty for all of it.
    """

    resource: Resource
    family: Family
    name: str
    name_node: Node
    port: Port | None = None
    port_node: Node | None = None
    namespace: str | None = None
    namespace_node: Node | None = None
    protocol: str = ""
    fault: Fault | None = None
    unknown: str = ""
    written: str = ""

    @property
    def place(self) -> Node:
        """Where the port stands, or the name of the Service where the port is left out."""
        return self.port_node or self.name_node

    def __str__(self) -> str:
        return f"Service `{self.name}`"


def port_at(node: Node | None) -> Port | None:
    """The port that a field names; None for text of digits only, which some APIs take for a name and none for both."""
    if node is None:
        return None
    text = node.string()
    if text is None:
        return node.integer()
    return None if not text or text.isdigit() else text
