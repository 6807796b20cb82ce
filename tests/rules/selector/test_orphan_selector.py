"""Selectors that are proven to miss their pods."""

import pytest

from tests.repositories import deployment, findings, manifests, service

RULE = "orphan-selector"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"s.yaml": service(selector="app: webapi"), "d.yaml": deployment(labels="app: web-api")},
            "s.yaml:6 selector `app=webapi` of Service `web` matches no pod template; "
            "Deployment `web` has `app: web-api`",
            id="near value",
        ),
        pytest.param(
            {"s.yaml": service(selector="App: web"), "d.yaml": deployment()},
            "s.yaml:6 selector `App=web` of Service `web` matches no pod template; Deployment `web` has `app: web`",
            id="near key",
        ),
        pytest.param(
            {"s.yaml": service(selector="app: shop"), "d.yaml": deployment()},
            "s.yaml:6 selector `app=shop` of Service `web` matches no pod template; Deployment `web` has other labels",
            id="workload of the same name",
        ),
        pytest.param(
            {"s.yaml": service("a", "tier: front"), "d.yaml": deployment(more=", labels: {tier: front}")},
            "s.yaml:6 selector `tier=front` of Service `a` matches no pod template; "
            "Deployment `web` has these labels itself, not on its pods",
            id="labels of the workload itself",
        ),
        pytest.param(
            {"s.yaml": service(more=", namespace: a"), "d.yaml": deployment(more=", namespace: b")},
            "s.yaml:6 selector `app=web` of Service `web` matches no pod template in namespace `a`; "
            "Deployment `web` is in `b`",
            id="another namespace",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: str) -> None:
    assert findings(RULE, files) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": service(), "d.yaml": deployment()}, id="matched"),
        pytest.param({"s.yaml": service()}, id="nothing to compare with"),
        pytest.param(
            {"s.yaml": manifests(service(), "apiVersion: v1\nkind: EndpointSlice\nmetadata: {name: a}\n")},
            id="EndpointSlice beside it",
        ),
        pytest.param({"svc/s.yaml": service(), "deploy/d.yaml": deployment()}, id="sibling folders"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
