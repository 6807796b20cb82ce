"""Which hosts and paths lead to a backend."""

import pytest

from kgen.kubernetes.backends import backends
from kgen.kubernetes.web_address import web_addresses
from tests.backends import custom
from tests.repositories import repository

_SERVICE = "{name: web, port: 80}"
_GATEWAY = "gateway.networking.k8s.io/v1/"


def addresses(kind: str, spec: str) -> list[str]:
    """Those of every backend of an object, as `address match`."""
    (resource,) = repository({"a.yaml": custom(kind, spec)}).resources
    return [f"{each} {each.match}" for backend in backends(resource, ()) for each in web_addresses(backend)]


def _ingress(path: str, path_type: str) -> str:
    backend = "{service: {name: web, port: {number: 80}}}"
    return f"{{rules: [{{http: {{paths: [{{path: '{path}', pathType: {path_type}, backend: {backend}}}]}}}}]}}"


@pytest.mark.parametrize(
    ("path", "path_type", "expected"),
    [
        pytest.param("/x", "Prefix", "*/x Prefix", id="by elements"),
        pytest.param("/x", "Exact", "*/x Exact", id="exact"),
        pytest.param("/x", "ImplementationSpecific", "*/x text", id="as the controller likes"),
        pytest.param(
            "/x(/|$)(.*)", "Prefix", "*/x(/|$)(.*) pattern", id="a regular expression, whatever the type says"
        ),
        pytest.param("/v1.0", "Prefix", "*/v1.0 Prefix", id="a dot alone makes none"),
    ],
)
def test_paths_of_an_ingress(path: str, path_type: str, expected: str) -> None:
    assert addresses("networking.k8s.io/v1/Ingress", _ingress(path, path_type)) == [expected]


@pytest.mark.parametrize(
    ("kind", "spec", "expected"),
    [
        pytest.param(
            _GATEWAY + "HTTPRoute", f"{{rules: [{{backendRefs: [{_SERVICE}]}}]}}", ["* Prefix"], id="any host"
        ),
        pytest.param(
            _GATEWAY + "HTTPRoute",
            "{hostnames: [a, b], rules: [{matches: [{path: {type: Exact, value: /x}},"
            f" {{path: {{type: RegularExpression, value: /y.*}}}}], backendRefs: [{_SERVICE}]}}]}}",
            ["a/x Exact", "a/y.* pattern", "b/x Exact", "b/y.* pattern"],
            id="each host with each path",
        ),
        pytest.param(
            _GATEWAY + "HTTPRoute",
            f"{{rules: [{{matches: [{{headers: [{{name: x, value: y}}]}}], backendRefs: [{_SERVICE}]}}]}}",
            ["* Prefix"],
            id="a match without a path",
        ),
        pytest.param(
            _GATEWAY + "GRPCRoute",
            f"{{rules: [{{matches: [{{method: {{service: shop.Cart, method: Add}}}}], backendRefs: [{_SERVICE}]}}]}}",
            ["*/shop.Cart/Add Exact"],
            id="a method of gRPC",
        ),
        pytest.param(
            _GATEWAY + "GRPCRoute",
            f"{{rules: [{{matches: [{{method: {{service: shop.Cart}}}}], backendRefs: [{_SERVICE}]}}]}}",
            ["*/shop.Cart Prefix"],
            id="a service of gRPC",
        ),
        pytest.param(
            "traefik.io/v1alpha1/IngressRoute",
            f"{{routes: [{{match: 'Host(`a`, `b`) && (Path(`/x`) || PathPrefix(`/y`))', services: [{_SERVICE}]}}]}}",
            ["a/x Exact", "a/y text", "b/x Exact", "b/y text"],
            id="a rule of Traefik",
        ),
        pytest.param(
            "traefik.io/v1alpha1/IngressRouteTCP",
            f"{{routes: [{{match: 'HostSNI(`*`)', services: [{_SERVICE}]}}]}}",
            ["* text"],
            id="any name of TLS",
        ),
        pytest.param(
            "projectcontour.io/v1/HTTPProxy",
            f"{{virtualhost: {{fqdn: a}}, routes: [{{conditions: [{{prefix: /x}}], services: [{_SERVICE}]}}]}}",
            ["a/x text"],
            id="HTTPProxy",
        ),
        pytest.param(
            "k8s.nginx.org/v1/VirtualServer",
            "{host: a, upstreams: [{name: up, service: web, port: 80}, {name: other, service: web, port: 80}], routes:"
            " [{path: /x, splits: [{weight: 1, action: {pass: up}}]}, {path: /y, action: {pass: other}}]}",
            ["a/x text", "a/y text"],
            id="upstreams of NGINX",
        ),
        pytest.param(
            "argoproj.io/v1alpha1/Rollout",
            "{strategy: {blueGreen: {activeService: web}}}",
            [],
            id="what speaks of no addresses",
        ),
    ],
)
def test_addresses(kind: str, spec: str, expected: list[str]) -> None:
    assert addresses(kind, spec) == expected
