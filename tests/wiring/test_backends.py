"""How references to Services end."""

import pytest

from kgen.wiring.backend_evidence import (
    Confusion,
    Faulty,
    NamedAfterPods,
    NearName,
    OnlyElsewhere,
    PortMissing,
    PortProtocol,
)
from kgen.wiring.outcome import Broken, Unverifiable, Verified
from tests.backends import backend_reference, backend_references, config_map, custom, ingress, route, webhook
from tests.repositories import deployment, manifests, service

HELM = "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: chart}\n"
OPERATED = "apiVersion: example.com/v1\nkind: Operated\nmetadata: {name: x}\n"
TEMPLATE = "apiVersion: v1\nkind: Service\n{{ range .Values }}\n\tx"
ACTION = ", annotations: {alb.ingress.kubernetes.io/actions.web: '{}'}"
VIRTUAL_SERVICE = custom(
    "networking.istio.io/v1/VirtualService", "{http: [{route: [{destination: {host: web, port: {number: 81}}}]}]}"
)


def headless(ports: str = "[{port: 80}]") -> str:
    """A headless Service."""
    return service(ports=ports).replace("spec:", "spec:\n  clusterIP: None")


def external(ports: str) -> str:
    """A Service that is another host's name."""
    return f"apiVersion: v1\nkind: Service\nmetadata: {{name: web}}\nspec: {{type: ExternalName, ports: {ports}}}\n"


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.yaml": manifests(ingress(), service())}, id="number"),
        pytest.param({"a.yaml": manifests(ingress("name: http"), service(ports="[{name: http, port: 1}]"))}, id="name"),
        pytest.param({"svc/s.yaml": service(), "ing/i.yaml": ingress()}, id="sibling folders"),
        pytest.param(
            {"a.yaml": service(ports="[{port: 1}]"), "b.yaml": service(), "i.yaml": ingress()}, id="one of two variants"
        ),
        pytest.param(
            {
                "x/y/z/s.yaml": service(more=", namespace: shop"),
                "i.yaml": ingress(more=", namespace: shop"),
            },
            id="far away in the same known namespace",
        ),
        pytest.param({"i.yaml": manifests(ingress(), external("[{port: 80}]"))}, id="port of an ExternalName"),
        pytest.param(
            {"i.yaml": manifests(webhook("name: web, namespace: a"), service(ports="[{port: 443}]"))}, id="default port"
        ),
    ],
)
def test_verified(files: dict[str, str]) -> None:
    reference = backend_reference(files)
    assert reference.outcome == Verified()
    assert reference.service is not None
    assert reference.port is not None


