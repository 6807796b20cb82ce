"""Numbers of the band that the API server hands out."""

import pytest

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.select import selected
from tests.repositories import findings
from tests.rules.service.specs import with_spec

RULE = "nodeport-dynamic-band"


def node_port(number: int) -> str:
    """A Service with this node port in line 5."""
    return with_spec(f"ports: [{{port: 80, nodePort: {number}}}]")


@pytest.mark.parametrize("number", [pytest.param(30086, id="first"), pytest.param(32767, id="last")])
def test_reported(number: int) -> None:
    assert findings(RULE, {"s.yaml": node_port(number)}) == [
        f"s.yaml:5 nodePort `{number}` of Service `web` may be handed out to another Service; 30000-30085 is not"
    ]


@pytest.mark.parametrize(
    ("number", "config"),
    [
        pytest.param(30000, Config(), id="first of the static band"),
        pytest.param(30085, Config(), id="last of the static band"),
        pytest.param(0, Config(), id="0 asks for any"),
        pytest.param(29999, Config(), id="below the range, another rule's"),
        pytest.param(32768, Config(), id="above the range, another rule's"),
        pytest.param(30100, Config(node_port_range=(30000, 40000)), id="a longer range has a longer band"),
        pytest.param(30010, Config(node_port_range=(30000, 30015)), id="a short range has none"),
    ],
)
def test_silent(number: int, config: Config) -> None:
    assert findings(RULE, {"s.yaml": node_port(number)}, config) == []


def test_it_is_off_by_default() -> None:
    assert RULE not in [rule.name for rule in selected(rules(), Config())]
    assert RULE in [rule.name for rule in selected(rules(), Config(extend_select=(RULE,)))]
