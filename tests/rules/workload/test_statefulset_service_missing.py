"""StatefulSets whose `serviceName` is proven to be wrong."""

import pytest

from tests.repositories import deployment, findings, manifests, service

RULE = "statefulset-service-missing"
CHART = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web}\n"


def stateful(name: str = "web", service_name: str = "web", labels: str = "app: web", more: str = "") -> str:
    """A StatefulSet whose `serviceName` stands in line 5."""
    text = deployment(name, labels, more=more).replace("Deployment", "StatefulSet")
    return text.replace("spec:\n", f"spec:\n  serviceName: {service_name}\n", 1)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"s.yaml": stateful(), "v.yaml": manifests(service("web-http"), service("web-ssh"))},
            "s.yaml:5 `serviceName: web` of StatefulSet `web` names no Service; "
            "`web-http` and `web-ssh` select its pods",
            id="the pods' Services have other names",
        ),
        pytest.param(
            {"sts/s.yaml": stateful(), "svc/v.yaml": service("shop")},
            "sts/s.yaml:5 `serviceName: web` of StatefulSet `web` names no Service; `shop` selects its pods",
            id="the pods' Service in a sibling folder",
        ),
        pytest.param(
            {"s.yaml": manifests(stateful(), service("shop"), CHART)},
            "s.yaml:5 `serviceName: web` of StatefulSet `web` names no Service; `shop` selects its pods",
            id="the pods' Service in the same file, whatever a chart brings",
        ),
        pytest.param(
            {"s.yaml": stateful(service_name="databse"), "v.yaml": service("database", "app: db")},
            "s.yaml:5 `serviceName: databse` of StatefulSet `web` names no Service; Service `database` is near",
            id="near name",
        ),
        pytest.param(
            {"s.yaml": stateful(more=", namespace: a"), "v.yaml": service(more=", namespace: b")},
            "s.yaml:5 `serviceName: web` of StatefulSet `web` is a Service of namespace `b` only",
            id="another namespace",
        ),
        pytest.param(
            {"s.yaml": stateful(labels="app: db"), "v.yaml": service(), "d.yaml": deployment("front")},
            "s.yaml:5 `serviceName: web` of StatefulSet `web` is a Service "
            "that selects pods of Deployment `front` and none of its own",
            id="Service of other pods",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: str) -> None:
    assert findings(RULE, files) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": stateful(), "v.yaml": service()}, id="there"),
        pytest.param(
            {"a/b/s.yaml": stateful(more=", namespace: a"), "c/d/v.yaml": service(more=", namespace: a")},
            id="there, in the namespace",
        ),
        pytest.param(
            {"s.yaml": stateful().replace("  serviceName: web\n", ""), "v.yaml": service("shop")},
            id="not given, which is allowed",
        ),
        pytest.param({"s.yaml": stateful(service_name='""'), "v.yaml": service("shop")}, id="empty"),
        pytest.param({"s.yaml": stateful()}, id="documentation fragment"),
        pytest.param({"s.yaml": stateful(), "v.yaml": service("shop", "app: shop")}, id="Services of others only"),
        pytest.param(
            {"sts/s.yaml": stateful(), "svc/v.yaml": service("shop"), "sts/c.yaml": CHART}, id="a chart may bring it"
        ),
        pytest.param(
            {"a/b/c/s.yaml": stateful(), "a/b/c/v.yaml": service("shop"), "x/y/v.yaml": service()},
            id="the name is elsewhere in the repository",
        ),
        pytest.param(
            {"a/b/s.yaml": stateful(), "c/d/v.yaml": service(selector="app: db")}, id="namesake of an unrelated folder"
        ),
        pytest.param(
            {"s.yaml": stateful(more=", ownerReferences: [{kind: MongoDB}]"), "v.yaml": service("shop")},
            id="exported object of an operator",
        ),
        pytest.param({"s.yaml": stateful(service_name="${NAME}"), "v.yaml": service("shop")}, id="placeholder"),
        pytest.param(
            {"s.yaml": stateful(), "v.yaml": service("shop"), "x.yaml": "apiVersion: v1\nkind: [\n"},
            id="unreadable file beside",
        ),
        pytest.param(
            {
                "s.yaml": stateful(),
                "v.yaml": service("shop"),
                "kustomization.yaml": "resources: [s.yaml]\npatches: [{patch: x}]",
            },
            id="what a kustomization may change",
        ),
        pytest.param(
            {
                "chart/Chart.yaml": "name: x",
                "chart/templates/s.yaml": stateful(),
                "chart/templates/v.yaml": service("shop"),
            },
            id="template of a chart",
        ),
        pytest.param(
            {"s.yaml": stateful(labels="app: db"), "v.yaml": service()}, id="Service without pods, another rule's"
        ),
        pytest.param(
            {"s.yaml": stateful(), "v.yaml": service(selector="statefulset.kubernetes.io/pod-name: web-0")},
            id="Service of one of its pods",
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
