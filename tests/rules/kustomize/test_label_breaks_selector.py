"""Labels of a kustomization in the selectors of Services whose pods are elsewhere."""

import pytest

from tests.repositories import deployment, findings, manifests, service

RULE = "label-breaks-selector"
IN_SHOP = ", namespace: shop"
COMMON = "commonLabels:\n  team: shop"


def labelled(kustomization: str, *more: str) -> dict[str, str]:
    """A Service under a kustomization, with more in its file, and pods elsewhere."""
    return {
        "pods/front.yaml": deployment("front", labels="app: web", more=IN_SHOP),
        "svc/web.yaml": manifests(service(more=IN_SHOP), *more),
        "svc/kustomization.yaml": f"resources: [web.yaml]\n{kustomization}",
    }


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(labelled("labels: [{pairs: {team: shop}}]"), id="labels that leave selectors alone"),
        pytest.param(labelled(COMMON, deployment(more=IN_SHOP)), id="pods of its own"),
        pytest.param(labelled("commonLabels:\n  app: web"), id="the label that the pods have"),
        pytest.param(
            {**labelled(COMMON), "pods/front.yaml": deployment("front", labels="app: web, team: shop", more=IN_SHOP)},
            id="pods that have the label as well",
        ),
        pytest.param(
            {**labelled(COMMON), "pods/front.yaml": deployment("front", labels="app: other", more=IN_SHOP)},
            id="pods that it did not select before",
        ),
        pytest.param(
            {**labelled(COMMON), "pods/kustomization.yaml": f"resources: [front.yaml]\n{COMMON}"},
            id="pods under the same labels",
        ),
        pytest.param(labelled(COMMON + "\nresources: ['https://example.com/a?ref=1']"), id="a remote base"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []


@pytest.mark.parametrize(
    ("files", "line"),
    [
        pytest.param(labelled(COMMON), 3, id="common labels"),
        pytest.param(labelled("labels:\n  - includeSelectors: true\n    pairs: {team: shop}"), 4, id="labels"),
    ],
)
def test_reported(files: dict[str, str], line: int) -> None:
    told = "gets into the selector of Service `web`, and Deployment `front`, which it selected, is built without it"
    assert findings(RULE, files) == [f"svc/kustomization.yaml:{line} label `team=shop` {told}"]
