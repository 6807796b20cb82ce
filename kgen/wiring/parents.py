"""Which Gateway, and which of its listeners, a route attaches to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kgen.kubernetes.gateway import Gateway, Parent
from kgen.record import record
from kgen.syntax.node import Node
from kgen.wiring.backend_evidence import ListenerMissing, NearGateway
from kgen.wiring.backend_reference import ParentReference
from kgen.wiring.near import is_near
from kgen.wiring.neighbourhood import Neighbourhood, written_path
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.scope import Nearness, may_share_namespace, nearness, surely_share_namespace
from kgen.wiring.world import World

_SHORTEST_WORD = 5


@record
class _Gateways:
    by_name: Mapping[str, list[Gateway]]
    neighbourhood: Neighbourhood[Gateway]


def resolve_parents(
    parents: Iterable[Parent], every_gateway: Sequence[Gateway], world: World
) -> Iterator[ParentReference]:
    """Follow parents to their Gateways."""
    by_name: dict[str, list[Gateway]] = defaultdict(list)
    for gateway in every_gateway:
        by_name[gateway.resource.name].append(gateway)
    gateways = _Gateways(by_name, Neighbourhood(every_gateway, written_path))
    for parent in parents:
        reason = _why_unknown(parent, world)
        if reason is None:
            yield _resolve(parent, gateways, world)
        else:
            yield ParentReference(parent, Unverifiable(reason))


def _why_unknown(parent: Parent, world: World) -> str | None:
    claim = world.claims.reason(parent.resource.path)
    if claim is not None:
        return claim
    section = None if parent.section is None else parent.section.string()
    unfilled = next((text for text in (parent.name, section) if text and is_placeholder(text)), None)
    return None if unfilled is None else f"`{unfilled}` is still to be filled in"


def _resolve(parent: Parent, gateways: _Gateways, world: World) -> ParentReference:
    possible = [each for each in gateways.by_name.get(parent.name, ()) if _may_be_meant(parent, each, world)]
    if not possible:
        return ParentReference(parent, _without_gateway(parent, gateways, world))
    nearest = min(possible, key=lambda each: nearness(parent.resource.path, each.resource.path))
    misses = [(each, _missing_listener(parent, each)) for each in possible]
    if any(missing is None for _, missing in misses):
        return ParentReference(parent, Verified(), nearest)
    return ParentReference(parent, _without_listener(parent, nearest, possible, world), nearest)


def _may_be_meant(parent: Parent, gateway: Gateway, world: World) -> bool:
    """Whether a Gateway of the name can be the one: near by, or surely in the namespace."""
    namespace, other = _namespace(parent, world), world.namespace(gateway.resource)
    if surely_share_namespace(namespace, other):
        return True
    distance = nearness(parent.resource.path, gateway.resource.path)
    return may_share_namespace(namespace, other) and distance <= Nearness.ADJACENT


def _namespace(parent: Parent, world: World) -> str | None:
    return parent.namespace or world.namespace(parent.resource)


def _missing_listener(parent: Parent, gateway: Gateway) -> ListenerMissing | None:
    for asked, has in ((parent.section, gateway.sections), (parent.port, gateway.ports)):
        if asked is not None and asked.value is not None and not _has(has, asked):
            return ListenerMissing(gateway, asked, has)
    return None


def _has(listeners: tuple[Node, ...], asked: Node) -> bool:
    return any(each.value == asked.value for each in listeners)


def _without_listener(parent: Parent, nearest: Gateway, possible: list[Gateway], world: World) -> Outcome:
    claim = next((reason for each in possible if (reason := world.claims.reason(each.resource.path))), None)
    if claim is not None:
        return Unverifiable(f"of {nearest} {claim}")
    if len(possible) > 1 and nearness(parent.resource.path, nearest.resource.path) is Nearness.ELSEWHERE:
        return Unverifiable(f"several files of the repository have a {nearest}")
    missing = _missing_listener(parent, nearest)
    if missing is None or not missing.has:
        return Unverifiable(f"{nearest} is written in part only")
    return Broken(missing)


def _without_gateway(parent: Parent, gateways: _Gateways, world: World) -> Outcome:
    resource = parent.resource
    unreadable = world.unreadable_near(resource, Nearness.ADJACENT, [parent.name])
    if unreadable is not None:
        return Unverifiable(f"`{unreadable.path}` cannot be read and may hold the Gateway")
    namespace = _namespace(parent, world)
    opaque = world.installer_near(resource.path, namespace)
    if opaque is not None:
        return Unverifiable(f"{opaque.what} may bring the Gateway")
    for gateway in gateways.neighbourhood.near(resource.path):
        is_slip = is_near(parent.name, gateway.resource.name, _SHORTEST_WORD)
        if is_slip and may_share_namespace(namespace, world.namespace(gateway.resource)):
            return Broken(NearGateway(gateway))
    return Unverifiable("no Gateway of this name is in the repository, and none is known that should be meant")
