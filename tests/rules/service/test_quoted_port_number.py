"""Numbers of ports in quotes."""

import pytest

from tests.repositories import deployment, findings
from tests.rules.service.specs import PATCHED, with_spec

RULE = "quoted-port-number"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            with_spec("ports: [{port: 80, targetPort: '8080'}]"),
            "s.yaml:5 targetPort `'8080'` of Service `web` is text, not a number",
            id="target",
        ),
        pytest.param(
            with_spec('ports: [{port: "80"}]'), 's.yaml:5 port `"80"` of Service `web` is text, not a number', id="port"
        ),
        pytest.param(
            with_spec("ports: [{port: 80, nodePort: '30080'}]"),
            "s.yaml:5 nodePort `'30080'` of Service `web` is text, not a number",
            id="node port",
        ),
        pytest.param(
            deployment(ports="[{containerPort: '80'}]"),
            "s.yaml:10 containerPort `'80'` of Deployment `web` is text, not a number",
            id="container",
        ),
        pytest.param(
            deployment(ports="[{containerPort: 80, hostPort: '80'}]"),
            "s.yaml:10 hostPort `'80'` of Deployment `web` is text, not a number",
            id="host",
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    assert findings(RULE, {"s.yaml": text}) == [expected]
    assert findings(RULE, {"s.yaml": text, **PATCHED}) == [expected]


@pytest.mark.parametrize(
    "port",
    [
        pytest.param("{port: 80, targetPort: 8080}", id="numbers"),
        pytest.param("{port: 80, targetPort: http}", id="name"),
        pytest.param("{port: 80, targetPort: 8080-tcp}", id="a name that begins with digits"),
        pytest.param("{port: 'PORT', targetPort: '${PORT}'}", id="placeholders"),
        pytest.param("{port: '{{ .Values.port }}'}", id="template"),
        pytest.param("{port: 80, name: '80'}", id="a name of digits, which has to be in quotes"),
    ],
)
def test_silent(port: str) -> None:
    assert findings(RULE, {"s.yaml": with_spec(f"ports: [{port}]")}) == []
