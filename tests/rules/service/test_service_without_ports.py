"""Services without ports."""

import pytest

from tests.repositories import findings
from tests.rules.service.specs import CHANGED, PATCHED, selecting, with_spec

RULE = "service-without-ports"
MESSAGE = "s.yaml:4 Service `web` has no ports, which only a headless Service or an ExternalName may lack"


@pytest.mark.parametrize(
    "spec",
    [
        pytest.param("", id="left out"),
        pytest.param("ports: []", id="empty"),
        pytest.param("ports: null", id="null"),
        pytest.param("type: LoadBalancer", id="LoadBalancer"),
    ],
)
def test_reported(spec: str) -> None:
    assert findings(RULE, {"s.yaml": selecting(spec)}) == [MESSAGE]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": selecting("ports: [{port: 80}]")}, id="ports"),
        pytest.param({"s.yaml": selecting("ports: ${PORTS}")}, id="placeholder"),
        pytest.param({"s.yaml": selecting("clusterIP: None")}, id="headless"),
        pytest.param({"s.yaml": selecting("clusterIP: ${IP}")}, id="possibly headless"),
        pytest.param({"s.yaml": with_spec("type: ExternalName\nexternalName: example.com")}, id="ExternalName"),
        pytest.param({"s.yaml": with_spec("type: LoadBalancer")}, id="a patch: only the type"),
        pytest.param({"patches/s.yaml": selecting("")}, id="a patch by its folder's name"),
        pytest.param({"s.yaml": selecting(""), **PATCHED}, id="a patch of a kustomization"),
        pytest.param({"s.yaml": selecting(""), **CHANGED}, id="an overlay may add them"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
