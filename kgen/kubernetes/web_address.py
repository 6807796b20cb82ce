"""Hosts and paths of the web that lead to a backend, as Ingresses and routes say them."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from kgen.kubernetes.backend import Backend
from kgen.kubernetes.gateway import GROUP as GATEWAY
from kgen.kubernetes.ingress import is_ingress
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.workload_kind import nodes_at
from kgen.pattern import lazy_pattern
from kgen.record import record
from kgen.syntax.node import Node


class PathMatch(StrEnum):
    """How a path is compared: whole, by its elements, by its first characters, or by a regular expression."""

    EXACT = "Exact"
    ELEMENTS = "Prefix"
    TEXT = "text"
    PATTERN = "pattern"


@record
class WebAddress:
    """A host, which may begin with `*.`, and a path; both are empty for any."""

    host: str
    path: str = ""
    match: PathMatch = PathMatch.ELEMENTS

    def __str__(self) -> str:
        return f"{self.host or '*'}{self.path}"


# Gateway API: https://gateway-api.sigs.k8s.io/reference/spec/#pathmatchtype
_ROUTE_MATCHES = {"": PathMatch.ELEMENTS, "PathPrefix": PathMatch.ELEMENTS, "Exact": PathMatch.EXACT}
# Istio: https://istio.io/latest/docs/reference/config/networking/virtual-service/#StringMatch
_ISTIO_MATCHES = {"exact": PathMatch.EXACT, "prefix": PathMatch.TEXT, "regex": PathMatch.PATTERN}
_CONTOUR_MATCHES = {"exact": PathMatch.EXACT, "prefix": PathMatch.TEXT, "regex": PathMatch.PATTERN}
# Traefik: https://doc.traefik.io/traefik/reference/routing-configuration/http/routing/rules-and-priority/
_TRAEFIK_CALL = lazy_pattern(r"(?P<word>Host|HostSNI|PathPrefix|Path)\((?P<values>[^()]*)\)")
# https://docs.nginx.com/nginx-ingress-controller/configuration/virtualserver-and-virtualserverroute-resources/
_PASSES = ("action.pass", "splits[*].action.pass", "matches[*].action.pass", "matches[*].splits[*].action.pass")
_QUOTED = lazy_pattern(r"[`\"']([^`\"']*)[`\"']")
_REGULAR = lazy_pattern(r"[\\^$*+?()\[{|]")


def web_addresses(backend: Backend) -> list[WebAddress]:
    """The addresses that lead to a backend; none where its object is of a kind that speaks of none."""
    reader = _READERS.get((backend.resource.group, backend.resource.kind))
    if reader is None and is_ingress(backend.resource):
        reader = _ingress
    return [] if reader is None else list(dict.fromkeys(reader(backend)))


def _ingress(backend: Backend) -> Iterator[WebAddress]:
    rule, path = _entry(backend.name_node, "rules"), _entry(backend.name_node, "paths")
    text = _text(path, "path")
    yield WebAddress(_text(rule, "host"), text, _ingress_match(text, _text(path, "pathType")))


def _ingress_match(path: str, path_type: str) -> PathMatch:
    """How a path is compared: https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types.

    Controllers that know regular expressions take them for paths of type `Prefix` too.
    """
    if path_type == "Exact":
        return PathMatch.EXACT
    if _REGULAR.search(path):
        return PathMatch.PATTERN
    return PathMatch.ELEMENTS if path_type == "Prefix" else PathMatch.TEXT


def _gateway_route(backend: Backend) -> Iterator[WebAddress]:
    rule = _entry(backend.name_node, "rules")
    paths = [] if rule is None else [_route_path(match) for match in nodes_at(rule, "matches[*]")]
    for host in _texts(backend.resource, "spec.hostnames[*]") or [""]:
        for path, how in paths or [("", PathMatch.ELEMENTS)]:
            yield WebAddress(host, path, how)


def _route_path(match: Node) -> tuple[str, PathMatch]:
    """The path of a match; for gRPC it is made of service and method."""
    path, method = match.get("path"), match.get("method")
    if path is not None:
        return _text(path, "value"), _ROUTE_MATCHES.get(_text(path, "type"), PathMatch.PATTERN)
    service = _text(method, "service")
    if not service:
        return "", PathMatch.ELEMENTS
    name = _text(method, "method")
    return f"/{service}/{name}" if name else f"/{service}", PathMatch.EXACT if name else PathMatch.ELEMENTS


def _virtual_service(backend: Backend) -> Iterator[WebAddress]:
    route = _entry(backend.name_node, "http")
    uris = [] if route is None else nodes_at(route, "match[*].uri")
    paths = [(_text(uri, how), match) for uri in uris for how, match in _ISTIO_MATCHES.items() if how in uri]
    for host in _texts(backend.resource, "spec.hosts[*]"):
        for path, match in paths or [("", PathMatch.TEXT)]:
            yield WebAddress("" if host == "*" else host, path, match)


def _ingress_route(backend: Backend) -> Iterator[WebAddress]:
    calls: dict[str, list[str]] = {}
    for call in _TRAEFIK_CALL.finditer(_text(_entry(backend.name_node, "routes"), "match")):
        calls.setdefault(call["word"], []).extend(_QUOTED.findall(call["values"]))
    paths = [(path, PathMatch.EXACT) for path in calls.get("Path", ())]
    paths += [(path, PathMatch.TEXT) for path in calls.get("PathPrefix", ())]
    for host in [*calls.get("Host", ()), *calls.get("HostSNI", ())] or [""]:
        for path, match in paths or [("", PathMatch.TEXT)]:
            yield WebAddress("" if host == "*" else host, path, match)


def _http_proxy(backend: Backend) -> Iterator[WebAddress]:
    route = _entry(backend.name_node, "routes")
    conditions = [] if route is None else nodes_at(route, "conditions[*]")
    paths = [(_text(each, how), match) for each in conditions for how, match in _CONTOUR_MATCHES.items() if how in each]
    host = next(iter(_texts(backend.resource, "spec.virtualhost.fqdn")), "")
    for path, match in paths or [("", PathMatch.TEXT)]:
        yield WebAddress(host, path, match)


def _virtual_server(backend: Backend) -> Iterator[WebAddress]:
    """NGINX's: the paths of the routes that pass requests to the upstream of a name, by whatever action."""
    upstream = _text(_entry(backend.name_node, "upstreams"), "name")
    host = next(iter(_texts(backend.resource, "spec.host")), "")
    routes = (*nodes_at(backend.resource.node, "spec.routes[*]"), *nodes_at(backend.resource.node, "spec.subroutes[*]"))
    for route in routes:
        if any(node.value == upstream for at in _PASSES for node in nodes_at(route, at)):
            yield WebAddress(host, _text(route, "path"), PathMatch.TEXT)


