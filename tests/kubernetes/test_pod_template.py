"""Pod templates of built-in and custom kinds, and their ports."""

import pytest

from kgen.kubernetes.added_labels import adds_label, runtime_label
from kgen.kubernetes.pod_template import PodTemplate, pod_template, pod_templates
from tests.repositories import repository

POD = "metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web}]}"


def templates(api_version: str, kind: str, spec: str) -> list[PodTemplate]:
    """The pod templates of an object."""
    text = f"apiVersion: {api_version}\nkind: {kind}\nmetadata: {{name: web}}\n{spec}\n"
    (resource,) = repository({"a.yaml": text}).resources
    return pod_templates(resource)


def template(pod: str) -> PodTemplate:
    """The template of a Deployment, from what its pod's spec holds."""
    (found,) = templates("apps/v1", "Deployment", f"spec: {{template: {{spec: {{{pod}}}}}}}")
    return found


@pytest.mark.parametrize(
    ("api_version", "kind", "spec", "count"),
    [
        pytest.param("apps/v1", "Deployment", f"spec: {{template: {{{POD}}}}}", 1, id="Deployment"),
        pytest.param("apps/v1", "StatefulSet", f"spec: {{template: {{{POD}}}}}", 1, id="StatefulSet"),
        pytest.param("apps/v1", "DaemonSet", f"spec: {{template: {{{POD}}}}}", 1, id="DaemonSet"),
        pytest.param("v1", "ReplicationController", f"spec: {{template: {{{POD}}}}}", 1, id="ReplicationController"),
        pytest.param("v1", "PodTemplate", f"template: {{{POD}}}", 1, id="PodTemplate"),
        pytest.param(
            "batch/v1", "CronJob", f"spec: {{jobTemplate: {{spec: {{template: {{{POD}}}}}}}}}", 1, id="CronJob"
        ),
        pytest.param("argoproj.io/v1alpha1", "Rollout", f"spec: {{template: {{{POD}}}}}", 1, id="Rollout"),
        pytest.param(
            "argoproj.io/v1alpha1", "Rollout", "spec: {workloadRef: {name: web}}", 0, id="Rollout by reference"
        ),
        pytest.param(
            "leaderworkerset.x-k8s.io/v1",
            "LeaderWorkerSet",
            f"spec: {{leaderWorkerTemplate: {{leaderTemplate: {{{POD}}}, workerTemplate: {{{POD}}}}}}}",
            2,
            id="leader and workers",
        ),
        pytest.param(
            "jobset.x-k8s.io/v1alpha2",
            "JobSet",
            f"spec: {{replicatedJobs: [{{template: {{spec: {{template: {{{POD}}}}}}}}}, {{}}]}}",
            1,
            id="each item",
        ),
        pytest.param(
            "kubeflow.org/v1",
            "PyTorchJob",
            f"spec: {{pytorchReplicaSpecs: {{Master: {{template: {{{POD}}}}}, Worker: {{template: {{{POD}}}}}}}}}",
            2,
            id="each value",
        ),
        pytest.param("v1", "Service", f"spec: {{template: {{{POD}}}}}", 0, id="no workload"),
        pytest.param("example.com/v1", "Deployment", f"spec: {{template: {{{POD}}}}}", 0, id="another group"),
        pytest.param("apps/v1", "Deployment", "spec: {template: }", 0, id="no template"),
        pytest.param("apps/v1", "Deployment", "spec: [1]", 0, id="wrong type"),
    ],
)
def test_where_templates_are(api_version: str, kind: str, spec: str, count: int) -> None:
    found = templates(api_version, kind, spec)
    assert [each.labels for each in found] == [{"app": "web"}] * count


def test_a_pod_is_its_own_template() -> None:
    text = f"apiVersion: v1\nkind: Pod\n{POD.replace(', spec', chr(10) + 'spec')}\n"
    (resource,) = repository({"a.yaml": text}).resources
    pod = pod_template(resource)
    assert pod is not None
    assert pod.labels == {"app": "web"}
    assert pod.node == resource.node


def test_no_template() -> None:
    (resource,) = repository({"a.yaml": "apiVersion: v1\nkind: ConfigMap\n"}).resources
    assert pod_template(resource) is None


def test_ports_in_the_order_in_which_names_are_looked_for() -> None:
    pod = template(
        "initContainers: [{name: a, ports: [{name: http, containerPort: 1}]},"
        " {name: b, restartPolicy: Always, ports: [{name: http, containerPort: 2}]}],"
        " containers: [{name: c, ports: [{name: http, containerPort: 3, protocol: UDP}]},"
        " {name: d, ports: [{name: http, containerPort: 4}, {containerPort: x}]}]"
    )
    assert [str(port) for port in pod.ports] == ["http:3/UDP", "http:4/TCP", "None/TCP", "http:2/TCP"]
    assert [each.name for each in pod.init_containers] == ["a"]
    found = pod.port_named("http", "TCP")
    assert found is not None
    assert found.number == 4
    assert pod.port_named("http", "SCTP") is None


@pytest.mark.parametrize(
    ("pod", "whole"),
    [
        pytest.param("containers: [{name: a, image: b}]", True, id="name and image"),
        pytest.param("containers: [{name: a}]", False, id="no image"),
        pytest.param("containers: [{name: a, image: b}, {name: c}]", False, id="one of two"),
        pytest.param("containers: []", False, id="no container"),
        pytest.param("replicas: 1", False, id="nothing"),
    ],
)
def test_whole_templates(pod: str, *, whole: bool) -> None:
    assert template(pod).is_whole is whole


@pytest.mark.parametrize(
    ("kind", "key", "value", "added"),
    [
        pytest.param("StatefulSet", "statefulset.kubernetes.io/pod-name", "web-12", True, id="pod of a StatefulSet"),
        pytest.param("StatefulSet", "statefulset.kubernetes.io/pod-name", "web-x", False, id="no ordinal"),
        pytest.param("StatefulSet", "statefulset.kubernetes.io/pod-name", "db-1", False, id="another's pod"),
        pytest.param("StatefulSet", "apps.kubernetes.io/pod-index", "0", True, id="index"),
        pytest.param("Deployment", "pod-template-hash", "abc", True, id="hash"),
        pytest.param("Deployment", "topology.kubernetes.io/zone", "a", True, id="every pod"),
        pytest.param("Deployment", "statefulset.kubernetes.io/pod-name", "web-0", False, id="another controller's"),
        pytest.param("Deployment", "app", "web", False, id="nobody's"),
    ],
)
def test_labels_that_controllers_add(kind: str, key: str, value: str, *, added: bool) -> None:
    (pod,) = templates("apps/v1", kind, f"spec: {{template: {{{POD}}}}}")
    assert adds_label(pod, key, value) is added


@pytest.mark.parametrize(
    ("key", "value", "by"),
    [
        pytest.param("cnpg.io/cluster", "db", "CloudNativePG", id="prefix"),
        pytest.param("vault-active", "true", "Vault", id="key"),
        pytest.param("component", "kube-apiserver", "the kubelet's static pods", id="key and value"),
        pytest.param("component", "frontend", None, id="the key with another value"),
        pytest.param("app", "web", None, id="nobody's"),
    ],
)
def test_labels_set_at_run_time(key: str, value: str, by: str | None) -> None:
    found = runtime_label(key, value)
    assert (found and found.by) == by
