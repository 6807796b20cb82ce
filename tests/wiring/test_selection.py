"""How a Service's selector ends: verified, broken with evidence, or unverifiable with a reason."""

import pytest

from kgen.wiring.evidence import Namesake, NearLabel, OnlyInMetadata, OtherNamespace
from kgen.wiring.outcome import Broken, Unverifiable, Verified
from tests.repositories import deployment, manifests, selection, service, wiring

OPERATED = "apiVersion: example.com/v1\nkind: Database\nmetadata: {name: db}\n"
RELEASE = "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: shop, namespace: shop}\n"
STATEFUL = deployment("db", "app: db").replace("Deployment", "StatefulSet")
JOB = """\
    apiVersion: batch/v1
    kind: Job
    metadata: {name: load}
    spec:
      template:
        spec:
          containers: [{name: load, image: example.com/load:1}]
    """


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.yaml": manifests(service(), deployment())}, id="in one file"),
        pytest.param({"a.yaml": service(), "b.yaml": deployment()}, id="in one folder"),
        pytest.param({"svc/a.yaml": service(), "deploy/a.yaml": deployment()}, id="in sibling folders"),
        pytest.param({"a.yaml": service(), "b.yaml": deployment(labels="app: web, tier: front")}, id="more labels"),
        pytest.param(
            {"a/b/c/s.yaml": service(more=", namespace: x"), "d.yaml": deployment(more=", namespace: x")},
            id="far apart in one known namespace",
        ),
        pytest.param(
            {
                "s.yaml": service(selector="app: db, statefulset.kubernetes.io/pod-name: db-2"),
                "d.yaml": STATEFUL,
            },
            id="label that the StatefulSet controller adds",
        ),
        pytest.param({"s.yaml": service(selector="job-name: load"), "j.yaml": JOB}, id="label of the Job controller"),
        pytest.param(
            {"a.yaml": service(selector="version: 1.10"), "b.yaml": deployment(labels="version: 1.10")},
            id="number as label, wrong in type only",
        ),
        pytest.param(
            {
                "kustomization.yaml": "resources: [s.yaml, d.yaml]\nnamespace: shop\n",
                "s.yaml": service(more=", namespace: a"),
                "d.yaml": deployment(more=", namespace: b"),
            },
            id="namespaces that a kustomization unites",
        ),
    ],
)
def test_verified(files: dict[str, str]) -> None:
    assert selection(files).outcome == Verified()


