"""Which subsets of a host VirtualServices lead to, and DestinationRules define."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kgen.kubernetes.backend import Backend, Family
from kgen.kubernetes.mesh import Destination, DestinationRule
from kgen.kubernetes.service_host import service_host
from kgen.wiring.backend_evidence import SubsetMissing
from kgen.wiring.backend_reference import BackendReference
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.scope import Nearness, may_share_namespace, nearness
from kgen.wiring.world import World


def resolve_subsets(
    destinations: Iterable[Destination], rules: Iterable[DestinationRule], world: World
) -> Iterator[BackendReference]:
    """Follow destinations that ask for a subset to the rules that define it."""
    by_name: dict[str, list[DestinationRule]] = defaultdict(list)
    for rule in rules:
        by_name[_name(rule.host)].append(rule)
    for destination in destinations:
        subset = destination.subset
        if subset is not None and subset.string():
            backend = Backend(destination.resource, Family.MESH, _name(destination.host), subset)
            yield BackendReference(backend, _outcome(destination, subset.string() or "", by_name, world))


def _outcome(
    destination: Destination, subset: str, by_name: Mapping[str, list[DestinationRule]], world: World
) -> Outcome:
    path = destination.resource.path
    claim = world.claims.reason(path)
    if claim is not None or is_placeholder(subset):
        return Unverifiable(claim or f"`{subset}` is still to be filled in")
    rules = [each for each in by_name.get(_name(destination.host), ()) if _may_be_meant(destination, each, world)]
    if any(node.value == subset for rule in rules for node in rule.subsets):
        return Verified()
    near = [each for each in rules if nearness(path, each.resource.path) <= Nearness.ADJACENT]
    if not near:
        return Unverifiable(f"no DestinationRule near by is for `{destination.host}`")
    claim = next((reason for each in near if (reason := world.claims.reason(each.resource.path))), None)
    if claim is not None or not all(each.subsets for each in near):
        return Unverifiable(f"of {near[0].resource} {claim or 'no subsets are written here'}")
    return Broken(SubsetMissing(min(near, key=lambda each: nearness(path, each.resource.path))))


def _name(host: str) -> str:
    """The Service's name, so that short and full forms meet; other hosts stay as they are."""
    found = service_host(host)
    return host if found is None else found.name


def _may_be_meant(destination: Destination, rule: DestinationRule, world: World) -> bool:
    return may_share_namespace(
        _namespace(destination.host, world.namespace(destination.resource)),
        _namespace(rule.host, world.namespace(rule.resource)),
    )


def _namespace(host: str, default: str | None) -> str | None:
    found = service_host(host)
    return default if found is None or found.namespace is None else found.namespace
