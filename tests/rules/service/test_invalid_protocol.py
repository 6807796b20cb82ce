"""Protocols that Kubernetes does not know."""

import pytest

from tests.repositories import deployment, findings
from tests.rules.service.specs import PATCHED, with_spec

RULE = "invalid-protocol"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            with_spec("ports: [{port: 80, protocol: tcp}]"),
            "s.yaml:5 protocol `tcp` of a port of Service `web` is none of TCP, UDP, SCTP",
            id="lower case",
        ),
        pytest.param(
            with_spec("ports: [{port: 80, protocol: HTTP}]"),
            "s.yaml:5 protocol `HTTP` of a port of Service `web` is none of TCP, UDP, SCTP",
            id="what is spoken",
        ),
        pytest.param(
            deployment(ports="[{containerPort: 80, protocol: Udp}]"),
            "s.yaml:10 protocol `Udp` of a port of Deployment `web` is none of TCP, UDP, SCTP",
            id="container",
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    assert findings(RULE, {"s.yaml": text}) == [expected]
    assert findings(RULE, {"s.yaml": text, **PATCHED}) == [expected]


@pytest.mark.parametrize(
    "protocol",
    [
        pytest.param("TCP", id="TCP"),
        pytest.param("UDP", id="UDP"),
        pytest.param("SCTP", id="SCTP"),
        pytest.param("''", id="empty, TCP by default"),
        pytest.param("null", id="null, TCP by default"),
        pytest.param("'${SERVICE_PROTOCOL:-TCP}'", id="variable"),
        pytest.param("PROTOCOL", id="placeholder"),
    ],
)
def test_silent(protocol: str) -> None:
    assert findings(RULE, {"s.yaml": with_spec(f"ports: [{{port: 80, protocol: {protocol}}}]")}) == []
