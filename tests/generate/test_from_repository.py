"""What generators take over from manifests."""

import pytest

from kgen.errors import KgenError
from kgen.generate.from_repository import TargetPort, WorkloadTarget, taken_node_ports, workload_target
from kgen.repository import Repository, from_sources
from kgen.syntax.source import Source

SHOP = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop, namespace: prod}
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop, version: "1"}}
    spec:
      containers:
      - name: shop
        image: shop
        ports: [{name: http, containerPort: 8080}, {containerPort: 53, protocol: UDP}]
"""
POD = """\
apiVersion: v1
kind: Pod
metadata: {name: hello, labels: {run: hello}}
spec: {containers: [{name: hello, image: nginx}]}
"""
SERVICES = """\
apiVersion: v1
kind: Service
metadata: {name: a}
spec: {type: NodePort, ports: [{port: 80, nodePort: 30001}, {port: 81, nodePort: 0}, {port: 82}]}
---
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Service
  metadata: {name: b}
  spec:
    type: LoadBalancer
    externalTrafficPolicy: Local
    healthCheckNodePort: 30003
    ports: [{port: 80, nodePort: 30002}]
"""


def repository(**files: str) -> Repository:
    return from_sources(Source(f"{name}.yaml", text.encode()) for name, text in files.items())


def test_taken_node_ports() -> None:
    found = repository(services=SERVICES, shop=SHOP)
    assert taken_node_ports(found) == {30001, 30002, 30003}
    assert taken_node_ports(found, apart_from=frozenset({"services.yaml"})) == set()


SHOP_TARGET = WorkloadTarget({"app": "shop"}, (TargetPort("http", 8080, "TCP"), TargetPort("", 53, "UDP")))


@pytest.mark.parametrize(
    ("reference", "namespace", "expected"),
    [
        pytest.param("deployment/shop", None, SHOP_TARGET, id="by kind and name"),
        pytest.param("Deployments/shop", None, SHOP_TARGET, id="plural, any case"),
        pytest.param("deploy/shop", "prod", SHOP_TARGET, id="short name, in its namespace"),
        pytest.param("po/hello", "prod", WorkloadTarget({"run": "hello"}, ()), id="no namespace fits any"),
    ],
)
def test_workload_target(reference: str, namespace: str | None, expected: WorkloadTarget) -> None:
    assert workload_target(repository(shop=SHOP, pod=POD), reference, namespace) == expected


@pytest.mark.parametrize(
    ("reference", "namespace", "message"),
    [
        pytest.param(
            "deployment/shpo",
            None,
            "no manifest of `deployment/shpo` in the repository; did you mean `deployment/shop`?",
            id="near name",
        ),
        pytest.param("statefulset/x", None, "no manifest of `statefulset/x` in the repository", id="nothing near"),
        pytest.param(
            "deploy/shop",
            "dev",
            "no manifest of `deploy/shop` in the repository for namespace `dev`; there is one in `prod`",
            id="another namespace",
        ),
    ],
)
def test_not_found(reference: str, namespace: str | None, message: str) -> None:
    with pytest.raises(KgenError) as error:
        workload_target(repository(shop=SHOP, pod=POD), reference, namespace)
    assert error.value.message == message


def test_overlays_that_agree_are_one() -> None:
    found = repository(base=SHOP.replace(", namespace: prod", ""), prod=SHOP)
    assert workload_target(found, "deploy/shop", "prod") == SHOP_TARGET


def test_differing_manifests_are_ambiguous() -> None:
    found = repository(dev=SHOP.replace("prod", "dev").replace("app: shop", "app: shop-dev"), prod=SHOP)
    assert workload_target(found, "deploy/shop", "prod") == SHOP_TARGET
    with pytest.raises(KgenError) as error:
        workload_target(found, "deploy/shop", None)
    assert error.value.message == "`deploy/shop` has several differing manifests: dev.yaml:1:1, prod.yaml:1:1"
    assert error.value.hint == "name the namespace"


def test_a_patch_is_no_manifest() -> None:
    patch = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop}\n"
    patch += "spec: {template: {metadata: {labels: {x: y}}, spec: {containers: [{name: shop}]}}}\n"
    assert workload_target(repository(a=patch, shop=SHOP), "deploy/shop", None) == SHOP_TARGET


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        pytest.param(
            "{matchLabels: {app: shop}}",
            "{matchLabels: {app: shop}, matchExpressions: [{key: a, operator: Exists}]}",
            "`deploy/shop` selects its pods by matchExpressions, which a Service cannot",
            id="matchExpressions",
        ),
        pytest.param(
            'selector: {matchLabels: {app: shop}}\n  template:\n    metadata: {labels: {app: shop, version: "1"}}',
            "template:",
            "the pods of `deploy/shop` have no labels for a Service to select by",
            id="no labels",
        ),
    ],
)
def test_no_selector(before: str, after: str, message: str) -> None:
    assert before in SHOP
    with pytest.raises(KgenError) as error:
        workload_target(repository(shop=SHOP.replace(before, after)), "deploy/shop", None)
    assert error.value.message == message
