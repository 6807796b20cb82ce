"""Ports of PodMonitors that no selected pod has."""

import pytest

from tests.repositories import deployment, findings

RULE = "podmonitor-port-unknown"
POD_MONITOR = """\
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  podMetricsEndpoints:
    - port: %s
"""
POD_MONITORING = POD_MONITOR.replace("coreos.com", "googleapis.com").replace("podMetricsEndpoints", "endpoints")
GOOGLE = POD_MONITORING.replace("kind: PodMonitor", "kind: PodMonitoring")
SIDECAR = "initContainers: [{name: a, image: b, restartPolicy: Always, ports: [{name: metrics, containerPort: 1}]}]"


@pytest.mark.parametrize(
    ("monitor", "reported"),
    [
        pytest.param(POD_MONITOR % "metrics", "port `metrics` of PodMonitor `web`", id="no such name"),
        pytest.param(POD_MONITOR % "'80'", "port `80` of PodMonitor `web`", id="quoted number"),
        pytest.param(POD_MONITOR % "80", "port `80` of PodMonitor `web`", id="number"),
        pytest.param(GOOGLE % "metrics", "port `metrics` of PodMonitoring `web`", id="of Google"),
    ],
)
def test_reported(monitor: str, reported: str) -> None:
    found = findings(RULE, {"m.yaml": monitor, "d.yaml": deployment()})
    assert found == [f"m.yaml:7 {reported} is no port of Deployment `web`"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"m.yaml": POD_MONITOR % "http", "d.yaml": deployment()}, id="named"),
        pytest.param({"m.yaml": GOOGLE % "80", "d.yaml": deployment()}, id="number where one is taken"),
        pytest.param({"m.yaml": POD_MONITOR % "metrics", "d.yaml": deployment(pod=SIDECAR)}, id="native sidecar"),
        pytest.param({"m.yaml": POD_MONITOR % "http-envoy-prom", "d.yaml": deployment()}, id="injected sidecar"),
        pytest.param({"m.yaml": POD_MONITOR % "metrics", "d.yaml": deployment(labels="app: db")}, id="no pods"),
        pytest.param(
            {"m.yaml": POD_MONITOR % "metrics", "d.yaml": deployment().replace("image: example.com/web:1, ", "")},
            id="the pods are of a patch",
        ),
        pytest.param(
            {
                "m.yaml": POD_MONITOR % "metrics",
                "d.yaml": deployment(),
                "e.yaml": deployment("worker", ports="[{name: metrics, containerPort: 1}]").replace(
                    "app: worker", "app: web"
                ),
            },
            id="one of the workloads has it",
        ),
        pytest.param(
            {
                "m.yaml": POD_MONITOR % "metrics",
                "base/d.yaml": deployment(),
                "base/kustomization.yaml": "resources: [d.yaml]\npatches: [{patch: x}]",
            },
            id="base that an overlay patches",
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
