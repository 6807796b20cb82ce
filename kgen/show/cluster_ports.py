"""The nodePorts of a live cluster, as `kubectl get services -A -o yaml|json` lists them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kgen.errors import KgenError
from kgen.kubernetes.resource import resources
from kgen.kubernetes.service import Service, service
from kgen.show.port_ledger import Owner, PortKind, PortUse
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

_COMMAND = "`kubectl get services -A -o json` prints what is needed"


def cluster_ports(dump: Source) -> tuple[PortUse, ...]:
    """What each Service of a dump takes; raise KgenError for what is no dump."""
    documents = parse(dump)
    for document in documents:
        if document.problem is not None:
            where = f"{dump.path}:{document.problem.line}:{document.problem.column}"
            raise KgenError(f"`{where}` cannot be read: {document.problem.message}", _COMMAND)
    roots = [document.root for document in documents if document.root is not None]
    if not roots or any(root.get("kind") is None for root in roots):
        raise KgenError(f"`{dump.path}` is no list of Kubernetes objects", _COMMAND)
    objects = [resource for document in documents for resource in resources(document)]
    services = [found for found in map(service, objects) if found is not None]
    if objects and not services:
        raise KgenError(f"`{dump.path}` holds no Service", _COMMAND)
    return tuple(use for found in services for use in _uses(found))


def outside_git(cluster: Iterable[PortUse], repository: Iterable[PortUse]) -> list[PortUse]:
    """What the cluster has and the repository does not ask for."""
    asked: dict[tuple[int, PortKind], list[Owner]] = defaultdict(list)
    for each in repository:
        asked[each.number, each.kind].append(each.owner)
    return [use for use in cluster if not any(use.owner.may_be(owner) for owner in asked[use.number, use.kind])]


def refused(
    elsewhere: Iterable[PortUse], repository: Iterable[PortUse], whole: Iterable[PortUse]
) -> Iterator[tuple[PortUse, PortUse]]:
    """What a Service of the cluster has, with what `whole` Services of Git ask for in vain.

    Not where Git gives the one of the cluster a number as well: it may be about to let its own go.
    """
    asked: dict[int, list[PortUse]] = defaultdict(list)
    for each in whole:
        asked[each.number].append(each)
    owners: dict[str, set[Owner]] = defaultdict(set)
    for each in repository:
        owners[each.owner.name].add(each.owner)
    for use in elsewhere:
        if not any(use.owner.may_be(owner) for owner in owners[use.owner.name]):
            yield from ((use, each) for each in asked[use.number])


def _uses(found: Service) -> Iterator[PortUse]:
    owner = Owner("Service", found.resource.namespace, found.resource.name)
    for port in found.ports:
        number = None if port.node_port is None else port.node_port.integer()
        if number is not None:
            yield PortUse(number, PortKind.NODE_PORT, owner, port.number, port.protocol, None)
    check = found.health_check_node_port
    number = None if check is None else check.integer()
    if number:
        yield PortUse(number, PortKind.HEALTH_CHECK, owner, None, "TCP", None)