def _openshift_route(backend: Backend) -> Iterator[WebAddress]:
    hosts, paths = _texts(backend.resource, "spec.host"), _texts(backend.resource, "spec.path")
    yield WebAddress(next(iter(hosts), ""), next(iter(paths), ""))


_READERS: dict[tuple[str, str], Callable[[Backend], Iterator[WebAddress]]] = {
    **{(GATEWAY, kind): _gateway_route for kind in ("HTTPRoute", "GRPCRoute", "TLSRoute")},
    ("networking.istio.io", "VirtualService"): _virtual_service,
    ("traefik.io", "IngressRoute"): _ingress_route,
    ("traefik.io", "IngressRouteTCP"): _ingress_route,
    ("traefik.containo.us", "IngressRoute"): _ingress_route,
    ("traefik.containo.us", "IngressRouteTCP"): _ingress_route,
    ("projectcontour.io", "HTTPProxy"): _http_proxy,
    ("route.openshift.io", "Route"): _openshift_route,
    ("k8s.nginx.org", "VirtualServer"): _virtual_server,
    ("k8s.nginx.org", "VirtualServerRoute"): _virtual_server,
}


def _entry(node: Node, field: str) -> Node | None:
    """The item of a list `field` that holds a node, None where no such list is above it."""
    above: Node | None = node
    while above is not None and above.parent is not None:
        if above.parent.key == field and isinstance(above.key, int):
            return above
        above = above.parent
    return None


def _text(node: Node | None, key: str) -> str:
    return "" if node is None else node.text_at(key)


def _texts(resource: Resource, path: str) -> list[str]:
    return [text for node in nodes_at(resource.node, path) if (text := node.string())]
