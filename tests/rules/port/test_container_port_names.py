"""Names of container ports: their form, and that each stands once."""

import pytest

from tests.repositories import deployment, findings

INVALID = "invalid-container-port-name"
DUPLICATE = "duplicate-container-port-name"
IN_PATCH = deployment(ports="[{name: web_admin, containerPort: 80}]").replace("image: example.com/web:1, ", "")
INIT = "initContainers: [{name: setup, image: p:1, ports: [{name: Set, containerPort: 9}]}]\n"
ENDS = "initContainers: [{name: setup, image: p:1, ports: [{name: http, containerPort: 9}]}]\n"
SIDECAR = ENDS.replace("image", "restartPolicy: Always, image")


def named(name: str) -> str:
    """A Deployment whose port has this name, in line 10."""
    return deployment(ports=f"[{{name: {name}, containerPort: 80}}]")


def two_containers(ports: str) -> str:
    """A Deployment whose first container has `http:80`, and the second these ports, in line 11."""
    return deployment() + f"        - {{name: log, image: example.com/log:1, ports: {ports}}}\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(named("web_admin"), "web_admin", id="underscore"),
        pytest.param(named("Http"), "Http", id="capital"),
        pytest.param(named("'8080'"), "8080", id="digits only"),
        pytest.param(named("sixteen-letters1"), "sixteen-letters1", id="16 characters"),
        pytest.param(named("a--b"), "a--b", id="two hyphens in a row"),
        pytest.param(IN_PATCH, "web_admin", id="patch"),
        pytest.param(deployment(pod=INIT), "Set", id="init container"),
        pytest.param(deployment(ports="[{name: WORKERS, value: '2'}]"), "WORKERS", id="variable among the ports"),
    ],
)
def test_invalid_name_is_reported(text: str, name: str) -> None:
    (message,) = findings(INVALID, {"d.yaml": text})
    assert f"name `{name}` of a port of Deployment `web` is none" in message


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(named("http"), id="name"),
        pytest.param(named("fifteen-letters"), id="15 characters"),
        pytest.param(named("a1"), id="digit"),
        pytest.param(named("null"), id="null is as if left out"),
        pytest.param(named("8080"), id="number, the schema's"),
        pytest.param(named("PORT_NAME"), id="placeholder in capitals"),
        pytest.param(named("$(PORT)"), id="variable"),
    ],
)
def test_invalid_name_silent(text: str) -> None:
    assert findings(INVALID, {"d.yaml": text}) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            deployment(ports="[{name: http, containerPort: 80}, {name: http, containerPort: 81}]"),
            "d.yaml:10 port name `http` stands twice in container `web` of Deployment `web`",
            id="one container",
        ),
        pytest.param(
            deployment(ports="[{name: dns, containerPort: 53}, {name: dns, containerPort: 53, protocol: UDP}]"),
            "d.yaml:10 port name `dns` stands twice in container `web` of Deployment `web`",
            id="one container, two protocols",
        ),
        pytest.param(
            two_containers("[{name: http, containerPort: 81}]"),
            "d.yaml:11 port `http:81/TCP` of Deployment `web` has the name of `http:80/TCP` "
            "in container `web`, which wins",
            id="two containers",
        ),
        pytest.param(
            deployment(pod=SIDECAR),
            "d.yaml:11 port `http:9/TCP` of Deployment `web` has the name of `http:80/TCP` "
            "in container `web`, which wins",
            id="native sidecar, which is searched last",
        ),
    ],
)
def test_duplicate_name_is_reported(text: str, expected: str) -> None:
    assert findings(DUPLICATE, {"d.yaml": text}) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(two_containers("[{name: metrics, containerPort: 81}]"), id="two names"),
        pytest.param(two_containers("[{name: http, containerPort: 80, protocol: UDP}]"), id="two protocols"),
        pytest.param(two_containers("[{name: http, containerPort: 80}]"), id="one number"),
        pytest.param(two_containers("[{containerPort: 81}, {containerPort: 82}]"), id="no names"),
        pytest.param(deployment(pod=ENDS), id="init container, which ends"),
        pytest.param(
            deployment(ports="[{name: a, containerPort: 80}, {name: a, containerPort: 81}]").replace("image: ", "x: "),
            id="patch",
        ),
        pytest.param(
            deployment(ports="[{name: $(A), containerPort: 8}, {name: $(A), containerPort: 9}]"), id="variable"
        ),
    ],
)
def test_duplicate_name_silent(text: str) -> None:
    assert findings(DUPLICATE, {"d.yaml": text}) == []
