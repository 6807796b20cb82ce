"""Workloads with two autoscalers."""

import pytest

from tests.repositories import findings, manifests

RULE = "duplicate-autoscaler"


def hpa(name: str, target: str = "web", more: str = "") -> str:
    """An autoscaler of a Deployment."""
    return (
        "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\n"
        f"metadata: {{name: {name}{more}}}\n"
        f"spec: {{maxReplicas: 3, scaleTargetRef: {{apiVersion: apps/v1, kind: Deployment, name: {target}}}}}\n"
    )


KEDA = "apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: c}\nspec: {scaleTargetRef: {name: web}}\n"
VERTICAL = (
    "apiVersion: autoscaling.k8s.io/v1\nkind: VerticalPodAutoscaler\nmetadata: {name: d}\n"
    "spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}\n"
)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"h.yaml": manifests(hpa("a"), hpa("b"))},
            "h.yaml:8 HorizontalPodAutoscaler `b` scales `Deployment/web`, "
            "which HorizontalPodAutoscaler `a` scales already",
            id="in one file",
        ),
        pytest.param(
            {"kustomization.yaml": "resources: [h.yaml, k.yaml]", "h.yaml": hpa("a"), "k.yaml": KEDA},
            "k.yaml:3 ScaledObject `c` scales `Deployment/web`, which HorizontalPodAutoscaler `a` scales already",
            id="in one kustomization",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: str) -> None:
    assert findings(RULE, files) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"h.yaml": manifests(hpa("a"), hpa("b", "db"))}, id="two targets"),
        pytest.param({"h.yaml": hpa("a"), "i.yaml": hpa("b")}, id="variants side by side"),
        pytest.param({"h.yaml": manifests(hpa("a"), hpa("a"))}, id="versions of one object"),
        pytest.param(
            {"h.yaml": manifests(hpa("a", more=", namespace: a"), hpa("b", more=", namespace: b"))}, id="namespaces"
        ),
        pytest.param({"h.yaml": manifests(hpa("a"), VERTICAL)}, id="one for the number and one for the size"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
