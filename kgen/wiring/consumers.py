"""Every reference to a Service, and to what stands before Services, resolved."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from kgen.kubernetes.backend import Backend
from kgen.kubernetes.backends import backends
from kgen.kubernetes.gateway import GROUP, gateway, grant, parents
from kgen.kubernetes.mesh import ISTIO, destination_rule, destinations
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.wiring.backend_reference import ServiceReference
from kgen.wiring.backends import resolve_backends
from kgen.wiring.grants import resolve_grants
from kgen.wiring.parents import resolve_parents
from kgen.wiring.reference import Selection
from kgen.wiring.services import Services
from kgen.wiring.subsets import resolve_subsets
from kgen.wiring.world import World


def resolve_consumers(
    resources: Sequence[Resource],
    selections: Iterable[Selection],
    world: World,
    background: Set[Resource] = frozenset(),
) -> Iterator[ServiceReference]:
    """Follow what the objects of a repository say of Services, Gateways, grants and subsets.

    Services that `background` objects name are not followed, but that these name them is known.
    """
    pods = _by_resource(world.pods.templates)

    def named(objects: Iterable[Resource]) -> list[Backend]:
        return [backend for each in objects for backend in backends(each, pods.get(each, ()))]

    followed = named(each for each in resources if each not in background)
    services = Services(world.services, selections, lambda: (*followed, *named(background)))
    references = tuple(resolve_backends(followed, services, world))
    yield from references
    of_gateways = [each for each in resources if each.group == GROUP]
    grants = [allowed for each in of_gateways if (allowed := grant(each)) is not None]
    yield from resolve_grants(references, grants, world)
    gateways = [parent for each in of_gateways if (parent := gateway(each)) is not None]
    yield from resolve_parents((attached for each in of_gateways for attached in parents(each)), gateways, world)
    of_istio = [each for each in resources if each.group == ISTIO]
    rules = [found for each in of_istio if (found := destination_rule(each)) is not None]
    yield from resolve_subsets((found for each in of_istio for found in destinations(each)), rules, world)


def _by_resource(pods: Iterable[PodTemplate]) -> Mapping[Resource, list[PodTemplate]]:
    found: dict[Resource, list[PodTemplate]] = defaultdict(list)
    for pod in pods:
        found[pod.resource].append(pod)
    return found
