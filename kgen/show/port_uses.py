"""What takes a port of the nodes, as a line of the ledger."""

from __future__ import annotations

from kgen.kubernetes.container import DEFAULT_PROTOCOL
from kgen.lint.part_of_text import part_of_text
from kgen.show.port_ledger import Owner, Place, PortKind, PortUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kgen.kubernetes.host_port import HostPort
    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.kubernetes.resource import Resource
    from kgen.syntax.node import Node
    from kgen.wiring.node_port_request import NodePortRequest

    Shown = Callable[[str], str]

_PATCH = Owner("", None, "")


def requested(request: NodePortRequest, resource: Resource, cluster: str, shown: Shown) -> PortUse:
    """What a Service asks for."""
    owner, place = _owner(resource), _place(request.node, "", shown)
    if request.key == PortKind.HEALTH_CHECK:
        return PortUse(request.number, PortKind.HEALTH_CHECK, owner, None, DEFAULT_PROTOCOL, place, cluster)
    entry = request.node.parent
    protocol = DEFAULT_PROTOCOL if entry is None else entry.text_at("protocol") or DEFAULT_PROTOCOL
    return PortUse(request.number, PortKind.NODE_PORT, owner, _beside(request.node, "port"), protocol, place, cluster)


def patched(request: NodePortRequest, shown: Shown) -> PortUse:
    """What a patch asks for, which does not tell what is behind the number."""
    is_check = request.key == PortKind.HEALTH_CHECK
    return PortUse(
        number=request.number,
        kind=PortKind.HEALTH_CHECK if is_check else PortKind.NODE_PORT,
        owner=_PATCH,
        port=None,
        protocol=DEFAULT_PROTOCOL if is_check else "",
        place=_place(request.node, request.part, shown),
    )


def taken(pod: PodTemplate, port: HostPort, cluster: str, shown: Shown) -> PortUse:
    """What a pod takes on its node."""
    return PortUse(
        number=port.number,
        kind=PortKind.HOST_PORT if port.node.key == PortKind.HOST_PORT else PortKind.HOST_NETWORK,
        owner=_owner(pod.resource),
        port=_beside(port.node, "containerPort"),
        protocol=port.protocol,
        place=_place(port.node, "", shown),
        cluster=cluster,
    )


def _owner(resource: Resource) -> Owner:
    return Owner(resource.kind, resource.namespace, resource.name)


def _place(node: Node, part: str, shown: Shown) -> Place:
    span = part_of_text(node, part).span if part else node.span
    return Place(shown(node.source.path), span.line, span.column)


def _beside(node: Node, key: str) -> int | None:
    value = None if node.parent is None else node.parent.get(key)
    return None if value is None else value.integer()
