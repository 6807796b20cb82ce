"""Pods with two disruption budgets."""

import pytest

from tests.repositories import deployment, findings, manifests

RULE = "overlapping-pdbs"


def pdb(name: str, selector: str = "matchLabels: {app: web}", more: str = "") -> str:
    """A budget whose name stands in line 3."""
    return (
        "apiVersion: policy/v1\nkind: PodDisruptionBudget\n"
        f"metadata: {{name: {name}{more}}}\n"
        f"spec: {{minAvailable: 1, selector: {{{selector}}}}}\n"
    )


NAMESPACE = ", namespace: shop"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {
                "p.yaml": manifests(pdb("a"), pdb("b", "matchExpressions: [{key: app, operator: Exists}]")),
                "d.yaml": deployment(),
            },
            "p.yaml:8 PodDisruptionBudget `b` protects the pods of Deployment `web`, "
            "which PodDisruptionBudget `a` protects already, so that they cannot be evicted",
            id="two selectors in one file",
        ),
        pytest.param(
            {
                "kustomization.yaml": "resources: [p.yaml, q.yaml, d.yaml]",
                "p.yaml": pdb("a", more=NAMESPACE),
                "q.yaml": pdb("b", "", more=NAMESPACE),
                "d.yaml": deployment(more=NAMESPACE),
            },
            "q.yaml:3 PodDisruptionBudget `b` protects the pods of Deployment `web`, "
            "which PodDisruptionBudget `a` protects already, so that they cannot be evicted",
            id="all pods of the namespace, in one kustomization",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: str) -> None:
    assert findings(RULE, files) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {"p.yaml": manifests(pdb("a"), pdb("b", "matchLabels: {app: db}")), "d.yaml": deployment()}, id="other pods"
        ),
        pytest.param({"p.yaml": manifests(pdb("a"), pdb("b"))}, id="no pods"),
        pytest.param({"p.yaml": pdb("a"), "q.yaml": pdb("b"), "d.yaml": deployment()}, id="variants side by side"),
        pytest.param({"p.yaml": manifests(pdb("a"), pdb("a")), "d.yaml": deployment()}, id="versions of one object"),
        pytest.param(
            {"p.yaml": manifests(pdb("a"), pdb("b", more=NAMESPACE)), "d.yaml": deployment(more=", namespace: x")},
            id="namespaces",
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
