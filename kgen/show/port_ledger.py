"""What is known of the ports that a cluster's nodes give away: who asks for which, and where."""

from enum import StrEnum

from kgen.kubernetes.node_port_range import static_band
from kgen.record import record


class PortKind(StrEnum):
    """Which field takes the port; a `hostNetwork` pod takes each `containerPort` that it declares."""

    NODE_PORT = "nodePort"
    HEALTH_CHECK = "healthCheckNodePort"
    HOST_PORT = "hostPort"
    HOST_NETWORK = "hostNetwork"


class Band(StrEnum):
    """Which part of the node port range (KEP-3668) a number is in."""

    STATIC = "static"
    DYNAMIC = "dynamic"
    OUTSIDE = "outside"


@record
class Owner:
    """Who takes a port. `namespace` is None where it is not known; kind and name are empty for a patch."""

    kind: str
    namespace: str | None
    name: str

    def may_be(self, other: "Owner") -> bool:
        """Whether both may be one object; an unknown namespace can be any."""
        if (self.kind, self.name) != (other.kind, other.name):
            return False
        return None in (self.namespace, other.namespace) or self.namespace == other.namespace


@record
class Place:
    """Where a number is written: `path` as it is shown, line and column from 1."""

    path: str
    line: int
    column: int


@record
class PortUse:
    """One number and who takes it.

    `port` is the Service's or the container's port behind it, None where there is none or none can be read; so is an
    empty `protocol`. `place` is None for what only the cluster is known to have. `cluster` is what the repository
    calls the one that it is for, empty where it does not tell.
    """

    number: int
    kind: PortKind
    owner: Owner
    port: int | None
    protocol: str
    place: Place | None
    cluster: str = ""

    @property
    def is_node_port(self) -> bool:
        """Whether it comes out of the node port range, of which the cluster keeps one set."""
        return self.kind in (PortKind.NODE_PORT, PortKind.HEALTH_CHECK)


@record
class LedgerRow:
    """A use, and the others that it is sure to get into the way of."""

    use: PortUse
    conflicts: tuple[PortUse, ...] = ()


@record
class Ledger:
    """The rows by number; `free` are proposals, in ascending order, for the `wanted` numbers that were asked for."""

    rows: tuple[LedgerRow, ...]
    node_port_range: tuple[int, int]
    free: tuple[int, ...] = ()
    wanted: int = 0

    @property
    def conflicting(self) -> tuple[LedgerRow, ...]:
        """The rows that have conflicts."""
        return tuple(row for row in self.rows if row.conflicts)

    @property
    def names_clusters(self) -> bool:
        """Whether the repository tells of any row which cluster it is for."""
        return any(row.use.cluster for row in self.rows)

    def band(self, number: int) -> Band:
        """The band of a number."""
        if not self.node_port_range[0] <= number <= self.node_port_range[1]:
            return Band.OUTSIDE
        return Band.STATIC if number <= static_band(self.node_port_range)[1] else Band.DYNAMIC

    def band_of(self, use: PortUse) -> Band | None:
        """The band of a port of the node port range; None for a port that a pod takes, which has none."""
        return self.band(use.number) if use.is_node_port else None
