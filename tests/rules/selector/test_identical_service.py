"""Services that differ in their names only."""

import pytest

from tests.repositories import findings, manifests, service

RULE = "identical-service"
SHOP = ", namespace: shop"
HEADLESS = service("b").replace("spec:", "spec:\n  clusterIP: None")
EXTERNAL = service("b").replace("spec:", "spec:\n  type: LoadBalancer")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"s.yaml": manifests(service("a"), service("b"))},
            "s.yaml:11 Service `b` has the same spec as Service `a`",
            id="one file",
        ),
        pytest.param(
            {"a.yaml": service("a"), "b.yaml": service("b"), "kustomization.yaml": "resources: [a.yaml, b.yaml]"},
            "b.yaml:3 Service `b` has the same spec as Service `a`",
            id="one kustomization",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: str) -> None:
    assert findings(RULE, files) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": manifests(service("a"), service("b", "app: b"))}, id="two selectors"),
        pytest.param({"s.yaml": manifests(service("a"), service("b", ports="[{port: 81}]"))}, id="two ports"),
        pytest.param({"s.yaml": manifests(service("a"), HEADLESS)}, id="headless pair"),
        pytest.param({"s.yaml": manifests(service("a"), EXTERNAL)}, id="one for the outside"),
        pytest.param({"s.yaml": manifests(service("a"), service("b", more=SHOP))}, id="namespace unknown"),
        pytest.param({"a.yaml": service("a"), "b.yaml": service("b")}, id="variants side by side"),
        pytest.param({"s.yaml": manifests(service("a"), service("a"))}, id="versions of one object"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
