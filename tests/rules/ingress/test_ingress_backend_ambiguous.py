"""Ingress backends that the API server refuses by themselves."""

import pytest

from tests.backends import beta_ingress, ingress
from tests.repositories import findings

RULE = "ingress-backend-ambiguous"
RESOURCE = "backend: {resource: {apiGroup: x.io, kind: Bucket, name: a}, "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            ingress("name: http, number: 80"),
            "a.yaml:10 Ingress `web` gives both name and number of the port of Service `web`",
            id="both",
        ),
        pytest.param(ingress(""), "a.yaml:10 Ingress `web` gives no port of Service `web`", id="neither"),
        pytest.param(
            ingress().replace("backend: {", RESOURCE),
            "a.yaml:10 Ingress `web` leads to a resource beside Service `web`",
            id="Service and resource",
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    assert findings(RULE, {"a.yaml": text}) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.yaml": ingress()}, id="number"),
        pytest.param({"a.yaml": ingress("name: http")}, id="name"),
        pytest.param({"a.yaml": ingress("name: null, number: 80")}, id="name taken out"),
        pytest.param({"a.yaml": ingress("number: '${PORT}'")}, id="placeholder"),
        pytest.param({"a.yaml": beta_ingress("80")}, id="beta version"),
        pytest.param({"a.yaml": ingress(""), "kustomization.yaml": "patches: [{path: a.yaml}]"}, id="patch"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
