"""What proves a reference to a Service broken."""

from enum import StrEnum

from kgen.kubernetes.backend import Fault
from kgen.kubernetes.gateway import Gateway, Grant
from kgen.kubernetes.mesh import DestinationRule
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import Service, ServicePort
from kgen.record import record
from kgen.syntax.node import Node


class Confusion(StrEnum):
    """What a port that a Service lacks really is."""

    TARGET_PORT = "target port"
    NODE_PORT = "node port"
    CONTAINER_PORT = "container port"
    SPELLING = "similar name"


@record
class NearName:
    """No Service has the name, and this one, which has the port, differs from it by a slip or the word for its kind."""

    service: Service


@record
class NamedAfterPods:
    """The name is that of a workload, which another Service selects; that one has the port."""

    pod: PodTemplate
    service: Service


@record
class OnlyElsewhere:
    """The Service is in another known namespace, and backends are sought in their own."""

    service: Service


@record
class PortMissing:
    """The Service has no such port; `meant` is the one that the reference speaks of, if that is clear."""

    service: Service
    meant: ServicePort | None
    confusion: Confusion | None


@record
class PortProtocol:
    """The Service has the port with another protocol only."""

    service: Service
    port: ServicePort


@record
class Faulty:
    """The reference itself is refused; `service` is the one that it means, None where several or none may be."""

    fault: Fault
    service: Service | None = None


@record
class GrantMissing:
    """No ReferenceGrant allows the reference; `near` is one of the namespace that allows others."""

    service: Service
    near: Grant | None


@record
class NearGateway:
    """No Gateway has the name, and this one differs from it by a slip."""

    gateway: Gateway


@record
class ListenerMissing:
    """The Gateway has no listener of the name or number at `asked`; `has` are those that it has."""

    gateway: Gateway
    asked: Node
    has: tuple[Node, ...]


@record
class SubsetMissing:
    """DestinationRules define other subsets of the host only; `rule` is the nearest."""

    rule: DestinationRule


BackendEvidence = (
    NearName
    | NamedAfterPods
    | OnlyElsewhere
    | PortMissing
    | PortProtocol
    | Faulty
    | GrantMissing
    | NearGateway
    | ListenerMissing
    | SubsetMissing
)
