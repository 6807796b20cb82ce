"""Ports of the node: two that take the same, and numbers that differ on the host network."""

import pytest

from tests.repositories import deployment, findings, manifests

CONFLICT = "host-port-conflict"
MISMATCH = "host-network-port-mismatch"
ON_HOST = "hostNetwork: true\n"


def daemon_set(name: str = "web", ports: str = "[{containerPort: 80, hostPort: 80}]", pod: str = "") -> str:
    """A DaemonSet of these ports, in line 10."""
    return deployment(name, ports=ports, pod=pod).replace("Deployment", "DaemonSet")


def second_container(ports: str) -> str:
    """One more container at the end of a workload, in line 11."""
    return f"        - {{name: log, image: example.com/log:1, ports: {ports}}}\n"


TWICE = daemon_set() + second_container("[{containerPort: 81, hostPort: 80}]")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"d.yaml": TWICE}, "d.yaml:11 port `80/TCP` of the node is asked for twice in DaemonSet `web`", id="one pod"
        ),
        pytest.param(
            {"d.yaml": TWICE.replace("DaemonSet", "Deployment")},
            "d.yaml:11 port `80/TCP` of the node is asked for twice in Deployment `web`",
            id="Deployment",
        ),
        pytest.param(
            {"d.yaml": daemon_set(ports="[{containerPort: 80}, {containerPort: 80, hostPort: 80}]", pod=ON_HOST)},
            "d.yaml:10 port `80/TCP` of the node is asked for twice in DaemonSet `web`",
            id="host network, hostPort left out",
        ),
        pytest.param(
            {"d.yaml": daemon_set() + second_container("[{containerPort: 81, hostPort: 80, hostIP: 0.0.0.0}]")},
            "d.yaml:11 port `80/TCP` of the node is asked for twice in DaemonSet `web`",
            id="all addresses in other words",
        ),
        pytest.param(
            {"d.yaml": manifests(daemon_set("a"), daemon_set("b"))},
            "d.yaml:21 port `80/TCP` of every node is asked for by DaemonSet `b` and by DaemonSet `a`",
            id="two DaemonSets in a file",
        ),
        pytest.param(
            {"a.yaml": daemon_set("a"), "b.yaml": daemon_set("b", "[{containerPort: 80}]", ON_HOST)},
            "b.yaml:10 port `80/TCP` of every node is asked for by DaemonSet `b` and by DaemonSet `a`",
            id="two DaemonSets in a folder, one on the host network",
        ),
    ],
)
def test_conflict_is_reported(files: dict[str, str], expected: str) -> None:
    assert findings(CONFLICT, files) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"d.yaml": daemon_set() + second_container("[{containerPort: 80}]")}, id="one is the pod's own"),
        pytest.param(
            {"d.yaml": daemon_set() + second_container("[{containerPort: 80, hostPort: 80, protocol: UDP}]")},
            id="two protocols",
        ),
        pytest.param(
            {"d.yaml": daemon_set() + second_container("[{containerPort: 81, hostPort: 80, hostIP: 127.0.0.1}]")},
            id="two addresses",
        ),
        pytest.param(
            {"d.yaml": daemon_set(ports="[{containerPort: 1, hostPort: 0}, {containerPort: 2, hostPort: 0}]")},
            id="0 is none",
        ),
        pytest.param(
            {"d.yaml": manifests(deployment("a", ports="[{containerPort: 1, hostPort: 80}]"), daemon_set())},
            id="a Deployment's pods may be on other nodes",
        ),
        pytest.param(
            {"d.yaml": manifests(daemon_set("a"), daemon_set("b", pod="nodeSelector: {os: x}\n"))}, id="chosen nodes"
        ),
        pytest.param({"d.yaml": manifests(daemon_set(), daemon_set())}, id="versions of one object"),
        pytest.param({"a/d.yaml": daemon_set("a"), "b/d.yaml": daemon_set("b")}, id="folders side by side"),
        pytest.param({"d.yaml": TWICE.replace("image: example.com/web:1, ", "")}, id="patch"),
    ],
)
def test_conflict_silent(files: dict[str, str]) -> None:
    assert findings(CONFLICT, files) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(daemon_set(ports="[{containerPort: 8080, hostPort: 80}]", pod=ON_HOST), id="DaemonSet"),
        pytest.param(deployment(ports="[{containerPort: 8080, hostPort: 80}]", pod=ON_HOST), id="Deployment"),
    ],
)
def test_mismatch_is_reported(text: str) -> None:
    (message,) = findings(MISMATCH, {"d.yaml": text})
    assert message.startswith("d.yaml:10 hostPort `80` of")
    assert message.endswith("is not its containerPort `8080` on the host network")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(daemon_set(ports="[{containerPort: 8080, hostPort: 80}]"), id="network of its own"),
        pytest.param(daemon_set(pod=ON_HOST), id="one number"),
        pytest.param(daemon_set(ports="[{containerPort: 80}]", pod=ON_HOST), id="hostPort left out"),
        pytest.param(daemon_set(ports="[{containerPort: 80, hostPort: 0}]", pod=ON_HOST), id="hostPort 0"),
        pytest.param(daemon_set(ports="[{containerPort: 80, hostPort: $(P)}]", pod=ON_HOST), id="variable"),
    ],
)
def test_mismatch_silent(text: str) -> None:
    assert findings(MISMATCH, {"d.yaml": text}) == []
