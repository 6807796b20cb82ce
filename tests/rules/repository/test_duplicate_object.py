"""Objects that stand twice in a file."""

import pytest

from tests.repositories import deployment, findings, manifests, service

RULE = "duplicate-object"
SHOP, TEST = ", namespace: shop", ", namespace: test"
LIST = "apiVersion: v1\nkind: List\nitems:\n- &a {apiVersion: v1, kind: Secret, metadata: {name: a}}\n- *a\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            manifests(service("a"), service("a", "app: b")),
            "s.yaml:11 Service `a` stands in this file twice",
            id="name",
        ),
        pytest.param(
            manifests(service("a", more=SHOP), service("b"), service("a", more=SHOP)),
            "s.yaml:19 Service `a` in namespace `shop` stands in this file twice",
            id="name and namespace",
        ),
        pytest.param(
            manifests(deployment("a"), deployment("a").replace("apps/v1", "apps/v1beta1")),
            "s.yaml:14 Deployment `a` stands in this file twice",
            id="two versions of the API group",
        ),
        pytest.param(LIST, "s.yaml:4 Secret `a` stands in this file twice", id="List, by an alias"),
    ],
)
def test_reported(text: str, expected: str) -> None:
    assert findings(RULE, {"s.yaml": text}) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": manifests(service("a"), service("b"))}, id="two names"),
        pytest.param({"s.yaml": manifests(service("a", more=SHOP), service("a", more=TEST))}, id="two namespaces"),
        pytest.param({"s.yaml": manifests(service("a"), service("a", more=SHOP))}, id="one namespace unknown"),
        pytest.param({"s.yaml": manifests(service("a"), deployment("a"))}, id="two kinds"),
        pytest.param(
            {"s.yaml": manifests(service("a"), service("a").replace("v1", "serving.knative.dev/v1"))}, id="two groups"
        ),
        pytest.param({"quickstart.yaml": service("a"), "all-in-one.yaml": service("a")}, id="variants side by side"),
        pytest.param(
            {
                "s.yaml": manifests(service("a"), service("a", "app: b")),
                "kustomization.yaml": "patches: [{path: s.yaml}]",
            },
            id="patches of one object",
        ),
        pytest.param(
            {"s.yaml": manifests(*[service().replace("name: web", "generateName: web-")] * 2)}, id="generated names"
        ),
        pytest.param({"s.yaml": manifests(service("$(NAME)"), service("$(NAME)"))}, id="name still to be filled in"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
