"""Which routes a listener takes."""

import pytest

from kgen.kubernetes.listener import why_refused
from tests.backends import custom
from tests.repositories import manifests, repository

_GROUP = "gateway.networking.k8s.io/v1/"


def refusal(listener: str, kind: str = "HTTPRoute", namespace: str = "shop", hosts: str = "[]") -> str | None:
    """Why a listener of a Gateway in namespace `edge` does not take a route."""
    gateway = custom(_GROUP + "Gateway", f"{{listeners: [{{name: main, {listener}}}]}}", ", namespace: edge")
    route = custom(_GROUP + kind, f"{{hostnames: {hosts}}}", f", namespace: {namespace}" if namespace else "")
    first, second = repository({"a.yaml": manifests(gateway, route)}).resources
    return why_refused(first.node["spec"]["listeners"][0], first, second)


_ALL = "allowedRoutes: {namespaces: {from: All}}"
_SHOP = "listener `main` takes no routes of namespace `shop`"


@pytest.mark.parametrize(
    ("listener", "namespace", "expected"),
    [
        pytest.param("port: 80", "shop", _SHOP, id="by default of its own namespace only"),
        pytest.param("port: 80", "edge", None, id="the same namespace"),
        pytest.param("port: 80", "", None, id="a namespace that is not known"),
        pytest.param("allowedRoutes: {namespaces: {from: Same}}", "shop", _SHOP, id="of its own, as it says"),
        pytest.param(_ALL, "shop", None, id="of all"),
        pytest.param("allowedRoutes: {namespaces: {from: Selector}}", "shop", None, id="by labels, which may be met"),
        pytest.param("allowedRoutes: {namespaces: {from: None}}", "shop", _SHOP, id="of none"),
    ],
)
def test_namespaces(listener: str, namespace: str, expected: str | None) -> None:
    assert refusal(listener, namespace=namespace) == expected


@pytest.mark.parametrize(
    ("listener", "kind", "is_taken"),
    [
        pytest.param("protocol: HTTP", "HTTPRoute", True, id="HTTP"),
        pytest.param("protocol: HTTPS", "GRPCRoute", True, id="gRPC over TLS"),
        pytest.param("protocol: HTTP", "TLSRoute", False, id="TLS at a listener for HTTP"),
        pytest.param("protocol: TLS", "TCPRoute", True, id="TCP in TLS that ends here"),
        pytest.param("protocol: UDP", "TCPRoute", False, id="TCP at a listener for UDP"),
        pytest.param("protocol: example.com/bar", "HTTPRoute", True, id="a protocol of the implementation's own"),
        pytest.param(
            "protocol: HTTP, allowedRoutes: {kinds: [{kind: GRPCRoute}]}", "HTTPRoute", False, id="other kinds named"
        ),
    ],
)
def test_kinds(listener: str, kind: str, is_taken: bool) -> None:
    expected = None if is_taken else f"listener `main` takes no {kind}"
    assert refusal(listener, kind, namespace="edge") == expected


@pytest.mark.parametrize(
    ("host", "hosts", "is_taken"),
    [
        pytest.param("a.example", "[a.example]", True, id="the same"),
        pytest.param("a.example", "[]", True, id="a route for any"),
        pytest.param("a.example", "[b.example]", False, id="another"),
        pytest.param("a.example", "[b.example, a.example]", True, id="one of several"),
        pytest.param("'*.example'", "[a.example]", True, id="a wildcard of the listener"),
        pytest.param("a.example", "['*.example']", True, id="a wildcard of the route"),
        pytest.param("'*.b.example'", "['*.example']", True, id="two wildcards"),
        pytest.param("'*.example'", "[example]", False, id="a wildcard is not for the domain itself"),
        pytest.param("a.example", "['a.${DOMAIN}']", True, id="a variable may be anything"),
    ],
)
def test_hosts(host: str, hosts: str, is_taken: bool) -> None:
    found = refusal(f"protocol: HTTP, hostname: {host}", namespace="edge", hosts=hosts)
    assert (found is None) is is_taken


def test_a_route_by_ports_has_no_hosts() -> None:
    assert refusal("protocol: TCP, hostname: a.example", "TCPRoute", "edge", "[b.example]") is None
