"""Application protocols that cannot be written, or mean nothing."""

import pytest

from tests.repositories import findings
from tests.rules.service.specs import PATCHED, with_spec

RULE = "invalid-app-protocol"


@pytest.mark.parametrize(
    ("protocol", "fault"),
    [
        pytest.param("'http 1'", "is neither a name nor `prefix/name`", id="space"),
        pytest.param("''", "is neither a name nor `prefix/name`", id="empty"),
        pytest.param("https://", "is neither a name nor `prefix/name`", id="address"),
        pytest.param(
            "kubernetes.io/grpc", "is none of kubernetes.io/h2c, kubernetes.io/ws, kubernetes.io/wss", id="unknown"
        ),
    ],
)
def test_reported(protocol: str, fault: str) -> None:
    text = with_spec(f"ports: [{{port: 80, appProtocol: {protocol}}}]")
    expected = f"s.yaml:5 appProtocol `{protocol.strip(chr(39))}` of Service `web` {fault}"
    assert findings(RULE, {"s.yaml": text}) == [expected]
    assert findings(RULE, {"s.yaml": text, **PATCHED}) == [expected]


@pytest.mark.parametrize(
    "protocol",
    [
        pytest.param("http", id="IANA's name"),
        pytest.param("HTTP", id="in capitals"),
        pytest.param("grpc", id="no name of IANA's, but known to meshes"),
        pytest.param("kubernetes.io/h2c", id="h2c"),
        pytest.param("kubernetes.io/wss", id="wss"),
        pytest.param("example.com/mine", id="own prefix"),
        pytest.param("null", id="null"),
        pytest.param("'${PROTOCOL}'", id="placeholder"),
    ],
)
def test_silent(protocol: str) -> None:
    assert findings(RULE, {"s.yaml": with_spec(f"ports: [{{port: 80, appProtocol: {protocol}}}]")}) == []
