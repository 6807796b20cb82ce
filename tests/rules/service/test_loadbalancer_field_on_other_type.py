"""Fields of load balancers where there is none."""

import pytest

from tests.repositories import findings
from tests.rules.service.specs import CHANGED, selecting

RULE = "loadbalancer-field-on-other-type"
CLASS = "loadBalancerClass: example.com/internal\nports: [{port: 80}]\n"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        pytest.param(
            CLASS,
            "s.yaml:6 loadBalancerClass is for load balancers, and Service `web` is of type ClusterIP",
            id="class",
        ),
        pytest.param(
            "type: NodePort\nloadBalancerSourceRanges: [10.0.0.0/8]\n",
            "s.yaml:7 loadBalancerSourceRanges is for load balancers, and Service `web` is of type NodePort",
            id="source ranges",
        ),
        pytest.param(
            "allocateLoadBalancerNodePorts: false\n",
            "s.yaml:6 allocateLoadBalancerNodePorts is for load balancers, and Service `web` is of type ClusterIP",
            id="no node ports",
        ),
    ],
)
def test_reported(spec: str, expected: str) -> None:
    assert findings(RULE, {"s.yaml": selecting(spec)}) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": selecting("type: LoadBalancer\n" + CLASS)}, id="LoadBalancer"),
        pytest.param({"s.yaml": selecting("type: ${TYPE}\n" + CLASS)}, id="placeholder"),
        pytest.param({"s.yaml": selecting("loadBalancerSourceRanges: []")}, id="no range"),
        pytest.param({"s.yaml": selecting("loadBalancerClass: null")}, id="null"),
        pytest.param({"s.yaml": selecting("loadBalancerIP: 192.0.2.1")}, id="an address, which is taken"),
        pytest.param({"s.yaml": selecting(CLASS), **CHANGED}, id="an overlay may set the type"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
