"""The ports of the nodes that a repository asks for, and those that it asks for twice."""

from __future__ import annotations

from collections import defaultdict

from kgen.gitops.inclusion import renamed_files
from kgen.gitops.kustomization import kustomizations
from kgen.kubernetes.host_port import host_ports
from kgen.record import record
from kgen.show.port_uses import patched, requested, taken
from kgen.wiring.collision import HostPortConflict, HostPortUse, NodePortConflict, NodePortUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Set

    from kgen.kubernetes.resource import Resource
    from kgen.repository import Repository
    from kgen.show.port_ledger import PortUse
    from kgen.syntax.node import Node
    from kgen.wiring.model import Wiring
    from kgen.wiring.wirings import Wirings

    # Two Services may share one number through an alias of YAML: the place alone does not tell them apart.
    _Key = tuple[Resource, Node]
    _Uses = Mapping[_Key, PortUse]


@record
class RepositoryPorts:
    """Every use in a repository; `whole` are those of Services that are applied as they are shown and named."""

    uses: tuple[PortUse, ...]
    conflicts: Mapping[PortUse, tuple[PortUse, ...]]
    whole: Set[PortUse]


def repository_ports(repository: Repository, seen: Wirings, shown: Callable[[str], str]) -> RepositoryPorts:
    """Read the ports out of the wirings; `shown` makes of a path in the repository the one to show.

    What units render goes before what is written in the same place.
    """
    rendered: dict[_Key, PortUse] = {}
    for wiring in seen.rendered:
        rendered.update(_uses(wiring, shown))
    places = {use.place for use in rendered.values()}
    written = {key: use for key, use in _uses(seen.written, shown).items() if use.place not in places}
    every = {**written, **rendered}
    patches = (patched(each, shown) for each in seen.files.patched_node_ports)
    whole = {key for wiring in seen for key in _whole(wiring)} - _renamed(repository, written)
    return RepositoryPorts(
        uses=tuple(use for use in (*every.values(), *patches) if use.number),
        conflicts=_conflicts(_pairs(seen, every)),
        whole={every[key] for key in whole if key in every and every[key].number},
    )


def _uses(wiring: Wiring, shown: Callable[[str], str]) -> _Uses:
    """What the objects of a wiring take, without its background."""
    cluster = "" if wiring.unit is None else wiring.unit.cluster
    found: dict[_Key, PortUse] = {}
    for request in wiring.node_port_requests:
        resource = request.resource
        if resource is not None and resource not in wiring.background:
            found[resource, request.node] = requested(request, resource, cluster, shown)
    for pod in wiring.pods:
        if pod.resource not in wiring.background:
            for port in host_ports(pod):
                found[pod.resource, port.node] = taken(pod, port, cluster, shown)
    return found


def _whole(wiring: Wiring) -> Iterator[_Key]:
    complete = {each.service.resource for each in wiring.service_manifests if each.is_complete}
    for request in wiring.node_port_requests:
        if request.resource is not None and request.resource in complete:
            yield request.resource, request.node


def _renamed(repository: Repository, written: Iterable[_Key]) -> Set[_Key]:
    """Those that a kustomization gives another name than they are written with."""
    files = renamed_files(kustomizations(repository.documents))
    return {key for key in written if key[0].path in files}


def _pairs(seen: Wirings, uses: _Uses) -> Iterator[tuple[PortUse, PortUse]]:
    for wiring in seen:
        for each in wiring.collisions:
            if isinstance(each, NodePortConflict | HostPortConflict):
                first, second = uses.get(_key(each.first)), uses.get(_key(each.second))
                if first is not None and second is not None and first != second:
                    yield first, second


def _key(use: NodePortUse | HostPortUse) -> _Key:
    return use.resource, use.port.node if isinstance(use, HostPortUse) else use.node


def _conflicts(pairs: Iterable[tuple[PortUse, PortUse]]) -> Mapping[PortUse, tuple[PortUse, ...]]:
    """Every use of a pair with the other ones, each once."""
    found: dict[PortUse, dict[PortUse, None]] = defaultdict(dict)
    for first, second in pairs:
        found[first][second] = None
        found[second][first] = None
    return {use: tuple(others) for use, others in found.items()}
