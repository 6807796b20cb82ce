"""Paths of Ingresses that others precede."""

import pytest

from tests.backends import ingress
from tests.repositories import findings, manifests

RULE = "ingress-duplicate-path"
CANARY = ", annotations: {nginx.ingress.kubernetes.io/canary: 'true'}"


def second(text: str) -> str:
    """The same Ingress of another name, whose path stands in line 19."""
    return text.replace("metadata: {name: web", "metadata: {name: second")


def twice(host: str = "", kind: str = "Prefix", more: str = "") -> str:
    """An Ingress with a second path, in line 13."""
    rule = f"    - {{host: '{host}', http: {{paths: [\n        {{path: /, pathType: {kind}, backend: {{}}}}]}}}}\n"
    return ingress(more=more) + rule + "  x: 1\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(twice(), "a.yaml:12 Ingress `web` leads from path `/`, which it did before", id="in one Ingress"),
        pytest.param(
            manifests(ingress(), second(ingress())),
            "a.yaml:19 Ingress `second` leads from path `/`, as does Ingress `web`",
            id="in two of one file",
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    assert findings(RULE, {"a.yaml": text}) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.yaml": ingress()}, id="one path"),
        pytest.param({"a.yaml": twice(host="a.example.com")}, id="other host"),
        pytest.param({"a.yaml": twice(kind="Exact")}, id="other type"),
        pytest.param(
            {"a.yaml": twice(more=", annotations: {alb.ingress.kubernetes.io/conditions.web: '[]'}")},
            id="conditions in annotations",
        ),
        pytest.param(
            {"a.yaml": twice(more=", annotations: {alb.ingress.kubernetes.io/actions.web: '{}'}")},
            id="action in an annotation",
        ),
        pytest.param(
            {"a.yaml": twice(more=""", annotations: {zalando.org/backend-weights: '{"web": 80, "api": 20}'}""")},
            id="weights in an annotation",
        ),
        pytest.param({"a.yaml": manifests(ingress(), second(ingress(more=CANARY)))}, id="canary"),
        pytest.param({"a.yaml": manifests(ingress(), ingress())}, id="the same Ingress again"),
        pytest.param({"a.yaml": ingress(), "b.yaml": second(ingress())}, id="variants side by side"),
        pytest.param(
            {"a.yaml": manifests(ingress(), second(ingress()).replace("spec:", "spec:\n  ingressClassName: other"))},
            id="other class",
        ),
        pytest.param(
            {"a.yaml": manifests(ingress(more=", namespace: a"), second(ingress(more=", namespace: b")))},
            id="other namespace",
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
