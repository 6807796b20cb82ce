"""Selectors that match and do harm all the same, and Services that lack one."""

import pytest

from tests.repositories import deployment, findings, manifests, service

OVERLAP = "overlapping-workload-selectors"
ORDINAL = "missing-statefulset-ordinal"
UNSTABLE = "unstable-selector-label"
LEFT_OUT = "no-selector-no-endpoints"
SHOP = ", namespace: shop"
NO_SELECTOR = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n"
ENDPOINTS = "apiVersion: v1\nkind: Endpoints\nmetadata: {name: web}\n"
SLICE = (
    "apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\n"
    "metadata: {name: web-1, labels: {kubernetes.io/service-name: web}}\n"
)
ROLE = (
    "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: web}\n"
    "rules: [{apiGroups: [''], resources: [endpoints], verbs: [patch]}]\n"
)
SCALER = (
    "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\n"
    "spec: {scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: web}, maxReplicas: 9}\n"
)


def stateful_set(fields: str = "replicas: 2") -> str:
    """A StatefulSet with these fields in its spec."""
    return deployment().replace("Deployment", "StatefulSet").replace("spec:\n  sel", f"spec:\n  {fields}\n  sel")


def pod_service(name: str) -> str:
    """A Service for one pod of it, in line 6."""
    return service(selector=f"statefulset.kubernetes.io/pod-name: {name}")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"d.yaml": manifests(deployment("a"), deployment("b"))},
            "d.yaml:16 selector `app=web` of Deployment `b` matches the pods of Deployment `a` as well",
            id="both match both",
        ),
        pytest.param(
            {"d.yaml": manifests(deployment("a"), deployment("b", "app: web, track: canary"))},
            "d.yaml:5 selector `app=web` of Deployment `a` matches the pods of Deployment `b` as well",
            id="one matches both",
        ),
        pytest.param(
            {
                "a.yaml": deployment("a"),
                "b.yaml": deployment("b").replace("Deployment", "DaemonSet"),
                "kustomization.yaml": "resources: [a.yaml, b.yaml]",
            },
            "b.yaml:5 selector `app=web` of DaemonSet `b` matches the pods of Deployment `a` as well",
            id="one kustomization",
        ),
    ],
)
def test_overlap_is_reported(files: dict[str, str], expected: str) -> None:
    assert findings(OVERLAP, files) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"d.yaml": manifests(deployment("a", "app: a"), deployment("b", "app: b"))}, id="two labels"),
        pytest.param({"d.yaml": manifests(deployment("a", more=SHOP), deployment("b"))}, id="namespace unknown"),
        pytest.param({"d.yaml": manifests(deployment("a"), deployment("a"))}, id="versions of one workload"),
        pytest.param({"a.yaml": deployment("a"), "b.yaml": deployment("b")}, id="variants side by side"),
        pytest.param(
            {
                "d.yaml": manifests(deployment("a"), deployment("b")),
                "kustomization.yaml": "resources: [d.yaml]\npatches: [{path: p.yaml}]",
            },
            id="a kustomization may change labels",
        ),
    ],
)
def test_overlap_silent(files: dict[str, str]) -> None:
    assert findings(OVERLAP, files) == []


