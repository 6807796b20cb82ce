"""Names that ports cannot have."""

import pytest

from tests.repositories import findings
from tests.rules.service.specs import PATCHED, with_spec

RULE = "invalid-port-name"
FORM = "is no port name: it takes up to 63 lower case letters, digits and hyphens"


@pytest.mark.parametrize(
    ("ports", "expected"),
    [
        pytest.param("[{name: web_http, port: 80}]", f"name `web_http` of Service `web` {FORM}", id="underscore"),
        pytest.param("[{name: HTTP, port: 80}]", f"name `HTTP` of Service `web` {FORM}", id="capitals"),
        pytest.param("[{name: web.http, port: 80}]", f"name `web.http` of Service `web` {FORM}", id="dot"),
        pytest.param(f"[{{name: {'a' * 64}, port: 80}}]", FORM, id="64 characters"),
        pytest.param(
            "[{name: 80, port: 80}]", "name `80` of a port of Service `web` is not text for YAML", id="number"
        ),
        pytest.param(
            "[{name: on, port: 80}]", "name `on` of a port of Service `web` is not text for YAML", id="boolean"
        ),
        pytest.param(
            "[{name: a, port: 80}, {name: a, port: 81}]", "two ports of Service `web` have the name `a`", id="twice"
        ),
        pytest.param(
            "[{port: 80, targetPort: sixteen-letters1}]",
            "targetPort `sixteen-letters1` of Service `web` is no port name: it takes up to 15",
            id="target of 16 characters",
        ),
        pytest.param("[{port: 80, targetPort: web_http}]", "targetPort `web_http`", id="target with underscore"),
    ],
)
def test_reported(ports: str, expected: str) -> None:
    (message,) = findings(RULE, {"s.yaml": with_spec(f"ports: {ports}")})
    assert message.startswith("s.yaml:5 ")
    assert expected in message


def test_reported_in_a_patch() -> None:
    assert len(findings(RULE, {"s.yaml": with_spec("ports: [{name: A b, port: 80}]"), **PATCHED})) == 1


@pytest.mark.parametrize(
    "ports",
    [
        pytest.param("[{name: http, port: 80}]", id="plain"),
        pytest.param("[{name: subdomain-simple-port-name, port: 80}]", id="over 15 characters, legal up to 63"),
        pytest.param("[{name: '80', port: 80}]", id="all digits"),
        pytest.param("[{name: a--b, port: 80}]", id="two hyphens"),
        pytest.param("[{name: '', port: 80}]", id="empty, as if left out"),
        pytest.param("[{name: '{{ .Values.name }}', port: 80}]", id="template"),
        pytest.param("[{name: PORT_NAME, port: 80}]", id="placeholder"),
        pytest.param("[{port: 80, targetPort: PORT}]", id="placeholder as target"),
        pytest.param("[{port: 80, targetPort: '8080'}]", id="quoted number, another rule's"),
        pytest.param("[{port: 80, targetPort: http}]", id="target by name"),
    ],
)
def test_silent(ports: str) -> None:
    assert findings(RULE, {"s.yaml": with_spec(f"ports: {ports}")}) == []
