"""Headless Services with ports that nobody listens on."""

import pytest

from tests.repositories import findings
from tests.rules.service.specs import CHANGED, selecting, with_spec

RULE = "headless-port-remap"
REMAPPED = "clusterIP: None\nports: [{port: 80, targetPort: 8080}]"


def test_reported() -> None:
    assert findings(RULE, {"s.yaml": selecting(REMAPPED)}) == [
        "s.yaml:7 Service `web` is headless: clients reach its pods on `8080`, not on port `80`"
    ]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": selecting("clusterIP: None\nports: [{port: 80, targetPort: 80}]")}, id="same"),
        pytest.param({"s.yaml": selecting("clusterIP: None\nports: [{port: 80}]")}, id="no target"),
        pytest.param({"s.yaml": selecting("clusterIP: None\nports: [{port: 80, targetPort: 0}]")}, id="target 0"),
        pytest.param({"s.yaml": selecting("clusterIP: None\nports: [{port: 80, targetPort: http}]")}, id="by name"),
        pytest.param(
            {"s.yaml": selecting("clusterIP: None\nports: [{port: 80, targetPort: '${P}'}]")}, id="placeholder"
        ),
        pytest.param({"s.yaml": selecting("clusterIP: None")}, id="no ports"),
        pytest.param({"s.yaml": selecting("ports: [{port: 80, targetPort: 8080}]")}, id="cluster IP"),
        pytest.param({"s.yaml": with_spec(REMAPPED)}, id="no selector"),
        pytest.param({"s.yaml": selecting(REMAPPED), **CHANGED}, id="an overlay may give it a cluster IP"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
