"""Node ports that two Services ask for."""

import pytest

from tests.repositories import findings, manifests, service

RULE = "nodeport-conflict"
DOMAIN = ", namespace: shop"


def node_port(name: str, number: int = 30080, kind: str = "NodePort", more: str = "", protocol: str = "TCP") -> str:
    """A Service of this type that asks for a node port in line 8."""
    ports = f"[{{port: 80, protocol: {protocol}, nodePort: {number}}}]"
    return service(name, ports=ports, more=more).replace("spec:", f"spec:\n  type: {kind}")


def health_check(name: str, number: int) -> str:
    """A load balancer whose health checks ask on a node port in line 7."""
    fields = f"type: LoadBalancer\n  externalTrafficPolicy: Local\n  healthCheckNodePort: {number}"
    return service(name).replace("spec:", f"spec:\n  {fields}")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"s.yaml": manifests(node_port("a"), node_port("b"))},
            ["s.yaml:17 nodePort `30080` of Service `b` is taken by Service `a`"],
            id="one file",
        ),
        pytest.param(
            {"x/a.yaml": node_port("a"), "x/b.yaml": node_port("b")},
            ["x/b.yaml:8 nodePort `30080` of Service `b` is taken by Service `a`"],
            id="one folder",
        ),
        pytest.param(
            {
                "kustomization.yaml": "resources: [x, y/b.yaml]",
                "x/kustomization.yaml": "resources: [a.yaml]",
                "x/a.yaml": node_port("a"),
                "y/b.yaml": node_port("b"),
            },
            ["y/b.yaml:8 nodePort `30080` of Service `b` is taken by Service `a`"],
            id="one kustomization, with the one that it includes",
        ),
        pytest.param(
            {"s.yaml": manifests(node_port("a"), node_port("b", protocol="UDP"))},
            ["s.yaml:17 nodePort `30080` of Service `b` is taken by Service `a`"],
            id="two protocols",
        ),
        pytest.param(
            {"s.yaml": manifests(node_port("a", more=DOMAIN), node_port("a", more=", namespace: test"))},
            ["s.yaml:17 nodePort `30080` of Service `a` is taken by Service `a`"],
            id="one name in two namespaces",
        ),
        pytest.param(
            {"s.yaml": manifests(node_port("a"), node_port("b", kind="LoadBalancer"), node_port("c"))},
            [
                "s.yaml:17 nodePort `30080` of Service `b` is taken by Service `a`",
                "s.yaml:26 nodePort `30080` of Service `c` is taken by Service `a`",
            ],
            id="three, a LoadBalancer among them",
        ),
        pytest.param(
            {"s.yaml": manifests(node_port("a"), node_port("b", kind="ClusterIP"))},
            ["s.yaml:17 nodePort `30080` of Service `b` is taken by Service `a`"],
            id="type forgotten",
        ),
        pytest.param(
            {"s.yaml": manifests(node_port("a"), health_check("b", 30080))},
            ["s.yaml:16 healthCheckNodePort `30080` of Service `b` is taken by Service `a`"],
            id="port of health checks",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: list[str]) -> None:
    assert findings(RULE, files) == expected


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": manifests(node_port("a"), node_port("b", 30081))}, id="two numbers"),
        pytest.param({"s.yaml": manifests(node_port("a", 0), node_port("b", 0))}, id="0 asks for any"),
        pytest.param(
            {"s.yaml": manifests(node_port("a"), node_port("b", kind="ExternalName"))}, id="ExternalName has none"
        ),
        pytest.param(
            {"s.yaml": manifests(node_port("a"), node_port("a", more=DOMAIN))}, id="one object, namespace unknown"
        ),
        pytest.param({"x/a.yaml": node_port("a"), "y/b.yaml": node_port("b")}, id="folders side by side"),
        pytest.param(
            {
                "dev/kustomization.yaml": "resources: [../base, d.yaml]",
                "dev/d.yaml": node_port("d"),
                "prod/kustomization.yaml": "resources: [../base, p.yaml]",
                "prod/p.yaml": node_port("p"),
                "base/kustomization.yaml": "resources: [a.yaml]",
                "base/a.yaml": node_port("a", 30081),
            },
            id="overlays of one base",
        ),
        pytest.param(
            {
                "quickstart.yaml": manifests(node_port("a"), service("web")),
                "all-in-one.yaml": manifests(node_port("b"), service("web")),
            },
            id="variants in one folder",
        ),
        pytest.param(
            {"a.yaml": node_port("a"), "b.yaml": node_port("b"), "kustomization.yaml": "resources: [a.yaml]"},
            id="a kustomization takes one of two",
        ),
        pytest.param(
            {
                "a.yaml": node_port("a"),
                "b.yaml": node_port("b"),
                "kustomization.yaml": "resources: [a.yaml, b.yaml]\npatches: [{path: p.yaml}]",
            },
            id="a kustomization may change them",
        ),
        pytest.param(
            {
                "a.yaml": node_port("a"),
                "p.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: b}\n"
                "spec: {ports: [{port: 80, nodePort: 30080}]}\n",
            },
            id="patch",
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
