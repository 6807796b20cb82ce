"""Port names that an Ingress cannot write."""

import pytest

from tests.repositories import findings, manifests, service

RULE = "unreferencable-port-name"


def ingress(port: str) -> str:
    """An Ingress to this port of `web` in line 5."""
    return (
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\n"
        f"spec:\n  defaultBackend: {{service: {{name: web, port: {{{port}}}}}}}\n"
    )


def named(name: str) -> str:
    """The Service `web` with a port of this name."""
    return service(ports=f"[{{name: {name}, port: 80}}]")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("front-end-of-shop", id="over 15 characters"),
        pytest.param("'8080'", id="all digits"),
        pytest.param("a--b", id="two hyphens"),
    ],
)
def test_reported(name: str) -> None:
    written = name.strip("'")
    expected = f"Ingress `web` names port `{written}` of Service `web`, and takes up to 15 characters, one a letter"
    assert findings(RULE, {"i.yaml": ingress(f"name: {name}"), "s.yaml": named(name)}) == [f"i.yaml:5 {expected}"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(named("front-end-of-shop"), id="no Ingress"),
        pytest.param(manifests(named("front-end-of-shop"), ingress("number: 80")), id="by number"),
        pytest.param(manifests(named("http"), ingress("name: http")), id="a short name"),
        pytest.param(manifests(named("http"), ingress("name: front-end-of-shop")), id="missing, another rule's"),
        pytest.param(manifests(named("http"), ingress("name: '{{ .Values.service.port }}'")), id="template"),
    ],
)
def test_silent(text: str) -> None:
    assert findings(RULE, {"s.yaml": text}) == []
