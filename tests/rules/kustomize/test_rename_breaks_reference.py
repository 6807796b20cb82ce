"""Names that kustomize changes, and references that it does not."""

import pytest

from tests.repositories import deployment, findings, manifests, service

RULE = "rename-breaks-reference"
ROUTE = """\
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web}
spec:
  rules:
    - backendRefs: [{name: web, port: 80}]
"""
INGRESS = """\
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
"""
SCALED = """\
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: queue}
spec:
  scaleTargetRef:
    name: web
  triggers: []
"""
NAMES = """\
nameReference:
  - kind: Service
    fieldSpecs: [{kind: HTTPRoute, path: spec/rules/backendRefs/name}]
"""
RELEASE = """\
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: other}
spec: {chart: {spec: {chart: other}}}
"""


def renamed(*more: str, kustomization: str = "namePrefix: dev-") -> dict[str, str]:
    """A Service, its pods and more, under a prefix."""
    return {
        "web.yaml": manifests(*more, service(), deployment()),
        "kustomization.yaml": f"resources: [web.yaml]\n{kustomization}",
    }


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(renamed(INGRESS), id="a field that kustomize knows"),
        pytest.param(renamed(ROUTE, kustomization="namespace: shop"), id="no new name"),
        pytest.param(renamed(ROUTE.replace("name: web,", "name: dev-web,")), id="the new name"),
        pytest.param(renamed(ROUTE.replace("name: web,", "name: other,")), id="another name"),
        pytest.param(
            renamed(
                ROUTE.replace("name: web,", "name: web, namespace: other,"),
                kustomization="namespace: shop\nnamePrefix: dev-",
            ),
            id="a Service of another namespace",
        ),
        pytest.param(
            {**renamed(ROUTE, kustomization="namePrefix: dev-\nconfigurations: [names.yaml]"), "names.yaml": NAMES},
            id="a field that kustomize is told of",
        ),
        pytest.param({**renamed(ROUTE), "other.yaml": service()}, id="a Service of the old name beside"),
        pytest.param(renamed(ROUTE, RELEASE), id="a release that may bring one"),
        pytest.param(
            renamed(ROUTE, kustomization="namePrefix: dev-\nhelmCharts: [{name: a}]"), id="a chart that may bring one"
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            renamed(ROUTE),
            "web.yaml:6 HTTPRoute `dev-web` names Service `web`, which is called `dev-web` once it is rendered",
            id="a route under a prefix",
        ),
        pytest.param(
            renamed(ROUTE, kustomization="nameSuffix: -v2"),
            "web.yaml:6 HTTPRoute `web-v2` names Service `web`, which is called `web-v2` once it is rendered",
            id="a route under a suffix",
        ),
        pytest.param(
            renamed(SCALED),
            "web.yaml:6 ScaledObject `dev-queue` names Deployment `web`, which is called `dev-web` once it is rendered",
            id="a ScaledObject",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: str) -> None:
    assert findings(RULE, files) == [expected]


def test_of_a_base_that_is_included_twice_the_one_renamed_alike_is_named() -> None:
    base = {
        "base/web.yaml": manifests(ROUTE, service(), deployment()),
        "base/kustomization.yaml": "resources: [web.yaml]",
    }
    twice = {f"{name}/kustomization.yaml": f"nameSuffix: -{name}\nresources: [../base]" for name in ("dev", "prod")}
    both = {"both/kustomization.yaml": "resources: [../dev, ../prod]"}
    assert [told.rpartition("names ")[2] for told in findings(RULE, base | twice | both)] == [
        "Service `web`, which is called `web-dev` once it is rendered",
        "Service `web`, which is called `web-prod` once it is rendered",
    ]
