"""What to say where nothing is traced: what there is instead."""

from __future__ import annotations

from collections import defaultdict

from kgen.errors import KgenError
from kgen.kubernetes.web_address import web_addresses
from kgen.show.port_table import owner
from kgen.show.trace.from_address import services_at
from kgen.show.trace.from_object import leading, named, of_kind
from kgen.show.trace.sight import owner_of
from kgen.show.trace.target import AddressTarget, NodePortTarget, ObjectTarget
from kgen.spelling import close_matches
from kgen.syntax.display import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kgen.kubernetes.resource import Resource
    from kgen.kubernetes.service import Service
    from kgen.show.trace.target import Target
    from kgen.show.trace.wires import Wires

_MOST = 5
_HOSTS = "a host is that of an Ingress or a route, or a Service's, such as `web.shop.svc`"


def nothing_found(target: Target, every: Sequence[Wires], namespace: str | None) -> KgenError:
    """Why a target leads nowhere, and what the repository has that may have been meant."""
    match target:
        case NodePortTarget(number):
            return _no_node_port(number, every)
        case ObjectTarget():
            return _no_object(target, every, namespace)
        case AddressTarget():
            return _no_address(target, every, namespace)


def _no_node_port(number: int, every: Sequence[Wires]) -> KgenError:
    taken = {found for wires in every for found in _node_ports(wires)}
    nearest = sorted(sorted(taken, key=lambda other: (abs(other - number), other))[:_MOST])
    hint = f"the nearest that are taken: {', '.join(map(str, nearest))}" if nearest else "no Service asks for any"
    return KgenError(f"nothing asks for port {number} of the nodes", hint)


def _node_ports(wires: Wires) -> Iterator[int]:
    for service in wires.services:
        yield from (number for node in service.node_ports if (number := node.integer()))


def _no_object(target: ObjectTarget, every: Sequence[Wires], namespace: str | None) -> KgenError:
    found = [each for wires in every for each in named(target, namespace, wires)]
    written = f"{target.kind}/{target.name}"
    if found:
        return _no_port(target, found[0], every)
    inside = f" in namespace `{namespace}`" if namespace else ""
    names = {each.name for wires in every for each in of_kind(target.kind, namespace, wires)}
    return KgenError(f"`{visible(written)}` is not in the repository{inside}", _did_you_mean(target, names))


def _did_you_mean(target: ObjectTarget, names: Iterable[str]) -> str:
    near = close_matches(target.name, sorted(names), n=3)
    if near:
        return _alternatives(f"{target.kind}/{name}" for name in near)
    every = sorted(names)
    return f"those that there are: {_some(every)}" if every else f"there is no {visible(target.kind)} at all"


def _alternatives(texts: Iterable[str]) -> str:
    return f"did you mean {' or '.join(f'`{visible(text)}`' for text in texts)}?"


def _some(texts: Sequence[str]) -> str:
    more = f" and {len(texts) - _MOST} more" if len(texts) > _MOST else ""
    return f"{', '.join(map(visible, texts[:_MOST]))}{more}"


def _no_port(target: ObjectTarget, found: Resource, every: Sequence[Wires]) -> KgenError:
    what = visible(owner(owner_of(found)))
    ports = list(dict.fromkeys(text for wires in every for text in _ports(found, wires)))
    asked = target.port or target.path
    if not asked:
        return KgenError(f"{what} leads to no Service that can be told", "kgen traces what names a Service")
    kind = "path" if not target.port else "port"
    services = [each for wires in every for each in wires.services if each.resource is found]
    return KgenError(f"{what} has no {kind} `{visible(asked)}`", _listing(ports) + _known_as(asked, services))


def _ports(found: Resource, wires: Wires) -> Iterator[str]:
    for service in wires.services:
        if service.resource is found:
            yield from (f"{port.name}:{port.number}" if port.name else str(port.number) for port in service.ports)
    for pod in wires.pods:
        if pod.resource is found:
            yield from (f"{port.name}:{port.number}" if port.name else str(port.number) for port in pod.ports)
    for reference in leading(found, wires):
        yield from map(str, web_addresses(reference.backend))


def _listing(texts: Sequence[str]) -> str:
    return f"it has {_some(texts)}" if texts else "it declares none"


def _known_as(asked: str, services: Iterable[Service]) -> str:
    """What a number is that is no port of a Service, as a clause for the hint; mostly empty."""
    for port in (port for service in services for port in service.ports):
        if str(port.target) == asked:
            return f"; {visible(asked)} is the targetPort of {port.number}"
        if port.node_port is not None and str(port.node_port.value) == asked:
            return f"; {asked} is the nodePort of {port.number}"
    return ""


def _no_address(target: AddressTarget, every: Sequence[Wires], namespace: str | None) -> KgenError:
    services = [service for wires in every for service in services_at(target.host, namespace, wires)]
    if services:
        ports = list(dict.fromkeys(str(port.number) for service in services for port in service.ports))
        message = f"{visible(owner(owner_of(services[0].resource)))} has no port `{target.port}`"
        return KgenError(message, _listing(ports) + _known_as(str(target.port), services))
    paths = _paths_by_host(every)
    if target.host in paths:
        message = f"no rule for host `{visible(target.host)}` has a path for `{visible(target.path or '/')}`"
        return KgenError(message, _listing(list(dict.fromkeys(paths[target.host]))))
    near = close_matches(target.host, sorted(filter(None, paths)), n=3)
    hint = _alternatives(near) if near else _HOSTS
    return KgenError(f"nothing in the repository answers at `{visible(target.host)}`", hint)


def _paths_by_host(every: Iterable[Wires]) -> Mapping[str, list[str]]:
    """The addresses that routes speak of, by host in lower case."""
    found: dict[str, list[str]] = defaultdict(list)
    references = (each for wires in every for named in wires.backends.values() for each in named)
    for address in (address for each in references for address in web_addresses(each.backend)):
        found[address.host.lower()].append(str(address))
    return found
