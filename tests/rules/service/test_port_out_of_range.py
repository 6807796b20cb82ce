"""Numbers that are none of a port."""

import pytest

from tests.repositories import deployment, findings
from tests.rules.service.specs import PATCHED, with_spec

RULE = "port-out-of-range"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            with_spec("ports: [{port: 0}]"), "s.yaml:5 port `0` of Service `web` is not between 1 and 65535", id="0"
        ),
        pytest.param(with_spec("ports: [{port: 65536}]"), "s.yaml:5 port `65536`", id="one above"),
        pytest.param(with_spec("ports: [{port: 80, targetPort: 80801}]"), "s.yaml:5 targetPort `80801`", id="target"),
        pytest.param(with_spec("ports: [{port: 80, targetPort: -1}]"), "s.yaml:5 targetPort `-1`", id="negative"),
        pytest.param(deployment(ports="[{containerPort: 0}]"), "s.yaml:10 containerPort `0`", id="container"),
        pytest.param(
            deployment(ports="[{containerPort: 80, hostPort: 70000}]"),
            "s.yaml:10 hostPort `70000` of Deployment `web`",
            id="host",
        ),
        pytest.param(
            deployment(pod="initContainers: [{name: a, image: b, ports: [{containerPort: 99999}]}]"),
            "s.yaml:11 containerPort `99999`",
            id="init container",
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    (message,) = findings(RULE, {"s.yaml": text})
    assert message.startswith(expected)


def test_reported_in_a_patch() -> None:
    assert len(findings(RULE, {"s.yaml": with_spec("ports: [{port: 80801}]"), **PATCHED})) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(with_spec("ports: [{port: 1, targetPort: 65535}]"), id="first and last"),
        pytest.param(with_spec("ports: [{port: 80, targetPort: 0}]"), id="a target of 0 is as if left out"),
        pytest.param(deployment(ports="[{containerPort: 80, hostPort: 0}]"), id="a host port of 0 likewise"),
        pytest.param(with_spec("ports: [{port: null}]"), id="null: to be filled in"),
        pytest.param(with_spec("ports: [{port: 80, targetPort: http}]"), id="name"),
        pytest.param(with_spec("ports: [{port: PORT, targetPort: '${PORT}'}]"), id="placeholders"),
        pytest.param(with_spec("ports: [{port: 80, nodePort: 99999}]"), id="a node port has another range"),
    ],
)
def test_silent(text: str) -> None:
    assert findings(RULE, {"s.yaml": text}) == []
