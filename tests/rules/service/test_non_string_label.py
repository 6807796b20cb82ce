"""Labels that YAML reads as numbers and booleans."""

import pytest

from tests.repositories import deployment, findings, service

RULE = "non-string-label"
POLICY = (
    "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web}\n"
    "spec:\n  podSelector: {}\n  ingress:\n  - from:\n    - podSelector:\n        matchLabels: {tier: 1}\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            service(selector="version: 1.10"),
            ["s.yaml:6 label `version: 1.10` of Service `web` is a number, not text"],
            id="a Service's selector",
        ),
        pytest.param(
            service(more=", labels: {enabled: true}"),
            ["s.yaml:3 label `enabled: true` of Service `web` is a boolean, not text"],
            id="an object's labels",
        ),
        pytest.param(
            service(selector="app: on"), ["s.yaml:6 label `app: on` of Service `web` is a boolean, not text"], id="on"
        ),
        pytest.param(
            deployment(labels="app: 1234"),
            [
                "s.yaml:5 label `app: 1234` of Deployment `web` is a number, not text",
                "s.yaml:7 label `app: 1234` of Deployment `web` is a number, not text",
            ],
            id="a workload's selector and its pods",
        ),
        pytest.param(POLICY, ["s.yaml:9 label `tier: 1` of NetworkPolicy `web` is a number, not text"], id="deep down"),
    ],
)
def test_reported(text: str, expected: list[str]) -> None:
    assert findings(RULE, {"s.yaml": text}) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(service(), id="text"),
        pytest.param(service(selector="version: '1.10'"), id="in quotes"),
        pytest.param(service(selector="version: 1.10.0"), id="not a number"),
        pytest.param(service(selector="app: null"), id="null is the empty text"),
        pytest.param(service(more=", annotations: {a: 1}"), id="annotation"),
        pytest.param(service(selector="app: '${APP}'"), id="placeholder"),
    ],
)
def test_silent(text: str) -> None:
    assert findings(RULE, {"s.yaml": text}) == []
