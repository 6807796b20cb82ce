"""Which objects of a repository get into each other's way."""

import json
from collections.abc import Iterable, Iterator, Sequence

from kgen.kubernetes.host_port import HostPort, host_ports, runs_on_every_node
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import EXTERNAL_NAME
from kgen.wiring.apply_unit import ApplyUnits
from kgen.wiring.collision import (
    Collision,
    DuplicateObject,
    HostPortConflict,
    HostPortUse,
    IdenticalServices,
    NodePortConflict,
    NodePortUse,
)
from kgen.wiring.manifest import Manifest
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.service_manifest import ServiceManifest
from kgen.wiring.world import World


def resolve_collisions(
    written: Sequence[Manifest], services: Sequence[ServiceManifest], world: World, units: ApplyUnits
) -> Iterator[Collision]:
    """The pairs of every kind."""
    whole = [pod for pod in world.pods.templates if pod.is_whole]
    yield from _node_port_conflicts(services, units)
    for pod in whole:
        yield from _host_ports_in_pod(pod)
    known = [pod for pod in whole if world.claims.reason(pod.resource.path) is None]
    yield from _host_ports_on_every_node(known, units)
    yield from _duplicate_objects(written)
    yield from _identical_services(services, world, units)


def node_port_uses(services: Iterable[ServiceManifest]) -> Iterator[NodePortUse]:
    """The numbers that Services are sure to ask for.

    A ClusterIP takes part, as its nodePort shows that it is meant to be of another type.
    """
    for each in services:
        if each.is_complete and each.service.type != EXTERNAL_NAME:
            yield from (NodePortUse(each.service, node) for node in each.service.node_ports if node.integer())


def _node_port_conflicts(services: Sequence[ServiceManifest], units: ApplyUnits) -> Iterator[NodePortConflict]:
    """By number alone: the API server keeps one set for all protocols."""
    uses = ((use.number, use) for use in node_port_uses(services))
    return (NodePortConflict(first, second) for first, second in units.collisions(uses))


def _host_ports_in_pod(pod: PodTemplate) -> Iterator[HostPortConflict]:
    """As the API server tells them apart: one port on two addresses is two, and so are an address and all of them."""
    first: dict[tuple[int, str, str], HostPort] = {}
    for port in host_ports(pod):
        other = first.setdefault((port.number, port.protocol, port.address), port)
        if other is not port:
            yield HostPortConflict(HostPortUse(pod, other), HostPortUse(pod, port))


def every_node_port_uses(pods: Iterable[PodTemplate]) -> Iterator[HostPortUse]:
    """The ports that pods take on every node."""
    for pod in pods:
        if pod.is_whole and runs_on_every_node(pod):
            yield from (HostPortUse(pod, port) for port in host_ports(pod))


def _host_ports_on_every_node(pods: Sequence[PodTemplate], units: ApplyUnits) -> Iterator[HostPortConflict]:
    uses = ((use.key, use) for use in every_node_port_uses(pods))
    return (HostPortConflict(first, second) for first, second in units.collisions(uses))


def _duplicate_objects(written: Sequence[Manifest]) -> Iterator[DuplicateObject]:
    first: dict[tuple[str | None, ...], Manifest] = {}
    for each in written:
        resource = each.resource
        if not each.is_complete or not resource.name or is_placeholder(resource.name):
            continue
        identity = resource.path, resource.group, resource.kind, resource.namespace, resource.name
        other = first.setdefault(identity, each)
        if other is not each:
            yield DuplicateObject(other.resource, resource)


def _identical_services(
    services: Sequence[ServiceManifest], world: World, units: ApplyUnits
) -> Iterator[IdenticalServices]:
    """Of one namespace, as far as is known, and with one spec; a headless Service is another thing than its pair."""
    whole = [each.service for each in services if each.is_complete and each.service.selects_pods]
    if len(whole) < 2:
        return
    keyed = (
        ((world.namespace(each.resource), json.dumps(each.spec.value, sort_keys=True)), each)
        for each in whole
        if each.spec is not None
    )
    for first, second in units.collisions(keyed):
        if units.are_together(first.resource, second.resource):
            yield IdenticalServices(first, second)
