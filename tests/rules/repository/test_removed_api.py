"""API versions that are gone."""

import pytest

from kgen.config.model import Config
from tests.repositories import findings

RULE = "removed-api"


def manifest(api_version: str, kind: str) -> str:
    """An object of a kind, its apiVersion in line 1."""
    return f"apiVersion: {api_version}\nkind: {kind}\nmetadata: {{name: web}}\nspec: {{}}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            manifest("extensions/v1beta1", "Ingress"),
            "m.yaml:1 `extensions/v1beta1` has no Ingress since Kubernetes 1.22",
            id="Ingress",
        ),
        pytest.param(
            manifest("policy/v1beta1", "PodSecurityPolicy"),
            "m.yaml:1 `policy/v1beta1` has no PodSecurityPolicy since Kubernetes 1.25",
            id="kind without a successor",
        ),
        pytest.param(
            "apiVersion: v1\nkind: List\nitems: [{apiVersion: batch/v1beta1, kind: CronJob}]\n",
            "m.yaml:3 `batch/v1beta1` has no CronJob since Kubernetes 1.25",
            id="in a List",
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    assert findings(RULE, {"m.yaml": text}) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(manifest("networking.k8s.io/v1", "Ingress"), id="current"),
        pytest.param(manifest("extensions/v1beta1", "Foo"), id="kind that never was"),
        pytest.param(manifest("traefik.containo.us/v1alpha1", "IngressRoute"), id="custom"),
        pytest.param(manifest("apps/v2", "Deployment"), id="version that never was, another rule's"),
    ],
)
def test_silent(text: str) -> None:
    assert findings(RULE, {"m.yaml": text}) == []


@pytest.mark.parametrize(("version", "count"), [("1.31", 0), ("1.32", 1)])
def test_the_version_decides(version: str, count: int) -> None:
    files = {"m.yaml": manifest("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema")}
    assert len(findings(RULE, files, Config(kubernetes_version=version))) == count


def test_a_patch_is_not_meant() -> None:
    text = manifest("policy/v1beta1", "PodDisruptionBudget")
    assert findings(RULE, {"kustomization.yaml": "patches: [{path: m.yaml}]", "m.yaml": text}) == []
    assert findings(RULE, {"patches/m.yaml": text}) == []
