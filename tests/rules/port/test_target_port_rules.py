"""Target ports: what the rules say, and that each keeps to its own cases."""

import pytest

from kgen.config.model import Config
from tests.repositories import deployment, findings, manifests, service

NAME = "target-port-name-missing"
PROTOCOL = "target-port-protocol-mismatch"
NUMBER = "target-port-number-unmatched"
SWAPPED = "swapped-port-and-target-port"
INIT_ONLY = "target-port-init-only"
PARTIAL = "target-port-partial"
RULES = (NAME, PROTOCOL, NUMBER, SWAPPED, INIT_ONLY, PARTIAL)
STRICT = Config(rules={NUMBER: {"strict": True}})
UDP = "[{name: dns, containerPort: 53, protocol: UDP}]"

NAMESPACE = ", namespace: shop"
INIT = "initContainers: [{name: setup, image: p:1, ports: [{name: setup, containerPort: 9}]}]\n"
SIDECAR = (
    "initContainers: [{name: proxy, image: p:1, restartPolicy: Always, ports: [{name: mtls, containerPort: 9}]}]\n"
)
OTHER = deployment("api", ports="[]")
LISTENING = deployment().replace("ports:", "args: ['--bind-address=:8080'], ports:")
JOB = deployment("job", ports="[]").replace("apps/v1", "batch/v1").replace("Deployment", "Job")


def pair(ports: str, declared: str = "[{name: http, containerPort: 80}]") -> dict[str, str]:
    """A Service with these ports, which stand in line 7, and the Deployment that it selects."""
    return {"s.yaml": service(ports=ports), "d.yaml": deployment(ports=declared)}


@pytest.mark.parametrize(
    ("rule", "files", "expected"),
    [
        pytest.param(
            NAME,
            pair("[{port: 8, targetPort: htpp}]"),
            "s.yaml:7 target port `htpp` of Service `web` is no port of Deployment `web`",
            id="name",
        ),
        pytest.param(
            NAME,
            pair("[{port: 8, targetPort: htpp}]")
            | {f"{name}.yaml": deployment(name, ports="[]") for name in ("a", "b", "c")},
            "s.yaml:7 target port `htpp` of Service `web` is no port of Deployment `web` and Deployment `a` and 2 more",
            id="name, four workloads",
        ),
        pytest.param(
            PROTOCOL,
            pair("[{port: 8, targetPort: dns}]", UDP),
            "s.yaml:7 target port `dns` of Service `web` is TCP, its container port UDP",
            id="protocol",
        ),
        pytest.param(
            NUMBER,
            pair("[{port: 8, targetPort: 8080}]"),
            "s.yaml:7 target port `8080` of Service `web` is not declared by Deployment `web`, which has `http:80/TCP`",
            id="number",
        ),
        pytest.param(
            SWAPPED,
            pair("[{port: 80, targetPort: 8080}]"),
            "s.yaml:7 target port `8080` of Service `web` is none of its pods' ports, while its port `80` is one",
            id="swapped",
        ),
        pytest.param(
            INIT_ONLY,
            {"s.yaml": service(ports="[{port: 8, targetPort: setup}]"), "d.yaml": deployment(pod=INIT)},
            "s.yaml:7 target port `setup` of Service `web` "
            "is one of an init container, which ends before the pod serves",
            id="init container",
        ),
        pytest.param(
            PARTIAL,
            {"s.yaml": manifests(service(ports="[{port: 8, targetPort: http}]"), deployment(), OTHER)},
            "s.yaml:7 target port `http` of Service `web` is no port of Deployment `api`, which it selects too",
            id="one of two workloads in a file",
        ),
        pytest.param(
            PARTIAL,
            {
                "s.yaml": service(ports="[{port: 8, targetPort: http}]", more=NAMESPACE),
                "d.yaml": deployment(more=NAMESPACE),
                "e.yaml": deployment("api", ports="[]", more=NAMESPACE),
            },
            "s.yaml:7 target port `http` of Service `web` is no port of Deployment `api`, which it selects too",
            id="one of two workloads in a known namespace",
        ),
    ],
)
def test_reported(rule: str, files: dict[str, str], expected: str) -> None:
    assert findings(rule, files) == [expected]
    assert [each for each in RULES if findings(each, files)] == [rule]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    "files",
    [
        pytest.param(pair("[{port: 8, targetPort: http}]"), id="name met"),
        pytest.param(pair("[{port: 80}]"), id="number met"),
        pytest.param(pair("[{port: 8, targetPort: dns, protocol: UDP}]", UDP), id="protocol met"),
        pytest.param({"s.yaml": service(ports="[{port: 8, targetPort: http}]")}, id="no pods known"),
        pytest.param(
            {"s.yaml": service(selector="App: web", ports="[{port: 8, targetPort: x1}]"), "d.yaml": deployment()},
            id="the selector is at fault",
        ),
        pytest.param(
            {"s.yaml": service(ports="[{port: 8, targetPort: mtls}]"), "d.yaml": deployment(pod=SIDECAR)},
            id="native sidecar",
        ),
        pytest.param(
            {"s.yaml": service(ports="[{port: 8, targetPort: http}]"), "d.yaml": deployment(), "e.yaml": OTHER},
            id="another workload beside, which may be a variant",
        ),
        pytest.param(
            {"s.yaml": manifests(service(ports="[{port: 8, targetPort: http}]"), deployment(), deployment(ports="[]"))},
            id="another version of the workload",
        ),
        pytest.param(
            {"s.yaml": manifests(service(ports="[{port: 8, targetPort: http}]"), deployment(), JOB)},
            id="pods that run to completion",
        ),
        pytest.param(
            {
                "a/s.yaml": service(ports="[{port: 8, targetPort: http}]", more=NAMESPACE),
                "a/d.yaml": deployment(more=NAMESPACE),
                "b/e.yaml": deployment("api", ports="[]", more=NAMESPACE),
            },
            id="a workload of the same namespace in another folder, which may be of another cluster",
        ),
        pytest.param(pair("[{port: 80, targetPort: 8080}]", "[]"), id="no ports declared"),
        pytest.param(
            {"s.yaml": service(ports="[{port: 80, targetPort: 8080}]"), "d.yaml": LISTENING}, id="number in an argument"
        ),
    ],
)
def test_silent(rule: str, files: dict[str, str]) -> None:
    assert findings(rule, files) == []


@pytest.mark.parametrize(
    ("files", "lines"),
    [
        pytest.param(pair("[{port: 80}, {port: 81}]"), 1, id="one of two ports"),
        pytest.param(pair("[{port: 8, targetPort: 8080}]"), 1, id="reported anyway"),
        pytest.param(pair("[{port: 80}]"), 0, id="declared"),
        pytest.param(pair("[{port: 80}]", "[]"), 0, id="pods without declared ports"),
    ],
)
def test_strict(files: dict[str, str], lines: int) -> None:
    assert len(findings(NUMBER, files, STRICT)) == lines
