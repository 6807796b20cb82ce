"""Ingresses to ports that their Services do not have."""

import pytest

from tests.backends import beta_ingress, ingress
from tests.repositories import findings, manifests, service

RULE = "ingress-port-missing"
EXTERNAL = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: ExternalName, externalName: a.b}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            manifests(ingress("number: 81"), service()),
            "a.yaml:10 Ingress `web` leads to port `81` of Service `web`, which has `80`",
            id="number, port without a name",
        ),
        pytest.param(
            manifests(ingress("name: htpp"), service(ports="[{name: http, port: 80}]")),
            "a.yaml:10 Ingress `web` leads to port `htpp` of Service `web`, which has `http:80`",
            id="name",
        ),
        pytest.param(
            manifests(ingress("number: 8080"), service(ports="[{port: 80, targetPort: 8080}]")),
            "a.yaml:10 Ingress `web` leads to port `8080` of Service `web`, which has `80`; `8080` is its target port",
            id="target port",
        ),
        pytest.param(
            manifests(ingress("number: 30080"), service(ports="[{port: 80, nodePort: 30080}]")),
            "a.yaml:10 Ingress `web` leads to port `30080` of Service `web`, which has `80`; `30080` is its node port",
            id="node port",
        ),
        pytest.param(
            manifests(beta_ingress("81"), service(ports="[{name: a, port: 80}, {name: b, port: 82}]")),
            "a.yaml:10 Ingress `web` leads to port `81` of Service `web`, which has `a:80` and `b:82`",
            id="beta version, several ports",
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    assert findings(RULE, {"a.yaml": text}) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.yaml": manifests(ingress(), service())}, id="number"),
        pytest.param({"a.yaml": manifests(beta_ingress("'80'"), service())}, id="beta version, number as text"),
        pytest.param({"a.yaml": manifests(ingress("name: http"), service(ports="[{name: http, port: 1}]"))}, id="name"),
        pytest.param({"a.yaml": manifests(ingress("name: use-annotation"), service())}, id="use-annotation"),
        pytest.param({"a.yaml": manifests(ingress(), EXTERNAL)}, id="ExternalName without ports"),
        pytest.param({"a.yaml": ingress()}, id="Service unknown"),
        pytest.param(
            {"i.yaml": ingress("number: 81"), "s.yaml": service(), "kustomization.yaml": "patches: [{path: s.yaml}]"},
            id="patch of a Service",
        ),
        pytest.param(
            {"i.yaml": ingress("number: 81"), "a.yaml": service(), "b.yaml": service(ports="[{port: 81}]")},
            id="one of two variants side by side",
        ),
        pytest.param({"a.yaml": manifests(ingress("number: '${P}'"), service())}, id="placeholder"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
