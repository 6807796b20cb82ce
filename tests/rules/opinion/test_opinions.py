"""The rules that are off until they are selected."""

import pytest

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.select import selected
from tests.repositories import findings
from tests.rules.service.specs import CHANGED, PATCHED, selecting, with_spec

NAMED, NODE_PORT, LABEL = "prefer-named-target-port", "discourage-nodeport", "single-label-selector"
PROTOCOL, NAME = "require-app-protocol", "require-port-names"


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        pytest.param(
            NAMED,
            selecting("ports: [{port: 80, targetPort: 8080}]"),
            "s.yaml:6 Service `web` leads to port `8080` by its number",
            id="target by number",
        ),
        pytest.param(
            NAMED,
            selecting("ports: [{port: 80}]"),
            "s.yaml:6 Service `web` leads to port `80` by its number",
            id="none",
        ),
        pytest.param(NODE_PORT, with_spec("type: NodePort"), "s.yaml:5 Service `web` is of type NodePort", id="type"),
        pytest.param(
            LABEL, selecting(""), "s.yaml:5 selector `app=web` of Service `web` is one label only", id="label"
        ),
        pytest.param(
            PROTOCOL,
            selecting("ports: [{port: 80}]"),
            "s.yaml:6 port `80` of Service `web` has no appProtocol",
            id="no application protocol",
        ),
        pytest.param(
            NAME, selecting("ports: [{port: 80}]"), "s.yaml:6 port `80` of Service `web` has no name", id="no name"
        ),
    ],
)
def test_reported(rule: str, text: str, expected: str) -> None:
    assert findings(rule, {"s.yaml": text}) == [expected]


@pytest.mark.parametrize(
    ("rule", "files"),
    [
        pytest.param(NAMED, {"s.yaml": selecting("ports: [{port: 80, targetPort: http}]")}, id="target by name"),
        pytest.param(NAMED, {"s.yaml": with_spec("type: ClusterIP\nports: [{port: 80}]")}, id="no pods"),
        pytest.param(NAMED, {"s.yaml": selecting("ports: [{port: 80}]"), **PATCHED}, id="target in a patch"),
        pytest.param(NODE_PORT, {"s.yaml": with_spec("type: LoadBalancer")}, id="load balancer"),
        pytest.param(LABEL, {"s.yaml": with_spec("selector: {app: web, tier: front}")}, id="two labels"),
        pytest.param(LABEL, {"s.yaml": with_spec("type: ClusterIP")}, id="no selector"),
        pytest.param(LABEL, {"s.yaml": selecting(""), **CHANGED}, id="an overlay may add a label"),
        pytest.param(PROTOCOL, {"s.yaml": selecting("ports: [{port: 80, appProtocol: http}]")}, id="protocol"),
        pytest.param(PROTOCOL, {"s.yaml": selecting("ports: [{port: 80}]"), **PATCHED}, id="protocol in a patch"),
        pytest.param(NAME, {"s.yaml": selecting("ports: [{port: 80, name: http}]")}, id="name"),
        pytest.param(NAME, {"s.yaml": selecting("ports: [{port: 80}, {port: 81}]")}, id="several, another rule's"),
        pytest.param(NAME, {"s.yaml": selecting("ports: [{port: 80}]"), **PATCHED}, id="name in a patch"),
    ],
)
def test_silent(rule: str, files: dict[str, str]) -> None:
    assert findings(rule, files) == []


def test_none_is_on_by_default() -> None:
    opinions = {rule.name for rule in rules() if rule.group == "opinion"}
    assert opinions == {NAMED, NODE_PORT, LABEL, PROTOCOL, NAME}
    assert not opinions & {rule.name for rule in selected(rules(), Config())}
    assert opinions <= {rule.name for rule in selected(rules(), Config(extend_select=("opinion",)))}
