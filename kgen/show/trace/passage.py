"""What a trace finds: passages through the port of a Service, and the hops that they are made of."""

from __future__ import annotations

from enum import StrEnum

from kgen.record import record
from kgen.show.state import State, worst

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.lint.finding import Finding
    from kgen.show.port_ledger import Owner, Place


class Stop(StrEnum):
    """What a hop is, as it is called in output."""

    NODE = "node"
    LOAD_BALANCER = "load balancer"
    GATEWAY = "gateway"
    INGRESS = "ingress"
    ROUTE = "route"
    URL = "url"
    WEBHOOK = "webhook"
    SERVICE = "service"
    POD = "pod"
    ENDPOINTS = "endpoints"
    EXTERNAL_NAME = "external name"


@record
class Hop:
    """One place that traffic passes.

    `label` is what it is reached at, such as `:30003`, `:http` or `shop.example.com/cart`; `number` and `name` are the
    port's, None and empty where there is none. `owner` is the object, `place` where the port is written in it: None for
    what is not in the repository. `why` says in clauses why it leads on as it does, `state` whether it does, with
    `reason` where that is unverifiable. `findings` are what the rules say of it.
    """

    stop: Stop
    label: str
    owner: Owner | None = None
    number: int | None = None
    name: str = ""
    protocol: str = ""
    container: str = ""
    place: Place | None = None
    why: tuple[str, ...] = ()
    state: State = State.VERIFIED
    reason: str = ""
    findings: tuple[Finding, ...] = ()

    def __str__(self) -> str:
        return f"{self.stop} {self.label}".rstrip()


@record
class Entrance:
    """What leads to a Service; `gateways` are those that a route is attached to, empty for anything else."""

    hop: Hop
    gateways: tuple[Hop, ...] = ()

    @property
    def hops(self) -> tuple[Hop, ...]:
        """All of it in the order of the traffic."""
        return (*self.gateways, self.hop)


@record
class Passage:
    """A port of a Service with what leads there and what answers behind it.

    `service` is None for what goes to a pod directly. `units` are the names of those that are rendered so, empty for
    what stands as written.
    """

    entrances: tuple[Entrance, ...]
    service: Hop | None
    ends: tuple[Hop, ...]
    units: tuple[str, ...] = ()

    @property
    def hops(self) -> tuple[Hop, ...]:
        """Every hop in the order of the traffic."""
        before = tuple(hop for entrance in self.entrances for hop in entrance.hops)
        return (*before, *(() if self.service is None else (self.service,)), *self.ends)

    @property
    def state(self) -> State:
        """The worst of its hops."""
        return worst(hop.state for hop in self.hops)
