"""Headless Services of types that need a cluster IP."""

import pytest

from tests.repositories import findings
from tests.rules.service.specs import CHANGED, with_spec

RULE = "headless-conflict"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        pytest.param(
            "type: NodePort\nclusterIP: None\nports: [{port: 80}]",
            "s.yaml:6 Service `web` is headless and of type NodePort",
            id="NodePort",
        ),
        pytest.param(
            "type: LoadBalancer\nclusterIPs: [None]\nports: [{port: 80}]",
            "s.yaml:6 Service `web` is headless and of type LoadBalancer",
            id="LoadBalancer",
        ),
        pytest.param(
            "clusterIP: none",
            "s.yaml:5 clusterIP `none` of Service `web` is no IP address; a headless Service says `None`",
            id="lower case",
        ),
    ],
)
def test_reported(spec: str, expected: str) -> None:
    assert findings(RULE, {"s.yaml": with_spec(spec)}) == [expected]


@pytest.mark.parametrize(
    ("spec", "files"),
    [
        pytest.param("clusterIP: None\nselector: {app: web}", {}, id="no type"),
        pytest.param("clusterIP: None\ntype: ClusterIP\nports: [{port: 80}]", {}, id="ClusterIP"),
        pytest.param("clusterIP: null\ntype: NodePort\nports: [{port: 80}]", {}, id="null is not None"),
        pytest.param("clusterIP: 10.0.0.1\ntype: NodePort\nports: [{port: 80}]", {}, id="address"),
        pytest.param("clusterIP: None\ntype: ${TYPE}\nports: [{port: 80}]", {}, id="placeholder"),
        pytest.param("clusterIP: None\ntype: NodePort\nports: [{port: 80}]", CHANGED, id="an overlay may change it"),
    ],
)
def test_silent(spec: str, files: dict[str, str]) -> None:
    assert findings(RULE, {"s.yaml": with_spec(spec), **files}) == []