@pytest.mark.parametrize(
    ("files", "evidence"),
    [
        pytest.param(
            {"a.yaml": manifests(service(selector="app: fronted"), deployment(labels="app: frontend"))},
            NearLabel,
            id="value off by a character",
        ),
        pytest.param({"s.yaml": service(selector="App: web"), "d.yaml": deployment()}, NearLabel, id="case of the key"),
        pytest.param({"s.yaml": service(selector="app: 'web '"), "d.yaml": deployment()}, NearLabel, id="space"),
        pytest.param(
            {
                "s.yaml": service(selector="app: frontent"),
                "d.yaml": deployment(labels="app: frontend"),
                "r.yaml": RELEASE,
            },
            NearLabel,
            id="value off by a character beside a HelmRelease",
        ),
        pytest.param(
            {
                "tests/s.yaml": service(selector="app: backned"),
                "tests/o.yaml": OPERATED,
                "base/d.yaml": deployment(labels="app: backend"),
            },
            NearLabel,
            id="value off by a character in the next folder, beside an operator's object",
        ),
        pytest.param(
            {
                "s.yaml": manifests(
                    service(selector="k8s-app: kube-staet-metrics"), deployment(labels="k8s-app: kube-state-metrics")
                )
            },
            NearLabel,
            id="value off by a character in one file, though others set such labels at run time",
        ),
        pytest.param(
            {"s.yaml": service("web-svc", "tier: front"), "d.yaml": deployment("web-deployment", "tier: back")},
            Namesake,
            id="workload of the Service's name",
        ),
        pytest.param(
            {
                "svc/s.yaml": service("shop", "app: shop-deployment"),
                "deploy/d.yaml": deployment(more=", labels: {app: shop-deployment}"),
            },
            OnlyInMetadata,
            id="labels of the Deployment itself",
        ),
        pytest.param(
            {"s.yaml": service(more=", namespace: a"), "d.yaml": deployment(more=", namespace: b")},
            OtherNamespace,
            id="another namespace",
        ),
        pytest.param(
            {
                "kustomization.yaml": "resources: [s.yaml, d.yaml]\n",
                "s.yaml": service(selector="App: web"),
                "d.yaml": deployment(),
            },
            NearLabel,
            id="in a kustomization that changes nothing",
        ),
    ],
)
def test_broken(files: dict[str, str], evidence: type) -> None:
    outcome = selection(files).outcome
    assert isinstance(outcome, Broken)
    assert isinstance(outcome.evidence, evidence)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        pytest.param({"s.yaml": service()}, "no pod template matches", id="a Service alone in a folder"),
        pytest.param(
            {"s.yaml": service(), "d.yaml": deployment("db", "app: db")}, "no pod template matches", id="other workload"
        ),
        pytest.param(
            {"s.yaml": service("web-1", "app: web-1"), "d.yaml": deployment("web-2", "app: web-2")},
            "no pod template matches",
            id="numbered variants",
        ),
        pytest.param(
            {
                "s.yaml": manifests(service("order", "app: order"), service("orders", "app: orders")),
                "d.yaml": deployment("orders", "app: orders"),
            },
            "no pod template matches",
            id="two names, one of them a chart's",
        ),
        pytest.param(
            {"s.yaml": service("db", "app: db"), "d.yaml": OPERATED}, "Database `db` may deploy", id="operator"
        ),
        pytest.param(
            {"a/s.yaml": service("shop", "app: shop", more=", namespace: shop"), "b/c/d/r.yaml": RELEASE},
            "HelmRelease `shop` may deploy",
            id="HelmRelease in the same namespace",
        ),
        pytest.param(
            {"a.yaml": service("shop", "app: shop"), "b.yaml": RELEASE},
            "HelmRelease `shop` may deploy",
            id="HelmRelease beside it, namespace unknown",
        ),
        pytest.param(
            {"s.yaml": service("api", "component: kube-apiserver"), "d.yaml": deployment("api", "app: api")},
            "static pods",
            id="static pods of the control plane",
        ),
        pytest.param(
            {"s.yaml": service(selector="app: web, vault-active: 'true'"), "d.yaml": deployment()},
            "set by Vault",
            id="label set at run time",
        ),
        pytest.param(
            {"s.yaml": service(), "d.yaml": deployment("web", "app: weeb").replace("spec:\n", "spec: [\n", 1)},
            "`d.yaml` cannot be read",
            id="unparsable Deployment beside it",
        ),
        pytest.param(
            {
                "svc/s.yaml": service("web", "app: shop"),
                "deploy/d.yaml": "kind: Deployment\napiVersion: apps/v1\nx: {{ app: shop }}\n  - y",
                "deploy/e.yaml": deployment("web", "app: web"),
            },
            "`deploy/d.yaml` cannot be read",
            id="unparsable file of a sibling folder that speaks of it",
        ),
        pytest.param(
            {
                "go/s.yaml": service(selector="app: redis-replica"),
                "go/d.yaml": deployment(labels="app: redis-replcia"),
                "php/d.yaml": deployment(labels="app: redis-replica"),
            },
            "nearly does",
            id="pods of a sibling example in place of its own, which a slip has cut off",
        ),
        pytest.param(
            {"s.yaml": service(selector="app: '${APP}'"), "d.yaml": deployment()}, "filled in", id="placeholder"
        ),
        pytest.param(
            {"s.yaml": service(selector="app: "), "d.yaml": deployment(labels="app: ")}, "filled in", id="no value yet"
        ),
        pytest.param(
            {
                "kustomization.yaml": "resources: [s.yaml, d.yaml]\ncommonLabels: {app: web}\n",
                "s.yaml": service(selector="App: web"),
                "d.yaml": deployment(),
            },
            "`kustomization.yaml` lists it",
            id="labels that a kustomization adds",
        ),
        pytest.param(
            {
                "base/kustomization.yaml": "resources: [s.yaml, d.yaml]\n",
                "base/s.yaml": service(selector="App: web"),
                "base/d.yaml": deployment(),
                "over/kustomization.yaml": "resources: [../base]\npatches: [{path: p.yaml}]\n",
            },
            "lists it and may change it",
            id="base of an overlay with patches",
        ),
        pytest.param(
            {
                "kustomization.yaml": "resources: [d.yaml]\npatches: [{path: s.yaml}]\n",
                "s.yaml": service(selector="App: web"),
                "d.yaml": deployment(),
            },
            "part of `kustomization.yaml`",
            id="a patch is not a whole object",
        ),
        pytest.param(
            {
                "chart/Chart.yaml": "apiVersion: v2\nname: web\n",
                "chart/templates/s.yaml": service(selector="App: web"),
                "chart/templates/d.yaml": deployment(),
            },
            "Helm chart",
            id="chart template that happens to be YAML",
        ),
        pytest.param(
            {
                "flux.yaml": """\
                    apiVersion: kustomize.toolkit.fluxcd.io/v1
                    kind: Kustomization
                    metadata: {name: apps}
                    spec: {path: ./apps, patches: [{patch: x}]}
                    """,
                "apps/web/s.yaml": service(selector="App: web"),
                "apps/web/d.yaml": deployment(),
            },
            "Kustomization `apps` of Flux",
            id="patched by Flux",
        ),
        pytest.param(
            {"lessons/1/k8s/s.yaml": service(), "lessons/2/k8s/d.yaml": deployment()},
            "another part of the repository",
            id="pods of an unrelated folder",
        ),
        pytest.param(
            {
                "s.yaml": service(selector="vm.example.com: a"),
                "vm.yaml": """\
                    apiVersion: kubevirt.io/v1
                    kind: VirtualMachineSet
                    metadata: {name: a}
                    """,
            },
            "may deploy its pods",
            id="custom resource of unknown kind",
        ),
        pytest.param(
            {
                "s.yaml": service("web", "app: web, version: v2"),
                "patch.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: "
                "{metadata: {labels: {app: web, version: v1}}, spec: {containers: [{name: web}]}}}\n",
            },
            "no pod template matches",
            id="Deployment that is a patch by its look",
        ),
    ],
)
def test_unverifiable(files: dict[str, str], reason: str) -> None:
    outcome = selection(files).outcome
    assert isinstance(outcome, Unverifiable)
    assert reason in outcome.reason


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(service(selector=""), id="empty selector"),
        pytest.param("apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 1}]}", id="none"),
        pytest.param(service().replace("spec:", "spec:\n  type: ExternalName"), id="ExternalName"),
        pytest.param(service().replace("v1", "serving.knative.dev/v1"), id="Knative's Service"),
        pytest.param("apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:", id="no spec"),
        pytest.param("apiVersion: v1\nkind: Service\nspec: {selector: [a], ports: 1}", id="wrong types"),
    ],
)
def test_no_reference(text: str) -> None:
    assert wiring({"s.yaml": text, "d.yaml": deployment("db", "app: db")}).selections == ()


def test_the_nearest_pods_are_selected() -> None:
    files = {"a/s.yaml": service(), "a/d.yaml": deployment("near"), "b/d.yaml": deployment("far")}
    assert [pod.resource.name for pod in selection(files).pods] == ["near"]
