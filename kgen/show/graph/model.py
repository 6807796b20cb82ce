"""The model of the picture: who is connected to whom, from the client to the container port.

A request goes from row to row, along the columns: each port of a Service, each path of an Ingress and each port of a
container is a row of its own, so that every chain of edges is the way of some request.
"""

from collections.abc import Iterator
from enum import StrEnum

from kgen.record import record
from kgen.show.port_ledger import Place
from kgen.show.state import State, worst


class Column(StrEnum):
    """How far a request has come, in this order."""

    CLIENT = "client"
    DOOR = "door"  # a port of the nodes, of a load balancer or of a Gateway
    ROUTE = "route"  # an Ingress, a route, or whatever else names a Service
    SERVICE = "service"
    WORKLOAD = "workload"


COLUMNS = tuple(Column)


@record
class Fault:
    """The finding that stands against a broken edge."""

    rule: str
    message: str


@record
class Row:
    """A line of a node, where edges end; `exists` is false for what is asked for and not declared."""

    id: str
    text: str
    place: Place | None
    exists: bool = True


@record
class Node:
    """An object in its column, or a part of one; `namespace` is empty where the manifest names none.

    `exists` is false for what is asked for and not in the repository.
    """

    id: str
    column: Column
    kind: str
    name: str
    namespace: str
    place: Place | None
    rows: tuple[Row, ...]
    exists: bool = True


@record
class Edge:
    """The way from one row to another, named by their ids, with the outcome of the reference that it stands for.

    `words` say why it goes there, or why not.
    """

    id: str
    source: str
    target: str
    state: State
    words: str
    place: Place | None
    fault: Fault | None = None


@record
class Net:
    """What is connected, and with nothing else."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def state(self) -> State:
        """The worst of its edges."""
        return worst(edge.state for edge in self.edges)


@record
class Frame:
    """What is applied together: a rendered unit, or else the manifests of a folder.

    `cluster` is empty where nothing names one. `kind` is that of the unit, `folder` for manifests as they are written.
    `remark` says why there may be more than is shown, empty where there is not.
    """

    id: str
    cluster: str
    kind: str
    name: str
    remark: str
    nets: tuple[Net, ...]


@record
class Graph:
    """The frames, those of a cluster together."""

    frames: tuple[Frame, ...]

    @property
    def nets(self) -> Iterator[Net]:
        """Those of all frames."""
        return (net for frame in self.frames for net in frame.nets)

    @property
    def nodes(self) -> Iterator[Node]:
        """Those of all frames."""
        return (node for net in self.nets for node in net.nodes)

    @property
    def edges(self) -> Iterator[Edge]:
        """Those of all frames."""
        return (edge for net in self.nets for edge in net.edges)
