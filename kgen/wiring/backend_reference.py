"""References to Services and to what stands before them, each with its outcome."""

from kgen.kubernetes.backend import Backend
from kgen.kubernetes.gateway import Gateway, Parent
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import Service, ServicePort
from kgen.record import record
from kgen.syntax.node import Node
from kgen.wiring.outcome import Outcome


@record(eq=False)
class BackendReference:
    """A backend with the Service and the port that it leads to; both are None where they are not known.

    The subset of a VirtualService's destination is one too, whose place is the subset's name.
    """

    backend: Backend
    outcome: Outcome
    service: Service | None = None
    port: ServicePort | None = None

    @property
    def resource(self) -> Resource:
        """The object that names the Service."""
        return self.backend.resource

    @property
    def place(self) -> Node:
        """Where it names the port, or else the Service."""
        return self.backend.place

    def __str__(self) -> str:
        return f"{self.backend} of {self.resource}"


@record(eq=False)
class GrantReference:
    """A route's backend in another namespace, which that has to allow."""

    backend: Backend
    namespace: str
    outcome: Outcome

    @property
    def resource(self) -> Resource:
        """The route."""
        return self.backend.resource

    @property
    def place(self) -> Node:
        """Where it names the other namespace."""
        return self.backend.namespace_node or self.backend.name_node

    def __str__(self) -> str:
        return f"grant for {self.backend} of {self.resource}"


@record(eq=False)
class ParentReference:
    """A Gateway that a route attaches to; `gateway` is None where it is not known."""

    parent: Parent
    outcome: Outcome
    gateway: Gateway | None = None

    @property
    def resource(self) -> Resource:
        """The route."""
        return self.parent.resource

    @property
    def place(self) -> Node:
        """Where it names the Gateway."""
        return self.parent.name_node

    def __str__(self) -> str:
        return f"Gateway `{self.parent.name}` of {self.resource}"


ServiceReference = BackendReference | GrantReference | ParentReference
