"""Outcomes of the references of monitors, autoscalers, budgets, policies and StatefulSets."""

import pytest

from kgen.wiring.outcome import Unverifiable, Verified
from tests.repositories import deployment, service, wiring

PDB = (
    "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {selector: {matchLabels: {app: web}}}"
)
HPA = (
    "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\n"
    "spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}"
)
MONITOR = (
    "apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: a}\n"
    "spec: {selector: {matchLabels: {app: web}}, endpoints: [{port: http}]}"
)
POLICY = (
    "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\n"
    "spec: {podSelector: {matchLabels: {app: web}}, ingress: [{ports: [{port: http}]}]}"
)
STATEFUL = deployment().replace("Deployment", "StatefulSet").replace("spec:\n", "spec:\n  serviceName: web\n", 1)
LABELLED = service(ports="[{name: http, port: 80}]", more=", labels: {app: web}")
CHART = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop}\n"


@pytest.mark.parametrize(
    ("text", "target", "count"),
    [
        pytest.param(PDB, deployment(), 1, id="budget"),
        pytest.param(HPA, deployment(), 1, id="autoscaler"),
        pytest.param(POLICY, deployment(), 2, id="policy and its port"),
        pytest.param(MONITOR, LABELLED, 2, id="monitor and its port"),
        pytest.param(STATEFUL, LABELLED, 1, id="StatefulSet"),
    ],
)
class TestOfEachKind:
    """The same target in different surroundings."""

    def test_a_target_beside_it_is_verified(self, text: str, target: str, count: int) -> None:
        references = wiring({"a.yaml": text, "t.yaml": target}).operations.references
        assert [each.outcome for each in references] == [Verified()] * count

    def test_what_a_kustomization_may_change_is_unverifiable(self, text: str, target: str, count: int) -> None:
        root = "resources: [a.yaml, t.yaml]\npatches: [{patch: x}]"
        files = {"a.yaml": text, "t.yaml": target, "kustomization.yaml": root}
        references = wiring(files).operations.references
        assert [type(each.outcome) for each in references] == [Unverifiable] * count


@pytest.mark.parametrize(
    "text", [PDB, HPA, POLICY, MONITOR, STATEFUL], ids=["budget", "scaler", "policy", "monitor", "set"]
)
def test_a_missing_target_may_come_from_a_chart(text: str) -> None:
    first = wiring({"a.yaml": text, "c.yaml": CHART}).operations.references[0]
    assert isinstance(first.outcome, Unverifiable)
    assert "Application `shop` may deploy" in first.outcome.reason
