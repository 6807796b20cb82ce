"""Health check ports of Services without health checks."""

import pytest

from tests.repositories import findings
from tests.rules.service.specs import CHANGED, selecting

RULE = "healthcheck-nodeport-invalid"
REST = "healthCheckNodePort: 30021\nports: [{port: 80}]\n"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param(
            "type: LoadBalancer\n",
            "s.yaml:7 healthCheckNodePort `30021` of Service `web` needs `externalTrafficPolicy: Local`",
            id="no policy",
        ),
        pytest.param(
            "type: LoadBalancer\nexternalTrafficPolicy: Cluster\n",
            "s.yaml:8 healthCheckNodePort `30021` of Service `web` needs `externalTrafficPolicy: Local`",
            id="policy Cluster",
        ),
        pytest.param(
            "type: NodePort\nexternalTrafficPolicy: Local\n",
            "s.yaml:8 healthCheckNodePort `30021` of Service `web` needs `type: LoadBalancer`",
            id="NodePort",
        ),
        pytest.param(
            "", "s.yaml:6 healthCheckNodePort `30021` of Service `web` needs `type: LoadBalancer`", id="no type"
        ),
    ],
)
def test_reported(before: str, expected: str) -> None:
    assert findings(RULE, {"s.yaml": selecting(before + REST)}) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": selecting("type: LoadBalancer\nexternalTrafficPolicy: Local\n" + REST)}, id="needed"),
        pytest.param({"s.yaml": selecting(REST.replace("30021", "0"))}, id="0 is as if left out"),
        pytest.param({"s.yaml": selecting("type: ${TYPE}\n" + REST)}, id="placeholder as type"),
        pytest.param(
            {"s.yaml": selecting("type: LoadBalancer\nexternalTrafficPolicy: ${POLICY}\n" + REST)},
            id="placeholder as policy",
        ),
        pytest.param({"s.yaml": selecting("type: LoadBalancer\n" + REST), **CHANGED}, id="an overlay may add the rest"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
