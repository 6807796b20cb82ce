"""Two entries of the same protocol and port."""

import pytest

from tests.repositories import findings
from tests.rules.service.specs import CHANGED, PATCHED, selecting

RULE = "duplicate-port"
TWICE = "ports:\n- {name: a, port: 80}\n- {name: b, port: 80, protocol: TCP}\n"


def test_reported() -> None:
    assert findings(RULE, {"s.yaml": selecting(TWICE)}) == ["s.yaml:8 port `80/TCP` stands twice in Service `web`"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": selecting("ports: [{port: 80}, {port: 81}]")}, id="two ports"),
        pytest.param({"s.yaml": selecting("ports: [{port: 53}, {port: 53, protocol: UDP}]")}, id="TCP and UDP"),
        pytest.param({"s.yaml": selecting("ports: [{port: null}, {port: null}]")}, id="to be filled in"),
        pytest.param({"s.yaml": selecting("ports: [{port: '${A}'}, {port: '${A}'}]")}, id="placeholders"),
        pytest.param(
            {"s.yaml": selecting("ports: [{port: 1, protocol: '${A}'}, {port: 1, protocol: '${A}'}]")},
            id="placeholders as protocol",
        ),
        pytest.param({"s.yaml": selecting(TWICE), **PATCHED}, id="a patch merges them by port"),
        pytest.param({"s.yaml": selecting(TWICE), **CHANGED}, id="an overlay may drop one"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
