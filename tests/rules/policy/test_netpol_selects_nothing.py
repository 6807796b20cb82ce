"""Network policies whose selectors are proven to miss their pods."""

import pytest

from tests.repositories import deployment, findings

RULE = "netpol-selects-nothing"


def policy(selector: str = "matchLabels: {app: web}", spec: str = "", more: str = "") -> str:
    """A policy whose selector stands in line 5, its rules in line 6."""
    return (
        "apiVersion: networking.k8s.io/v1\n"
        "kind: NetworkPolicy\n"
        f"metadata: {{name: a{more}}}\n"
        "spec:\n"
        f"  podSelector: {{{selector}}}\n"
        f"  {spec}\n"
    )


CARTS = deployment("carts", "app: carts")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"x/p.yaml": policy("matchLabels: {app: cart}"), "y/d.yaml": CARTS},
            "x/p.yaml:5 selector `app=cart` of NetworkPolicy `a` matches no pod template; "
            "Deployment `carts` has `app: carts`",
            id="near value in a sibling folder",
        ),
        pytest.param(
            {
                "p.yaml": policy(
                    "matchLabels: {app: carts}", "ingress: [{from: [{podSelector: {matchLabels: {app: cart}}}]}]"
                ),
                "d.yaml": CARTS,
            },
            "p.yaml:6 selector `app=cart` of ingress peer of NetworkPolicy `a` matches no pod template; "
            "Deployment `carts` has `app: carts`",
            id="peer",
        ),
        pytest.param(
            {"p.yaml": policy("", "egress: [{to: [{podSelector: {matchLabels: {App: carts}}}]}]"), "d.yaml": CARTS},
            "p.yaml:6 selector `App=carts` of egress peer of NetworkPolicy `a` matches no pod template; "
            "Deployment `carts` has `app: carts`",
            id="near key of an egress peer",
        ),
        pytest.param(
            {
                "p.yaml": policy("", "ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]", ", namespace: a"),
                "d.yaml": deployment(more=", namespace: b"),
            },
            "p.yaml:6 selector `app=web` of ingress peer of NetworkPolicy `a` matches no pod template in reach; "
            "Deployment `web` is in namespace `b`",
            id="peer in another namespace without a namespaceSelector",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: str) -> None:
    assert findings(RULE, files) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"p.yaml": policy(), "d.yaml": deployment()}, id="matched"),
        pytest.param({"p.yaml": policy(""), "d.yaml": deployment()}, id="empty selector, which is all pods"),
        pytest.param(
            {"p.yaml": policy("matchLabels: {longhorn.io/component: instance-manager}"), "d.yaml": deployment()},
            id="pods made at run time",
        ),
        pytest.param(
            {
                "p.yaml": policy(
                    "", "ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {app: cart}}}]}]"
                ),
                "d.yaml": CARTS,
            },
            id="peer of other namespaces",
        ),
        pytest.param(
            {
                "p.yaml": policy(
                    "matchLabels: {app: db}", "ingress: [{from: [{podSelector: {matchLabels: {access: granted}}}]}]"
                ),
                "d.yaml": CARTS,
            },
            id="client that is started by hand",
        ),
        pytest.param(
            {"p.yaml": policy("matchLabels: {app: shop}"), "d.yaml": deployment("a")},
            id="the policy's name proves nothing",
        ),
        pytest.param(
            {
                "p.yaml": policy("matchExpressions: [{key: app, operator: In, values: [web, cart]}]"),
                "d.yaml": deployment(),
            },
            id="one of several values",
        ),
        pytest.param({"p.yaml": policy("matchLabels: {app: ${APP}-db}"), "d.yaml": CARTS}, id="placeholder"),
        pytest.param(
            {
                "p.yaml": policy("matchLabels: {app: cart}"),
                "d.yaml": CARTS,
                "kustomization.yaml": "resources: [p.yaml]\ncommonLabels: {a: b}",
            },
            id="labels of a kustomization",
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
