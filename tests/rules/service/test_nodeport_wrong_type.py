"""Node ports of Services that open none."""

import pytest

from tests.repositories import findings
from tests.rules.service.specs import CHANGED, PATCHED, selecting, with_spec

RULE = "nodeport-wrong-type"
PORTS = "ports: [{port: 80, nodePort: 30080}]\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            selecting(PORTS),
            "s.yaml:6 Service `web` is of type ClusterIP by default and opens no node port `30080`",
            id="no type",
        ),
        pytest.param(
            with_spec("type: ClusterIP\n" + PORTS),
            "s.yaml:6 Service `web` is of type ClusterIP and opens no node port `30080`",
            id="ClusterIP",
        ),
        pytest.param(
            with_spec("type: ExternalName\nexternalName: example.com\n" + PORTS),
            "s.yaml:7 Service `web` is of type ExternalName and opens no node port `30080`",
            id="ExternalName",
        ),
        pytest.param(
            selecting("clusterIP: None\n" + PORTS),
            "s.yaml:7 Service `web` is headless and opens no node port `30080`",
            id="headless",
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    assert findings(RULE, {"s.yaml": text}) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": selecting("type: NodePort\n" + PORTS)}, id="NodePort"),
        pytest.param({"s.yaml": selecting("type: LoadBalancer\n" + PORTS)}, id="LoadBalancer"),
        pytest.param({"s.yaml": selecting("type: ${TYPE}\n" + PORTS)}, id="placeholder"),
        pytest.param({"s.yaml": selecting("ports: [{port: 80, nodePort: 0}]")}, id="0 is as if left out"),
        pytest.param({"s.yaml": selecting("ports: [{port: 80, nodePort: null}]")}, id="null"),
        pytest.param({"s.yaml": with_spec(PORTS)}, id="neither selector nor type: a patch"),
        pytest.param({"node-port-patch.yaml": selecting(PORTS)}, id="a patch by its file's name"),
        pytest.param({"s.yaml": selecting(PORTS), **PATCHED}, id="a patch of a kustomization"),
        pytest.param({"s.yaml": selecting(PORTS), **CHANGED}, id="an overlay may set the type"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
