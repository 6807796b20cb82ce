"""Routes of the Gateway API: what the five rules say, and that each keeps to its own cases."""

import pytest

from tests.backends import custom, route
from tests.repositories import findings, manifests, service

SERVICE_MISSING = "route-service-missing"
PORT = "route-port-missing"
PROTOCOL = "route-protocol-mismatch"
GRANT = "route-needs-reference-grant"
PARENT = "route-parent-unresolved"
RULES = (SERVICE_MISSING, PORT, PROTOCOL, GRANT, PARENT)
GATEWAY = custom("gateway.networking.k8s.io/v1/Gateway", "{listeners: [{name: https, port: 443}]}")
HELM = "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: chart}\n"
UDP = "[{port: 53, protocol: UDP}]"


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        pytest.param(
            SERVICE_MISSING,
            manifests(route("{name: checkuot, port: 80}"), service("checkout")),
            "a.yaml:4 HTTPRoute `web` leads to Service `checkuot`, which is not in the repository; "
            "Service `checkout` has a similar name",
            id="Service",
        ),
        pytest.param(
            PORT,
            manifests(route("{name: web, port: 81}", "GRPCRoute"), service()),
            "a.yaml:4 GRPCRoute `web` leads to port `81` of Service `web`, which has `80`",
            id="port",
        ),
        pytest.param(
            PORT,
            manifests(
                route(
                    "{name: web, port: 80, filters: [{requestMirror: {backendRef: {name: web, port: 8}}}]}",
                ),
                service(),
            ),
            "a.yaml:4 HTTPRoute `web` leads to port `8` of Service `web`, which has `80`",
            id="port of a mirror",
        ),
        pytest.param(
            PORT,
            route("{name: web}", "TLSRoute"),
            "a.yaml:4 TLSRoute `web` gives no port of Service `web`, which a Service needs",
            id="no port",
        ),
        pytest.param(
            PROTOCOL,
            manifests(route("{name: web, port: 80}", "UDPRoute"), service()),
            "a.yaml:4 UDPRoute `web` sends UDP to port `80` of Service `web`, which is TCP",
            id="UDPRoute to TCP",
        ),
        pytest.param(
            PROTOCOL,
            manifests(route("{name: web, port: 53}", "TCPRoute"), service(ports=UDP)),
            "a.yaml:4 TCPRoute `web` sends TCP to port `53` of Service `web`, which is UDP",
            id="TCPRoute to UDP",
        ),
        pytest.param(
            GRANT,
            manifests(
                route("{name: web, namespace: shop, port: 80}", more=", namespace: edge"),
                service(more=", namespace: shop"),
            ),
            "a.yaml:4 HTTPRoute `web` leads to Service `web` in namespace `shop`, where no ReferenceGrant allows it",
            id="grant",
        ),
        pytest.param(
            PARENT,
            manifests(route("{name: web, port: 80}", parents="[{name: web, sectionName: http}]"), service(), GATEWAY),
            "a.yaml:4 HTTPRoute `web` attaches to listener `http` of Gateway `web`, which has `https`",
            id="listener",
        ),
        pytest.param(
            PARENT,
            manifests(
                route("{name: web, port: 80}", parents="[{name: gatewya}]"),
                service(),
                GATEWAY.replace("web", "gateway"),
            ),
            "a.yaml:4 HTTPRoute `web` attaches to Gateway `gatewya`, which is not in the repository; "
            "Gateway `gateway` has a similar name",
            id="Gateway",
        ),
    ],
)
def test_reported(rule: str, text: str, expected: str) -> None:
    files = {"a.yaml": text}
    assert findings(rule, files) == [expected]
    assert [each for each in RULES if findings(each, files)] == [rule]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.yaml": manifests(route("{name: web, port: 80}"), service())}, id="all there"),
        pytest.param(
            {"a.yaml": manifests(route("{name: web, port: 53}", "UDPRoute"), service(ports=UDP))}, id="UDP all the way"
        ),
        pytest.param(
            {"a.yaml": manifests(route("{name: web, port: 53}"), service(ports=f"[{{port: 53}}, {UDP[1:-1]}]"))},
            id="both protocols of one port",
        ),
        pytest.param({"a.yaml": route("{name: web, port: 80}")}, id="nothing else known"),
        pytest.param(
            {"a.yaml": manifests(route("{name: checkuot, port: 80}"), service("checkout"), HELM)},
            id="HelmRelease's Service",
        ),
        pytest.param(
            {"a.yaml": route("{group: multicluster.x-k8s.io, kind: ServiceImport, name: web}")}, id="ServiceImport"
        ),
        pytest.param(
            {
                "a.yaml": route("{name: dev-web, port: 80}"),
                "s.yaml": service(),
                "kustomization.yaml": "namePrefix: dev-\nresources: [a.yaml, s.yaml]",
            },
            id="HTTPRoute under namePrefix",
        ),
        pytest.param(
            {"a.yaml": manifests(route("{name: web, port: 80}", parents="[{kind: Service, name: web}]"), service())},
            id="Service as parent",
        ),
        pytest.param(
            {"a.yaml": route("{name: web}"), "kustomization.yaml": "patches: [{path: a.yaml}]"}, id="patch of a route"
        ),
    ],
)
def test_silent(rule: str, files: dict[str, str]) -> None:
    assert findings(rule, files) == []
