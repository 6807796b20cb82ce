"""How a workload's own selector ends."""

import pytest

from kgen.wiring.evidence import SelectorMissing, SelectorUnmet
from kgen.wiring.outcome import Broken, Unverifiable, Verified
from kgen.wiring.reference import WorkloadSelection
from tests.repositories import wiring


def workload(
    selector: str = "selector: {matchLabels: {app: web}}",
    labels: str = "labels: {app: web, tier: front}",
    kind: str = "Deployment",
    version: str = "apps/v1",
    image: str = "image: example.com/web:1",
) -> str:
    """A workload with these parts."""
    return (
        f"apiVersion: {version}\nkind: {kind}\nmetadata: {{name: web}}\n"
        f"spec: {{{selector}, template: {{metadata: {{{labels}}}, spec: {{containers: [{{name: web, {image}}}]}}}}}}\n"
    )


def only_reference(files: dict[str, str]) -> WorkloadSelection:
    """The one workload's."""
    (reference,) = wiring(files).workload_selections
    return reference


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(workload(), id="equality"),
        pytest.param(workload("selector: {app: web}", kind="ReplicationController", version="v1"), id="controller"),
        pytest.param(
            workload("selector: {matchExpressions: [{key: tier, operator: In, values: [front, back]}]}"), id="In"
        ),
        pytest.param(
            workload("selector: {matchExpressions: [{key: zone, operator: NotIn, values: [a]}]}"), id="NotIn, no key"
        ),
        pytest.param(workload(version="apps.kruise.io/v1alpha1", kind="CloneSet"), id="CRD"),
    ],
)
def test_verified(text: str) -> None:
    assert only_reference({"w.yaml": text}).outcome == Verified()


@pytest.mark.parametrize(
    ("text", "unmet"),
    [
        pytest.param(workload("selector: {matchLabels: {app: web, x: y}}"), "x=y", id="label that lacks"),
        pytest.param(workload("selector: {matchLabels: {app: wep}}"), "app=wep", id="other value"),
        pytest.param(workload(labels="annotations: {}"), "app=web", id="template without labels"),
        pytest.param(
            workload("selector: {matchExpressions: [{key: tier, operator: NotIn, values: [front]}]}"),
            "tier NotIn (front)",
            id="NotIn with the value",
        ),
        pytest.param(
            workload("selector: {matchExpressions: [{key: x, operator: Exists}]}", kind="StatefulSet"),
            "x Exists",
            id="Exists without the key",
        ),
        pytest.param(
            workload("selector: {app: wep}", kind="ReplicationController", version="v1"), "app=wep", id="controller"
        ),
    ],
)
def test_unmet(text: str, unmet: str) -> None:
    outcome = only_reference({"w.yaml": text}).outcome
    assert isinstance(outcome, Broken)
    assert isinstance(outcome.evidence, SelectorUnmet)
    assert ",".join(map(str, outcome.evidence.unmet)) == unmet


@pytest.mark.parametrize("selector", [pytest.param("replicas: 1", id="none"), pytest.param("selector: {}", id="empty")])
def test_missing(selector: str) -> None:
    assert only_reference({"w.yaml": workload(selector)}).outcome == Broken(SelectorMissing())


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        pytest.param(
            {"w.yaml": workload("replicas: 1"), "kustomization.yaml": "resources: [w.yaml]\ncommonLabels: {a: b}"},
            "lists it",
            id="selector and labels added by a kustomization",
        ),
        pytest.param({"w.yaml": workload("replicas: 0", image="env: []")}, "part of an object", id="patch by its look"),
        pytest.param(
            {"w.yaml": workload("replicas: 0"), "kustomization.yaml": "patchesStrategicMerge: [w.yaml]"},
            "part of `kustomization.yaml`",
            id="patch that names its image",
        ),
        pytest.param({"w.yaml": workload(labels="labels: {app: '{{ app }}'}")}, "filled in", id="placeholder"),
    ],
)
def test_unverifiable(files: dict[str, str], reason: str) -> None:
    outcome = only_reference(files).outcome
    assert isinstance(outcome, Unverifiable)
    assert reason in outcome.reason


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(workload("replicas: 1", version="extensions/v1beta1"), id="selector by default in old versions"),
        pytest.param(workload("replicas: 1", version="v1", kind="ReplicationController"), id="optional"),
        pytest.param(workload("replicas: 1", version="batch/v1", kind="Job"), id="the Job controller sets it"),
        pytest.param("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {}\n", id="no workload"),
    ],
)
def test_no_reference(text: str) -> None:
    assert wiring({"w.yaml": text}).workload_selections == ()
