"""Several ports without names."""

import pytest

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.run import run
from kgen.wiring.model import build
from tests.repositories import findings, repository
from tests.rules.service.specs import CHANGED, PATCHED, selecting

RULE = "unnamed-multi-port"
UNNAMED = "ports:\n- port: 80\n- {name: metrics, port: 9090}\n"


def helps(text: str) -> list[str]:
    """What the rule proposes."""
    chosen = [rule for rule in rules() if rule.name == RULE]
    return [finding.help for finding in run(chosen, [build(repository({"s.yaml": text}))], Config())]


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        pytest.param(
            UNNAMED, ["s.yaml:7 port `80` of Service `web` has no name, which one of several needs"], id="the first"
        ),
        pytest.param(
            "ports: [{port: 80}, {port: 443}]",
            [
                "s.yaml:6 port `80` of Service `web` has no name, which one of several needs",
                "s.yaml:6 port `443` of Service `web` has no name, which one of several needs",
            ],
            id="both",
        ),
        pytest.param(
            "ports: [{port: 80, name: ''}, {port: 443, name: https}]",
            ["s.yaml:6 port `80` of Service `web` has no name, which one of several needs"],
            id="empty",
        ),
    ],
)
def test_reported(spec: str, expected: list[str]) -> None:
    assert findings(RULE, {"s.yaml": selecting(spec)}) == expected


@pytest.mark.parametrize(
    ("port", "name"),
    [
        pytest.param("{port: 7000, targetPort: web}", "web", id="the target's name"),
        pytest.param("{port: 7000, appProtocol: kubernetes.io/h2c}", "h2c", id="the application protocol"),
        pytest.param("{port: 443, targetPort: 8443}", "https", id="a well-known number"),
        pytest.param("{port: 7000, targetPort: 80}", "http", id="a well-known number of the target"),
        pytest.param("{port: 7000, targetPort: '8080'}", "tcp-7000", id="not a number in quotes"),
        pytest.param("{port: 7000, protocol: UDP}", "udp-7000", id="protocol and number"),
        pytest.param("{port: 7000, targetPort: metrics}", "tcp-7000", id="not a name that is taken"),
    ],
)
def test_a_name_is_proposed(port: str, name: str) -> None:
    proposed = helps(selecting(f"ports: [{port}, {{port: 1, name: metrics}}]"))
    assert proposed == [f"add `name: {name}`, or another that says what it serves"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": selecting("ports: [{port: 80}]")}, id="the only port"),
        pytest.param({"s.yaml": selecting("ports: [{port: 80, name: a}, {port: 81, name: b}]")}, id="named"),
        pytest.param({"s.yaml": selecting("ports: [{port: 80, name: 1}, {port: 81, name: b}]")}, id="a number as name"),
        pytest.param({"s.yaml": selecting("ports: [{port: null}, {port: 81, name: b}]")}, id="to be filled in"),
        pytest.param({"s.yaml": selecting(UNNAMED), **PATCHED}, id="a patch"),
        pytest.param({"s.yaml": selecting(UNNAMED), **CHANGED}, id="an overlay may name them"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
