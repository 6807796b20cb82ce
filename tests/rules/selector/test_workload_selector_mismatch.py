"""Workloads that do not select their own pods."""

import pytest

from tests.repositories import deployment, findings

RULE = "workload-selector-mismatch"
MISMATCH = deployment().replace("matchLabels: {app: web}", "matchLabels: {app: wep, tier: front}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            MISMATCH,
            [
                "d.yaml:5 selector `app=wep` of Deployment `web` is not met by its own pod template",
                "d.yaml:5 selector `tier=front` of Deployment `web` is not met by its own pod template",
            ],
            id="two labels",
        ),
        pytest.param(
            deployment().replace("selector: {matchLabels: {app: web}}", "replicas: 1"),
            ["d.yaml:3 Deployment `web` has no selector, which apps/v1 requires"],
            id="no selector",
        ),
    ],
)
def test_reported(text: str, expected: list[str]) -> None:
    assert findings(RULE, {"d.yaml": text}) == expected


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"d.yaml": deployment()}, id="matched"),
        pytest.param({"d.yaml": deployment(labels="version: 1.10")}, id="number on both sides, another rule's"),
        pytest.param(
            {
                "d.yaml": MISMATCH,
                "kustomization.yaml": "resources: [d.yaml]\ncommonLabels: {app: web, tier: front}",
            },
            id="labels of a kustomization",
        ),
        pytest.param({"d.yaml": MISMATCH.replace("image: example.com/web:1, ", "")}, id="patch"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