@pytest.mark.parametrize(
    ("pod", "fields", "has"),
    [
        pytest.param("web-2", "replicas: 2", "`web-0` to `web-1`", id="counted from 1"),
        pytest.param("web-1", "replicas: 1", "`web-0`", id="one replica"),
        pytest.param("web-5", "replicas: 2\n  ordinals: {start: 3}", "`web-3` to `web-4`", id="start given"),
    ],
)
def test_missing_ordinal_is_reported(pod: str, fields: str, has: str) -> None:
    files = {"s.yaml": pod_service(pod), "w.yaml": stateful_set(fields)}
    assert findings(ORDINAL, files) == [
        f"s.yaml:6 Service `web` selects pod `{pod}`, while StatefulSet `web` has {has}"
    ]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": pod_service("web-1"), "w.yaml": stateful_set()}, id="existing"),
        pytest.param({"s.yaml": pod_service("web-7"), "w.yaml": stateful_set()}, id="far off: made larger by hand"),
        pytest.param({"s.yaml": pod_service("web-2"), "w.yaml": stateful_set("replicas: $(N)")}, id="variable"),
        pytest.param({"s.yaml": pod_service("web-2"), "w.yaml": stateful_set(), "h.yaml": SCALER}, id="autoscaled"),
        pytest.param(
            {
                "s.yaml": pod_service("web-2"),
                "w.yaml": stateful_set(),
                "kustomization.yaml": "resources: [s.yaml, w.yaml]\nreplicas: [{name: web, count: 3}]",
            },
            id="replicas of a kustomization",
        ),
        pytest.param({"s.yaml": pod_service("web-2")}, id="set unknown"),
    ],
)
def test_missing_ordinal_silent(files: dict[str, str]) -> None:
    assert findings(ORDINAL, files) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            service(selector="app: web, pod-template-hash: 5d4f"),
            "s.yaml:6 label `pod-template-hash` changes with each release, "
            "and the selector of Service `web` then misses the pods",
            id="Service",
        ),
        pytest.param(
            deployment(labels="app: web, helm.sh/chart: web-1.4.0"),
            "s.yaml:5 label `helm.sh/chart` changes with each release, "
            "and the selector of Deployment `web` cannot be changed",
            id="workload",
        ),
    ],
)
def test_unstable_label_is_reported(text: str, expected: str) -> None:
    assert findings(UNSTABLE, {"s.yaml": text}) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(service(selector="app: web, version: v1"), id="version of a mesh, one Service for each"),
        pytest.param(service(more=", labels: {helm.sh/chart: web-1.4.0}"), id="the Service's own label"),
        pytest.param(deployment(), id="stable"),
    ],
)
def test_unstable_label_silent(text: str) -> None:
    assert findings(UNSTABLE, {"s.yaml": text}) == []


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": manifests(NO_SELECTOR, deployment())}, id="one file"),
        pytest.param({"s.yaml": NO_SELECTOR, "d.yaml": deployment()}, id="one folder"),
        pytest.param({"s.yaml": service(selector=""), "d.yaml": deployment()}, id="empty selector"),
    ],
)
def test_left_out_is_reported(files: dict[str, str]) -> None:
    assert findings(LEFT_OUT, files) == ["s.yaml:3 Service `web` has no selector, and nothing gives it endpoints"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": service(), "d.yaml": deployment()}, id="selector"),
        pytest.param({"s.yaml": NO_SELECTOR}, id="no workload"),
        pytest.param({"s.yaml": NO_SELECTOR, "d.yaml": deployment("db")}, id="workload of another name"),
        pytest.param({"s.yaml": NO_SELECTOR, "d/d.yaml": deployment()}, id="workload of another folder"),
        pytest.param({"s.yaml": manifests(NO_SELECTOR, ENDPOINTS), "d.yaml": deployment()}, id="Endpoints"),
        pytest.param({"s.yaml": manifests(NO_SELECTOR, SLICE), "d.yaml": deployment()}, id="EndpointSlice"),
        pytest.param({"s.yaml": manifests(NO_SELECTOR, ROLE), "d.yaml": deployment()}, id="a program may write them"),
        pytest.param(
            {"s.yaml": NO_SELECTOR.replace("name: web", "name: web, annotations: {a: b}"), "d.yaml": deployment()},
            id="annotation of a controller",
        ),
        pytest.param(
            {"s.yaml": NO_SELECTOR.replace("ports", "type: ExternalName, ports"), "d.yaml": deployment()},
            id="ExternalName",
        ),
        pytest.param({"p.yaml": NO_SELECTOR, "s.yaml": service(), "d.yaml": deployment()}, id="patch of another file"),
        pytest.param(
            {"s.yaml": NO_SELECTOR, "d.yaml": deployment(), "kustomization.yaml": "patches: [{path: s.yaml}]"},
            id="patch that a kustomization names",
        ),
    ],
)
def test_left_out_silent(files: dict[str, str]) -> None:
    assert findings(LEFT_OUT, files) == []
