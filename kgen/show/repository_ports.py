"""The ports of the nodes that a repository asks for, and those that it asks for twice."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from kgen.gitops.inclusion import renamed_files
from kgen.gitops.kustomization import kustomization
from kgen.kubernetes.container import DEFAULT_PROTOCOL
from kgen.kubernetes.host_port import HostPort, host_ports
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.lint.part_of_text import part_of_text
from kgen.repository import Repository
from kgen.show.port_ledger import Owner, Place, PortKind, PortUse
from kgen.syntax.node import Node
from kgen.wiring.collision import HostPortConflict, HostPortUse, NodePortConflict, NodePortUse
from kgen.wiring.collisions import resolve_collisions
from kgen.wiring.node_port_request import NodePortRequest, node_port_requests
from kgen.wiring.service_manifest import ServiceManifest, service_manifests
from kgen.wiring.world import World, survey

_PATCH = Owner("", None, "")

# Two Services may share one number through an alias of YAML: the place alone does not tell them apart.
_Key = tuple[Resource | None, Node]


@dataclass(frozen=True, slots=True)
class RepositoryPorts:
    """Every use in a repository; `whole` are those of Services that are applied as they are written and named."""

    uses: tuple[PortUse, ...]
    conflicts: Mapping[PortUse, tuple[PortUse, ...]]
    whole: Set[PortUse]


def repository_ports(repository: Repository, shown: Callable[[str], str]) -> RepositoryPorts:
    """Read the ports out of the wiring; `shown` makes of a path in the repository the one to show."""
    world = survey(repository)
    services = tuple(service_manifests(world.services, world.claims))
    requested = [
        ((request.resource, request.node), _requested(request, world, shown))
        for request in node_port_requests(repository, world.services)
    ]
    uses = [*requested, *_taken_by_pods(world, shown)]
    by_key = dict(uses)
    found = resolve_collisions(repository, (), services, world)
    pairs = (_pair(each) for each in found if isinstance(each, NodePortConflict | HostPortConflict))
    whole = _whole(repository, services)
    return RepositoryPorts(
        uses=tuple(use for _, use in uses if use.number),
        conflicts=_conflicts((by_key[first], by_key[second]) for first, second in pairs),
        whole={use for (resource, _), use in requested if resource in whole and use.number},
    )


def _whole(repository: Repository, services: Iterable[ServiceManifest]) -> Set[Resource]:
    renamed = renamed_files(filter(None, map(kustomization, repository.documents)))
    complete = (each.service.resource for each in services if each.is_complete)
    return {resource for resource in complete if resource.path not in renamed}


def _taken_by_pods(world: World, shown: Callable[[str], str]) -> Iterator[tuple[_Key, PortUse]]:
    for pod in world.pods.templates:
        for port in host_ports(pod):
            yield (pod.resource, port.node), _taken(pod, port, world, shown)


def _requested(request: NodePortRequest, world: World, shown: Callable[[str], str]) -> PortUse:
    """What a Service asks for, or a patch of one, which does not tell what is behind the number."""
    owner = _PATCH if request.resource is None else _owner(request.resource, world)
    place = _place(request.node, request.part, shown)
    if request.key == PortKind.HEALTH_CHECK:
        return PortUse(request.number, PortKind.HEALTH_CHECK, owner, None, DEFAULT_PROTOCOL, place)
    if request.resource is None:
        return PortUse(request.number, PortKind.NODE_PORT, owner, None, "", place)
    port, protocol = _beside(request.node, "port"), _protocol(request.node)
    return PortUse(request.number, PortKind.NODE_PORT, owner, port, protocol, place)


def _taken(pod: PodTemplate, port: HostPort, world: World, shown: Callable[[str], str]) -> PortUse:
    return PortUse(
        number=port.number,
        kind=PortKind.HOST_PORT if port.node.key == PortKind.HOST_PORT else PortKind.HOST_NETWORK,
        owner=_owner(pod.resource, world),
        port=_beside(port.node, "containerPort"),
        protocol=port.protocol,
        place=_place(port.node, "", shown),
    )


def _owner(resource: Resource, world: World) -> Owner:
    return Owner(resource.kind, world.namespace(resource), resource.name)


def _place(node: Node, part: str, shown: Callable[[str], str]) -> Place:
    span = part_of_text(node, part).span if part else node.span
    return Place(shown(node.source.path), span.line, span.column)


def _beside(node: Node, key: str) -> int | None:
    value = None if node.parent is None else node.parent.get(key)
    return None if value is None else value.integer()


def _protocol(node: Node) -> str:
    value = None if node.parent is None else node.parent.get("protocol")
    return (None if value is None else value.string()) or DEFAULT_PROTOCOL


def _pair(conflict: NodePortConflict | HostPortConflict) -> tuple[_Key, _Key]:
    return _key(conflict.first), _key(conflict.second)


def _key(use: NodePortUse | HostPortUse) -> _Key:
    return use.resource, use.port.node if isinstance(use, HostPortUse) else use.node


def _conflicts(pairs: Iterator[tuple[PortUse, PortUse]]) -> Mapping[PortUse, tuple[PortUse, ...]]:
    """Every use of a pair with the other ones."""
    found: dict[PortUse, list[PortUse]] = defaultdict(list)
    for first, second in pairs:
        found[first].append(second)
        found[second].append(first)
    return {use: tuple(others) for use, others in found.items()}
