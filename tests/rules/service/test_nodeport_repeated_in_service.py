"""One number for two ports of a Service."""

import pytest

from tests.repositories import findings
from tests.rules.service.specs import PATCHED, selecting, with_spec

RULE = "nodeport-repeated-in-service"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            with_spec("""
                type: NodePort
                ports:
                - {name: a, port: 80, nodePort: 30080}
                - {name: b, port: 81, nodePort: 30080}
                """),
            ["s.yaml:9 nodePort `30080` of Service `web` is another port's nodePort already"],
            id="same protocol",
        ),
        pytest.param(
            with_spec("""
                type: LoadBalancer
                ports:
                - {name: a, port: 53, nodePort: 30053}
                - {name: b, port: 54, nodePort: 30053, protocol: UDP}
                """),
            ["s.yaml:9 nodePort `30053` of Service `web` is another port's nodePort already"],
            id="other protocol and other port: the API server allocates by port",
        ),
        pytest.param(
            with_spec("""
                type: LoadBalancer
                externalTrafficPolicy: Local
                healthCheckNodePort: 30080
                ports: [{port: 80, nodePort: 30080}]
                """),
            ["s.yaml:8 healthCheckNodePort `30080` of Service `web` is another port's nodePort already"],
            id="health check",
        ),
    ],
)
def test_reported(text: str, expected: list[str]) -> None:
    assert findings(RULE, {"s.yaml": text}) == expected


def test_reported_in_a_patch() -> None:
    text = with_spec("ports: [{port: 80, nodePort: 30080}, {port: 81, nodePort: 30080}]")
    assert len(findings(RULE, {"s.yaml": text, **PATCHED})) == 1


@pytest.mark.parametrize(
    "ports",
    [
        pytest.param("[{port: 80, nodePort: 30080}, {port: 81, nodePort: 30081}]", id="two numbers"),
        pytest.param("[{port: 53, nodePort: 30053}, {port: 53, protocol: UDP, nodePort: 30053}]", id="TCP and UDP"),
        pytest.param(
            "[{port: 80, nodePort: 30080, $patch: delete}, {port: 81, nodePort: 30080}]", id="deleted by a patch"
        ),
        pytest.param("[{port: 80, nodePort: 0}, {port: 81, nodePort: 0}]", id="0 asks for any"),
        pytest.param("[{port: 80, nodePort: null}, {port: 81, nodePort: null}]", id="null asks for any"),
        pytest.param("[{port: 80, nodePort: '${P}'}, {port: 81, nodePort: '${P}'}]", id="placeholder"),
        pytest.param("[{port: 80, nodePort: 30080}, {port: 80, nodePort: 30080}]", id="same port, another rule's"),
    ],
)
def test_silent(ports: str) -> None:
    assert findings(RULE, {"s.yaml": selecting(f"type: NodePort\nports: {ports}")}) == []
