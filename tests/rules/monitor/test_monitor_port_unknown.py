"""Ports of ServiceMonitors that no selected Service has."""

import pytest

from tests.repositories import deployment, findings, manifests, service

RULE = "monitor-port-unknown"
LABELS = ", labels: {app: web}"
CLUSTER = "apiVersion: ceph.rook.io/v1\nkind: CephCluster\nmetadata: {name: web}\n"


def monitor(*ports: str) -> str:
    """A ServiceMonitor whose first port stands in line 7."""
    endpoints = "".join(f"    - port: {port}\n" for port in ports)
    return (
        "apiVersion: monitoring.coreos.com/v1\n"
        "kind: ServiceMonitor\n"
        "metadata: {name: web}\n"
        "spec:\n"
        "  selector: {matchLabels: {app: web}}\n"
        "  endpoints:\n" + endpoints
    )


def web(ports: str) -> str:
    """The Service that is selected."""
    return service(ports=ports, more=LABELS)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"m.yaml": monitor("metrics"), "s.yaml": web("[{name: http-metrics, port: 80, targetPort: metrics}]")},
            "port `metrics` of ServiceMonitor `web` is no name of a port of Service `web`, "
            "whose port 80 is named `http-metrics`",
            id="name of the target port",
        ),
        pytest.param(
            {"m.yaml": monitor("http"), "s.yaml": web("[{port: 80}]")},
            "port `http` of ServiceMonitor `web` is no name of a port of Service `web`, whose port 80 has no name",
            id="name of the container port behind a number",
        ),
        pytest.param(
            {"m.yaml": monitor("'80'"), "s.yaml": web("[{name: http, port: 80}]")},
            "port `80` of ServiceMonitor `web` is no name of a port of Service `web`, whose port 80 is named `http`",
            id="quoted number",
        ),
        pytest.param(
            {"m.yaml": monitor("8080"), "s.yaml": web("[{name: http, port: 80, targetPort: 8080}]")},
            "port `8080` of ServiceMonitor `web` is no name of a port of Service `web`, whose port 80 is named `http`",
            id="number of the target",
        ),
        pytest.param(
            {"m.yaml": manifests(monitor("metric"), CLUSTER), "s.yaml": web("[{name: metrics, port: 80}]")},
            "port `metric` of ServiceMonitor `web` is no port of Service `web`",
            id="near name, whatever an operator does",
        ),
        pytest.param(
            {"m.yaml": monitor("metrics"), "s.yaml": web("[{name: http, port: 80}]")},
            "port `metrics` of ServiceMonitor `web` is no port of Service `web`",
            id="the only Service has another",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: str) -> None:
    assert findings(RULE, {**files, "d.yaml": deployment()}) == [f"m.yaml:7 {expected}"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"m.yaml": monitor("http"), "s.yaml": web("[{name: http, port: 80}]")}, id="named"),
        pytest.param({"m.yaml": monitor("'80'"), "s.yaml": web("[{name: '80', port: 1}]")}, id="name of digits"),
        pytest.param({"m.yaml": monitor("http"), "s.yaml": service()}, id="nothing is selected"),
        pytest.param(
            {"m.yaml": monitor("http"), "s.yaml": web("[{name: web, port: 80, targetPort: http}]")},
            id="a second Service for the pods of a chart",
        ),
        pytest.param(
            {
                "m.yaml": monitor("http", "metrics"),
                "s.yaml": manifests(web("[{name: http, port: 80}]"), web("[{name: metrics, port: 80}]")),
            },
            id="each in another Service",
        ),
        pytest.param(
            {"m.yaml": monitor("http", "grpc"), "s.yaml": web("[{name: http, port: 80}]"), "d.yaml": deployment()},
            id="one of several is of a Service elsewhere",
        ),
        pytest.param(
            {
                "m.yaml": manifests(monitor("http-metrics"), CLUSTER),
                "s.yaml": web("[{name: dashboard, port: 80}]"),
                "d.yaml": deployment(),
            },
            id="an operator makes a Service with the same labels",
        ),
        pytest.param({"m.yaml": monitor("${PORT}"), "s.yaml": web("[{name: a, port: 80}]")}, id="placeholder"),
        pytest.param(
            {"m.yaml": monitor("http").replace("port: http", "targetPort: 80"), "s.yaml": web("[{port: 80}]")},
            id="target port instead",
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
