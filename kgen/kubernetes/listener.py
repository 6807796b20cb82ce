"""Which routes a listener of a Gateway takes.

https://gateway-api.sigs.k8s.io/reference/spec/#allowedroutes and #listener
"""

from collections.abc import Iterable

from kgen.kubernetes.resource import Resource
from kgen.kubernetes.workload_kind import node_at, nodes_at
from kgen.syntax.node import Node

_OWN_NAMESPACE = "Same"
_HTTP = frozenset({"HTTPRoute", "GRPCRoute"})
_KINDS = {
    "HTTP": _HTTP,
    "HTTPS": _HTTP,
    "TLS": frozenset({"TLSRoute", "TCPRoute"}),
    "TCP": frozenset({"TCPRoute"}),
    "UDP": frozenset({"UDPRoute"}),
}
_BY_HOST = _HTTP | {"TLSRoute"}
_VARIABLE = "$"


def why_refused(listener: Node, gateway: Resource, route: Resource) -> str | None:
    """Why a listener does not take a route, as a clause; None where it does as far as the manifests tell."""
    name = listener.text_at("name")
    kinds = _kinds(listener)
    if kinds is not None and route.kind not in kinds:
        return f"listener `{name}` takes no {route.kind}"
    if not _takes_namespace(listener, gateway, route):
        return f"listener `{name}` takes no routes of namespace `{route.namespace}`"
    hosts = [text for node in nodes_at(route.node, "spec.hostnames[*]") if (text := node.string())]
    if route.kind in _BY_HOST and not _takes_host(listener.text_at("hostname"), hosts):
        return f"listener `{name}` is for host `{listener.text_at('hostname')}`"
    return None


def _kinds(listener: Node) -> frozenset[str] | None:
    """The kinds of routes that it takes, None where they are not known."""
    named = frozenset(text for node in nodes_at(listener, "allowedRoutes.kinds[*].kind") if (text := node.string()))
    return named or _KINDS.get(listener.text_at("protocol"))


def _takes_namespace(listener: Node, gateway: Resource, route: Resource) -> bool:
    """Whether it takes routes of a route's namespace; one of an unknown namespace may be of any."""
    source = node_at(listener, "allowedRoutes.namespaces.from")
    allowed = (None if source is None else source.string()) or _OWN_NAMESPACE
    if allowed == _OWN_NAMESPACE:
        return None in (gateway.namespace, route.namespace) or gateway.namespace == route.namespace
    return allowed != "None"


def _takes_host(host: str, asked: Iterable[str]) -> bool:
    """Whether a host of the listener and one of those asked for have names in common; none stands for any."""
    every = list(asked)
    return not host or not every or any(_meet(host.lower(), each.lower()) for each in every)


def _meet(host: str, other: str) -> bool:
    if host == other or _VARIABLE in host + other:
        return True
    return _is_below(host, other) or _is_below(other, host)


def _is_below(host: str, wildcard: str) -> bool:
    return wildcard.startswith("*.") and host.endswith(wildcard[1:])
