"""Autoscalers whose target is proven to be another one."""

import pytest

from tests.repositories import deployment, findings

RULE = "scale-target-missing"
STATEFUL = deployment().replace("Deployment", "StatefulSet")


def hpa(
    target: str = "web", kind: str = "Deployment", version: str = "apps/v1", name: str = "a", more: str = ""
) -> str:
    """An autoscaler whose target's version, kind and name stand in lines 6 to 8."""
    return (
        "apiVersion: autoscaling/v2\n"
        "kind: HorizontalPodAutoscaler\n"
        f"metadata: {{name: {name}{more}}}\n"
        "spec:\n"
        "  scaleTargetRef:\n"
        f"    apiVersion: {version}\n"
        f"    kind: {kind}\n"
        f"    name: {target}\n"
        "  maxReplicas: 3\n"
    )


KEDA = """\
    apiVersion: keda.sh/v1alpha1
    kind: ScaledObject
    metadata: {name: a}
    spec:
      scaleTargetRef:
        name: %s
    """
VERTICAL = """\
    apiVersion: autoscaling.k8s.io/v1
    kind: VerticalPodAutoscaler
    metadata: {name: a}
    spec:
      targetRef:
        kind: Deployment
        name: %s
    """
CHART = """\
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: web}
    """
ROLLOUT = deployment().replace("apps/v1", "argoproj.io/v1alpha1").replace("Deployment", "Rollout")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"x/h.yaml": hpa("cart"), "y/d.yaml": deployment("carts")},
            "x/h.yaml:8 target `Deployment/cart` of HorizontalPodAutoscaler `a` is not there; Deployment `carts` is",
            id="near name in a sibling folder",
        ),
        pytest.param(
            {"h.yaml": hpa("web-entry", name="web-hpa"), "d.yaml": deployment()},
            "h.yaml:8 target `Deployment/web-entry` of HorizontalPodAutoscaler `web-hpa` is not there; "
            "Deployment `web` is",
            id="the autoscaler is named after the workload",
        ),
        pytest.param(
            {"h.yaml": hpa("web"), "d.yaml": deployment("web-deployment")},
            "h.yaml:8 target `Deployment/web` of HorizontalPodAutoscaler `a` is not there; "
            "Deployment `web-deployment` is",
            id="name without its role",
        ),
        pytest.param(
            {"h.yaml": hpa(), "s.yaml": STATEFUL},
            "h.yaml:7 target `Deployment/web` of HorizontalPodAutoscaler `a` is not there; StatefulSet `web` is",
            id="other kind",
        ),
        pytest.param(
            {"h.yaml": hpa(version="v1"), "d.yaml": deployment()},
            "h.yaml:6 target `Deployment/web` of HorizontalPodAutoscaler `a` is sought in `v1`, "
            "and `Deployment` is in `apps/v1`",
            id="API group without the kind",
        ),
        pytest.param(
            {"h.yaml": hpa().replace("    apiVersion: apps/v1\n", "")},
            "h.yaml:5 target `Deployment/web` of HorizontalPodAutoscaler `a` names no `apiVersion`, "
            "and `Deployment` is in `apps/v1`",
            id="no API version",
        ),
        pytest.param(
            {"h.yaml": hpa(more=", namespace: a"), "d.yaml": deployment(more=", namespace: b")},
            "h.yaml:8 target `Deployment/web` of HorizontalPodAutoscaler `a` is not in namespace `a`; "
            "Deployment `web` is in `b`",
            id="another namespace",
        ),
        pytest.param(
            {"h.yaml": KEDA % "cart", "d.yaml": deployment("carts")},
            "h.yaml:6 target `Deployment/cart` of ScaledObject `a` is not there; Deployment `carts` is",
            id="ScaledObject, a Deployment by default",
        ),
        pytest.param(
            {"h.yaml": VERTICAL % "cart", "d.yaml": deployment("carts")},
            "h.yaml:7 target `Deployment/cart` of VerticalPodAutoscaler `a` is not there; Deployment `carts` is",
            id="VerticalPodAutoscaler",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: str) -> None:
    assert findings(RULE, files) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"h.yaml": hpa(), "d.yaml": deployment()}, id="there"),
        pytest.param(
            {"h.yaml": hpa(version="apps/v1beta1"), "d.yaml": deployment()}, id="another version of the group"
        ),
        pytest.param({"h.yaml": KEDA % "web", "d.yaml": deployment()}, id="KEDA's defaults"),
        pytest.param(
            {"h.yaml": VERTICAL % "web", "d.yaml": deployment()}, id="a VerticalPodAutoscaler needs no version"
        ),
        pytest.param({"h.yaml": hpa("db"), "d.yaml": deployment()}, id="nothing like it"),
        pytest.param({"h.yaml": hpa("web-1"), "d.yaml": deployment("web-2")}, id="numbered workloads"),
        pytest.param(
            {"h.yaml": hpa("workers", "NodeSet", "slinky.slurm.net/v1"), "d.yaml": deployment("worker")},
            id="custom resource that scales through /scale",
        ),
        pytest.param({"h.yaml": hpa("web", "Rollout", "argoproj.io/v1alpha1"), "r.yaml": ROLLOUT}, id="Rollout"),
        pytest.param(
            {"x/h.yaml": hpa("cart"), "y/d.yaml": deployment("carts"), "x/c.yaml": CHART}, id="a chart may bring it"
        ),
        pytest.param({"h.yaml": hpa("${APP}"), "d.yaml": deployment()}, id="placeholder"),
        pytest.param(
            {"h.yaml": hpa("cart"), "d.yaml": deployment("carts"), "x.yaml": "apiVersion: v1\nkind: [\n"},
            id="unreadable file beside",
        ),
        pytest.param({"h.yaml": hpa("cart"), "a/b/c/d.yaml": deployment("carts")}, id="far away"),
        pytest.param(
            {"h.yaml": hpa("cart"), "d.yaml": deployment("carts"), "a/b/c/d.yaml": deployment("cart")},
            id="the name is elsewhere in the repository",
        ),
        pytest.param(
            {
                "h.yaml": hpa("web-a"),
                "d.yaml": deployment("weba"),
                "kustomization.yaml": "resources: [h.yaml, d.yaml]\npatches: [{patch: x}]",
            },
            id="names may be patched",
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
