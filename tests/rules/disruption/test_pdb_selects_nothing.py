"""Disruption budgets that are proven to protect nothing."""

import pytest

from tests.repositories import deployment, findings

RULE = "pdb-selects-nothing"


def pdb(selector: str = "matchLabels: {app: web}", name: str = "a", version: str = "policy/v1", more: str = "") -> str:
    """A budget whose selector stands in line 5."""
    return (
        f"apiVersion: {version}\n"
        "kind: PodDisruptionBudget\n"
        f"metadata: {{name: {name}{more}}}\n"
        "spec:\n"
        f"  selector: {{{selector}}}\n"
        "  minAvailable: 1\n"
    )


OPERATED = "apiVersion: monitoring.coreos.com/v1\nkind: Alertmanager\nmetadata: {name: main}\n"
WITHOUT = pdb().replace("  selector: {matchLabels: {app: web}}\n", "")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"p.yaml": pdb("matchLabels: {app: webapi}"), "d.yaml": deployment(labels="app: web-api")},
            "p.yaml:5 selector of PodDisruptionBudget `a` matches no pod template; Deployment `web` has `app: web-api`",
            id="near value",
        ),
        pytest.param(
            {"p.yaml": pdb("matchLabels: {app: shop}", "web-pdb"), "d.yaml": deployment()},
            "p.yaml:5 selector of PodDisruptionBudget `web-pdb` matches no pod template; "
            "Deployment `web` has other labels",
            id="workload of the same name",
        ),
        pytest.param(
            {"p.yaml": pdb("matchLabels: {tier: front}"), "d.yaml": deployment(more=", labels: {tier: front}")},
            "p.yaml:5 selector of PodDisruptionBudget `a` matches no pod template; "
            "Deployment `web` has these labels itself, not on its pods",
            id="labels of the workload itself",
        ),
        pytest.param(
            {"p.yaml": pdb(more=", namespace: a"), "d.yaml": deployment(more=", namespace: b")},
            "p.yaml:5 selector of PodDisruptionBudget `a` matches no pod template in reach; "
            "Deployment `web` is in namespace `b`",
            id="another namespace",
        ),
        pytest.param(
            {"p.yaml": WITHOUT},
            "p.yaml:3 PodDisruptionBudget `a` has no selector, and so protects no pods",
            id="no selector",
        ),
        pytest.param(
            {"p.yaml": pdb("", version="policy/v1beta1")},
            "p.yaml:5 PodDisruptionBudget `a` has the selector `{}`, which matches no pods in policy/v1beta1",
            id="empty selector in v1beta1",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: str) -> None:
    assert findings(RULE, files) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"p.yaml": pdb(), "d.yaml": deployment()}, id="matched"),
        pytest.param({"p.yaml": pdb("")}, id="empty selector in v1, which is all pods"),
        pytest.param(
            {"p.yaml": pdb("matchExpressions: [{key: a, operator: DoesNotExist}]"), "d.yaml": deployment()},
            id="absent key",
        ),
        pytest.param({"p.yaml": pdb("matchLabels: {app: app-simple}")}, id="documentation fragment"),
        pytest.param(
            {
                "p.yaml": pdb("matchLabels: {app.kubernetes.io/name: alertmanager}"),
                "o.yaml": OPERATED,
                "d.yaml": deployment(),
            },
            id="pods of an operator",
        ),
        pytest.param(
            {"p.yaml": pdb("matchLabels: {k8s-app: kube-dns}"), "d.yaml": deployment()}, id="add-on of the cluster"
        ),
        pytest.param(
            {"p.yaml": WITHOUT, "kustomization.yaml": "resources: []\npatches: [{path: p.yaml}]"},
            id="a patch is not a whole object",
        ),
        pytest.param({"p.yaml": WITHOUT.replace("minAvailable: 1", "x: 1")}, id="a part of a budget"),
        pytest.param(
            {
                "p.yaml": pdb("matchLabels: {app: webapi}"),
                "d.yaml": deployment(labels="app: web-api"),
                "kustomization.yaml": "kind: Component\nresources: [p.yaml]",
            },
            id="component whose pods come from what includes it",
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
