"""Probes and hooks that name a port of their container."""

import pytest

from tests.repositories import deployment, findings

RULE = "probe-port-name-missing"


def probed(probe: str, ports: str = "[{name: http, containerPort: 80}]", image: str = "image") -> str:
    """A Deployment whose container has this probe or hook in line 10."""
    return deployment(ports=ports).replace("image:", f"{probe}, {image}:")


def beside(probe: str) -> str:
    """The same with a second container, in line 11, that has this probe."""
    return deployment() + f"        - {{name: log, image: example.com/log:1, {probe}}}\n"


INIT = "initContainers: [{name: setup, image: p:1, startupProbe: {tcpSocket: {port: http}}}]\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            probed("readinessProbe: {httpGet: {port: web}}"),
            "d.yaml:10 port `web` of readinessProbe is no port of container `web` of Deployment `web`",
            id="readiness",
        ),
        pytest.param(
            probed("livenessProbe: {tcpSocket: {port: http}}", "[{containerPort: 80}]"),
            "d.yaml:10 port `http` of livenessProbe is no port of container `web` of Deployment `web`",
            id="liveness, port without name",
        ),
        pytest.param(
            probed("lifecycle: {preStop: {httpGet: {port: htpp}}}"),
            "d.yaml:10 port `htpp` of preStop is no port of container `web` of Deployment `web`",
            id="hook",
        ),
        pytest.param(
            beside("startupProbe: {httpGet: {port: http}}"),
            "d.yaml:11 port `http` of startupProbe is no port of container `log` of Deployment `web`",
            id="port of another container",
        ),
        pytest.param(
            probed("readinessProbe: {httpGet: {port: '80'}}"),
            "d.yaml:10 port `80` of readinessProbe is no port of container `web` of Deployment `web`",
            id="number in quotes",
        ),
        pytest.param(
            deployment(pod=INIT),
            "d.yaml:11 port `http` of startupProbe is no port of container `setup` of Deployment `web`",
            id="init container",
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    assert findings(RULE, {"d.yaml": text}) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"d.yaml": probed("readinessProbe: {httpGet: {port: http}}")}, id="name"),
        pytest.param({"d.yaml": probed("readinessProbe: {httpGet: {port: 9}}")}, id="number, not declared"),
        pytest.param({"d.yaml": probed("readinessProbe: {grpc: {port: 9}}")}, id="gRPC"),
        pytest.param({"d.yaml": probed("readinessProbe: {exec: {command: [a]}}")}, id="command"),
        pytest.param({"d.yaml": probed("readinessProbe: null")}, id="null"),
        pytest.param({"d.yaml": probed("readinessProbe: {httpGet: {port: $(PORT)}}")}, id="variable"),
        pytest.param({"d.yaml": probed("readinessProbe: {httpGet: {port: PORT}}")}, id="placeholder in capitals"),
        pytest.param({"d.yaml": probed("readinessProbe: {httpGet: {port: web}}", image="command")}, id="patch"),
        pytest.param(
            {
                "d.yaml": probed("readinessProbe: {httpGet: {port: web}}", "[]"),
                "kustomization.yaml": "resources: [d.yaml]\npatches: [{path: p.yaml}]",
            },
            id="a kustomization may add the port",
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
