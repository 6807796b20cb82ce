"""Routes of meshes and of controllers with kinds of their own."""

import pytest

from tests.backends import custom
from tests.repositories import findings, manifests, service

RULE = "mesh-route-port"
ISTIO = "networking.istio.io/v1"
NAMED = "[{name: http, port: 80, targetPort: web}]"


def virtual_service(destination: str) -> str:
    """A VirtualService whose destination stands in line 4."""
    return custom(f"{ISTIO}/VirtualService", f"{{http: [{{route: [{{destination: {{{destination}}}}}]}}]}}")


def ingress_route(backend: str) -> str:
    """An IngressRoute of Traefik."""
    return custom("traefik.io/v1alpha1/IngressRoute", f"{{routes: [{{services: [{{{backend}}}]}}]}}")


def openshift(target: str) -> str:
    """An OpenShift Route."""
    return custom(
        "route.openshift.io/v1/Route", f"{{to: {{kind: Service, name: web}}, port: {{targetPort: {target}}}}}"
    )


SUBSETS = custom(f"{ISTIO}/DestinationRule", "{host: web, subsets: [{name: v1}]}")
PORT_LEVEL = custom(
    f"{ISTIO}/DestinationRule", "{host: web, trafficPolicy: {portLevelSettings: [{port: {number: 8}}]}}"
)
PROXY = custom("projectcontour.io/v1/HTTPProxy", "{routes: [{services: [{name: web, port: 8}]}]}")
NGINX = custom("k8s.nginx.org/v1/VirtualServer", "{upstreams: [{name: x, service: web, port: 8}]}")
LEADS = "web` leads to port `8` of Service `web`, which has `80`"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(virtual_service("host: web, port: {number: 8}"), f"VirtualService `{LEADS}", id="VirtualService"),
        pytest.param(
            virtual_service("host: web.shop.svc.cluster.local, port: {number: 8}"),
            f"VirtualService `{LEADS}",
            id="full host",
        ),
        pytest.param(PORT_LEVEL, f"DestinationRule `{LEADS}", id="DestinationRule"),
        pytest.param(ingress_route("name: web, port: 8"), f"IngressRoute `{LEADS}", id="IngressRoute"),
        pytest.param(PROXY, f"HTTPProxy `{LEADS}", id="HTTPProxy"),
        pytest.param(NGINX, f"VirtualServer `{LEADS}", id="VirtualServer"),
        pytest.param(
            openshift("http"), "Route `web` leads to port `http` of Service `web`, which has `80`", id="OpenShift Route"
        ),
        pytest.param(
            virtual_service("host: web-svc, port: {number: 80}"),
            "VirtualService `web` leads to Service `web-svc`, which is not in the repository; "
            "Service `web` has a similar name",
            id="Service's name",
        ),
        pytest.param(
            manifests(virtual_service("host: web, subset: v2"), SUBSETS),
            "VirtualService `web` leads to subset `v2` of Service `web`; DestinationRule `web` has `v1`",
            id="subset",
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    assert findings(RULE, {"a.yaml": manifests(text, service())}) == [f"a.yaml:4 {expected}"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(manifests(virtual_service("host: web, port: {number: 80}"), service()), id="port"),
        pytest.param(manifests(virtual_service("host: web"), service()), id="no port asked for"),
        pytest.param(manifests(virtual_service("host: www.example.com"), service()), id="host of the world"),
        pytest.param(manifests(virtual_service("host: web, subset: v1"), SUBSETS, service()), id="subset"),
        pytest.param(
            manifests(
                virtual_service("host: web, port: {number: 8}"), service().replace("spec:", "spec:\n  clusterIP: None")
            ),
            id="headless Service",
        ),
        pytest.param(
            manifests(ingress_route("name: api@internal, kind: TraefikService"), service()), id="Traefik's own"
        ),
        pytest.param(manifests(ingress_route("name: web, port: http"), service(ports=NAMED)), id="port by name"),
        pytest.param(manifests(openshift("http"), service(ports=NAMED)), id="OpenShift Route by name"),
        pytest.param(manifests(openshift("8080"), service()), id="OpenShift Route by the pod's number"),
    ],
)
def test_silent(text: str) -> None:
    assert findings(RULE, {"a.yaml": text}) == []
