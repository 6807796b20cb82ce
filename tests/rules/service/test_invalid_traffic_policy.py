"""Traffic policies that Kubernetes does not know, or that have no traffic."""

import pytest

from kgen.config.model import Config
from tests.repositories import findings
from tests.rules.service.specs import CHANGED, PATCHED, selecting

RULE = "invalid-traffic-policy"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        pytest.param(
            "type: NodePort\nexternalTrafficPolicy: local",
            "s.yaml:7 externalTrafficPolicy `local` of Service `web` is none of Cluster, Local",
            id="external",
        ),
        pytest.param(
            "internalTrafficPolicy: Node",
            "s.yaml:6 internalTrafficPolicy `Node` of Service `web` is none of Cluster, Local",
            id="internal",
        ),
        pytest.param(
            "trafficDistribution: Near",
            "s.yaml:6 trafficDistribution `Near` of Service `web` is none of "
            "PreferClose, PreferSameZone, PreferSameNode",
            id="distribution",
        ),
        pytest.param(
            "externalTrafficPolicy: Local",
            "s.yaml:6 externalTrafficPolicy `Local` of Service `web` is for traffic from outside, and none arrives",
            id="ClusterIP",
        ),
    ],
)
def test_reported(spec: str, expected: str) -> None:
    assert findings(RULE, {"s.yaml": selecting(spec)}) == [expected]


def test_words_are_reported_in_a_patch() -> None:
    assert len(findings(RULE, {"s.yaml": selecting("externalTrafficPolicy: local"), **PATCHED})) == 1


@pytest.mark.parametrize(
    ("version", "reported"),
    [
        pytest.param("1.33", 1, id="before 1.34"),
        pytest.param("1.34", 0, id="from 1.34"),
        pytest.param("1.30", 0, id="before 1.31, which drops the field"),
    ],
)
def test_distributions_depend_on_the_version(version: str, reported: int) -> None:
    text = selecting("trafficDistribution: PreferSameNode")
    assert len(findings(RULE, {"s.yaml": text}, Config(kubernetes_version=version))) == reported


@pytest.mark.parametrize(
    ("spec", "files"),
    [
        pytest.param("type: NodePort\nexternalTrafficPolicy: Local", {}, id="NodePort"),
        pytest.param("type: LoadBalancer\nexternalTrafficPolicy: Cluster", {}, id="LoadBalancer"),
        pytest.param("externalIPs: [192.0.2.1]\nexternalTrafficPolicy: Local", {}, id="ClusterIP with external IPs"),
        pytest.param("externalTrafficPolicy: ''", {}, id="empty"),
        pytest.param("type: ${TYPE}\nexternalTrafficPolicy: ${POLICY}", {}, id="placeholders"),
        pytest.param("externalTrafficPolicy: Local", PATCHED, id="a patch: the base may have the type"),
        pytest.param("externalTrafficPolicy: Local", CHANGED, id="an overlay may set the type"),
    ],
)
def test_silent(spec: str, files: dict[str, str]) -> None:
    assert findings(RULE, {"s.yaml": selecting(spec), **files}) == []