@pytest.mark.parametrize(
    ("files", "evidence"),
    [
        pytest.param({"a.yaml": manifests(ingress("number: 81"), service())}, PortMissing, id="number"),
        pytest.param({"a.yaml": manifests(ingress("name: http"), service())}, PortMissing, id="name, port without one"),
        pytest.param({"s/s.yaml": service(), "i/i.yaml": ingress("number: 81")}, PortMissing, id="sibling folders"),
        pytest.param(
            {"x/y/z/s.yaml": service(more=", namespace: a"), "i.yaml": ingress("number: 81", more=", namespace: a")},
            PortMissing,
            id="far away, the only one, in the same known namespace",
        ),
        pytest.param(
            {"a.yaml": manifests(route("{name: web, port: 80}", "UDPRoute"), service())}, PortProtocol, id="protocol"
        ),
        pytest.param({"a.yaml": manifests(ingress(""), service())}, Faulty, id="no port"),
        pytest.param(
            {"a.yaml": manifests(ingress(name="orders"), service("order"))}, NearName, id="one letter too many"
        ),
        pytest.param({"a.yaml": manifests(ingress(name="web-svc"), service("web"))}, NearName, id="word for the kind"),
        pytest.param(
            {"a.yaml": manifests(ingress(name="orders"), service("order"), OPERATED)}, NearName, id="slip, an operator"
        ),
        pytest.param(
            {"a.yaml": manifests(ingress(), service("front"), deployment())}, NamedAfterPods, id="workload's name"
        ),
        pytest.param(
            {"a.yaml": manifests(ingress(more=", namespace: a"), service(more=", namespace: b"))},
            OnlyElsewhere,
            id="other namespace",
        ),
    ],
)
def test_broken(files: dict[str, str], evidence: type) -> None:
    outcome = backend_reference(files).outcome
    assert isinstance(outcome, Broken)
    assert isinstance(outcome.evidence, evidence)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        pytest.param({"i.yaml": ingress()}, "none is known that should be meant", id="nothing like it"),
        pytest.param(
            {"a.yaml": manifests(ingress("name: use-annotation"), service())}, "annotation", id="use-annotation"
        ),
        pytest.param({"a.yaml": manifests(ingress(more=ACTION), service())}, "annotation", id="action of a name"),
        pytest.param({"a.yaml": ingress(name="'${APP}'")}, "still to be filled in", id="placeholder"),
        pytest.param(
            {"i.yaml": ingress(name="orders"), "s.yaml": service("order"), "h.yaml": HELM},
            "HelmRelease `chart` may bring",
            id="chart beside it",
        ),
        pytest.param(
            {"a.yaml": manifests(ingress(name="web-svc"), service(), OPERATED)},
            "Operated `x` may bring",
            id="operator, and no slip",
        ),
        pytest.param(
            {"i.yaml": ingress(name="orders"), "s.yaml": service("order"), "t.yaml": TEMPLATE},
            "`t.yaml` cannot be read",
            id="unreadable file beside it",
        ),
        pytest.param(
            {"a.yaml": manifests(ingress(name="orders"), service("order", ports="[{port: 1}]"))},
            "none is known",
            id="similar name, other port",
        ),
        pytest.param(
            {"i.yaml": ingress("number: 81"), "s.yaml": service(), "kustomization.yaml": "patches: [{path: s.yaml}]"},
            "part of `kustomization.yaml`",
            id="patch of a Service",
        ),
        pytest.param(
            {
                "i.yaml": ingress("number: 81"),
                "s.yaml": service(),
                "kustomization.yaml": "resources: [i.yaml, s.yaml]\npatches: [{path: x.yaml}]",
            },
            "may change it",
            id="patched Service",
        ),
        pytest.param(
            {"a.yaml": manifests(ingress("number: 81"), service(ports="[{port: 80}, {port: '${P}'}]"))},
            "in part only",
            id="port to be filled in",
        ),
        pytest.param({"a.yaml": manifests(ingress(), external("[]"))}, "ExternalName", id="ExternalName"),
        pytest.param(
            {"a.yaml": manifests(VIRTUAL_SERVICE, headless())}, "is headless", id="pod port of a headless Service"
        ),
        pytest.param(
            {"a.yaml": manifests(ingress("number: 81"), headless("[]"))}, "has no ports", id="headless without ports"
        ),
        pytest.param(
            {"a/s.yaml": service(), "b/c/d/i.yaml": ingress("number: 81")}, "far away has", id="far, namespaces unknown"
        ),
        pytest.param(
            {"1/s.yaml": service(), "1/i.yaml": ingress(), "2/i.yaml": ingress("number: 81"), "3/4/s.yaml": service()},
            "is used in its own folder",
            id="another lesson's Service",
        ),
        pytest.param(
            {"a/s.yaml": service(), "b/i.yaml": ingress("number: 81"), "b/h.yaml": HELM},
            "may bring another",
            id="chart beside the Ingress, Service in a sibling folder",
        ),
        pytest.param(
            {"a.yaml": manifests(config_map("http://web.shop.svc:81"), service()), "b.yaml": service()},
            "several files",
            id="address of one of several",
        ),
        pytest.param(
            {"a.yaml": manifests(config_map("http://wep.shop.svc:80"), service())},
            "no Service `wep`",
            id="address of nothing",
        ),
    ],
)
def test_unverifiable(files: dict[str, str], reason: str) -> None:
    found = [each.outcome for each in backend_references(files)]
    assert any(isinstance(each, Unverifiable) and reason in each.reason for each in found)
    assert not any(isinstance(each, Broken) for each in found)


@pytest.mark.parametrize(
    ("port", "ports", "meant", "confusion"),
    [
        pytest.param("number: 8080", "[{port: 80, targetPort: 8080}]", 80, Confusion.TARGET_PORT, id="target port"),
        pytest.param("name: http", "[{port: 80, targetPort: http}]", 80, Confusion.TARGET_PORT, id="its name"),
        pytest.param("number: 30080", "[{port: 80, nodePort: 30080}]", 80, Confusion.NODE_PORT, id="node port"),
        pytest.param("number: 3000", "[{port: 80, targetPort: http}]", 80, Confusion.CONTAINER_PORT, id="container's"),
        pytest.param("name: htpp", "[{name: http, port: 1}, {name: x, port: 2}]", 1, Confusion.SPELLING, id="spelling"),
        pytest.param("number: 81", "[{port: 80}]", 80, None, id="the only one"),
        pytest.param("number: 81", "[{name: a, port: 80}, {name: b, port: 82}]", None, None, id="none of several"),
    ],
)
def test_what_a_missing_port_is(port: str, ports: str, meant: int | None, confusion: Confusion | None) -> None:
    pods = deployment(ports="[{name: http, containerPort: 3000}]")
    outcome = backend_reference({"a.yaml": manifests(ingress(port), service(ports=ports), pods)}).outcome
    assert isinstance(outcome, Broken)
    assert isinstance(outcome.evidence, PortMissing)
    assert (outcome.evidence.meant and outcome.evidence.meant.number) == meant
    assert outcome.evidence.confusion is confusion
