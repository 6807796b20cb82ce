"""The Gateways that a route is attached to, as hops."""

from __future__ import annotations

from kgen.kubernetes.listener import why_refused
from kgen.record import replace
from kgen.show.port_ledger import Owner
from kgen.show.trace.judge import judged
from kgen.show.trace.passage import Hop, Stop
from kgen.show.trace.sight import owner_of
from kgen.wiring.outcome import Unverifiable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kgen.kubernetes.gateway import Gateway, Parent
    from kgen.kubernetes.resource import Resource
    from kgen.show.trace.sight import Sight
    from kgen.syntax.node import Node
    from kgen.wiring.backend_reference import ParentReference


def gateway_hops(route: Resource, sight: Sight) -> tuple[Hop, ...]:
    """One for each parent of a route, in the order written; none for anything else."""
    return tuple(_hop(reference, sight) for reference in sight.links.parents(route))


def _hop(reference: ParentReference, sight: Sight) -> Hop:
    parent, gateway = reference.parent, reference.gateway
    meant = [] if gateway is None else _listeners(gateway, parent)
    refusals = [] if gateway is None else _refusals(meant, gateway, parent)
    taking = [listener for listener in meant if listener not in dict(refusals)] or meant
    numbers = _numbers(taking)
    hop = Hop(
        Stop.GATEWAY,
        ", ".join(f":{number}" for number in numbers) or _asked(parent),
        Owner("Gateway", parent.namespace, parent.name) if gateway is None else owner_of(gateway.resource),
        number=numbers[0] if len(numbers) == 1 else None,
        name=_text(parent.section),
        place=None if gateway is None else sight.place(taking[0] if taking else gateway.resource.name_node),
    )
    reasons = [reason for _, reason in refusals]
    if reasons and len(reasons) == len(meant):
        outcomes = (reference.outcome, Unverifiable("; ".join(reasons)))
        return judged(replace(hop, why=(_why(parent),)), outcomes, sight.findings((reference,)))
    return judged(replace(hop, why=(_why(parent), *reasons)), (reference.outcome,), sight.findings((reference,)))


def _refusals(listeners: Iterable[Node], gateway: Gateway, parent: Parent) -> list[tuple[Node, str]]:
    """The listeners that do not take the route, each with why."""
    found = ((each, why_refused(each, gateway.resource, parent.resource)) for each in listeners)
    return [(listener, reason) for listener, reason in found if reason is not None]


def _listeners(gateway: Gateway, parent: Parent) -> list[Node]:
    """The listeners that a parent means: the one of its section or port, else all."""
    every = [name.parent for name in gateway.sections if name.parent is not None]
    for field, asked in (("name", parent.section), ("port", parent.port)):
        if asked is not None and asked.value is not None:
            every = [each for each in every if (found := each.get(field)) is not None and found.value == asked.value]
    return every


def _numbers(listeners: Iterable[Node]) -> Sequence[int]:
    ports = (each.get("port") for each in listeners)
    numbers = (None if port is None else port.integer() for port in ports)
    return list(dict.fromkeys(number for number in numbers if number is not None))


def _asked(parent: Parent) -> str:
    """The number of a listener that is not there."""
    port = _text(parent.port)
    return f":{port}" if port else ""


def _why(parent: Parent) -> str:
    section, port = _text(parent.section), _text(parent.port)
    if section or port:
        return f"parentRef to listener `{section}`" if section else f"parentRef to port {port}"
    return "parentRef to all listeners"


def _text(node: Node | None) -> str:
    return "" if node is None or node.value is None else str(node.value)
