"""Addresses and families that contradict each other."""

import pytest

from tests.repositories import findings
from tests.rules.service.specs import CHANGED, PATCHED, selecting

RULE = "ip-family-conflict"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        pytest.param(
            "ipFamilies: [IPv4, IPv6]",
            "s.yaml:6 Service `web` lists two ipFamilies and is SingleStack by default",
            id="two families by default",
        ),
        pytest.param(
            "ipFamilyPolicy: SingleStack\nclusterIP: 10.0.0.1\nclusterIPs: [10.0.0.1, 'fd00::1']",
            "s.yaml:8 Service `web` lists two clusterIPs and is SingleStack",
            id="two addresses",
        ),
        pytest.param(
            "ipFamilies: [ipv4]", "s.yaml:6 `ipv4` of Service `web` is none of IPv4, IPv6", id="unknown family"
        ),
        pytest.param(
            "ipFamilyPolicy: DualStack",
            "s.yaml:6 `DualStack` of Service `web` is none of SingleStack, PreferDualStack, RequireDualStack",
            id="unknown policy",
        ),
        pytest.param(
            "ipFamilyPolicy: RequireDualStack\nipFamilies: [IPv4, IPv4]",
            "s.yaml:7 Service `web` lists `IPv4` twice",
            id="twice",
        ),
        pytest.param(
            "clusterIP: 10.0.0.1\nclusterIPs: [10.0.0.2]",
            "s.yaml:7 `10.0.0.2` of Service `web` is another address than clusterIP `10.0.0.1`",
            id="another first address",
        ),
        pytest.param(
            "clusterIPs: [10.0.0.2]", "s.yaml:6 Service `web` lists clusterIPs without a clusterIP", id="only a list"
        ),
        pytest.param(
            "ipFamilyPolicy: PreferDualStack\nclusterIP: 10.0.0.1\nclusterIPs: [10.0.0.1, 10.0.0.2]",
            "s.yaml:8 both addresses of Service `web` are IPv4",
            id="addresses of one family",
        ),
        pytest.param(
            "clusterIP: 10.0.0.1\nipFamilies: [IPv6]",
            "s.yaml:7 address `10.0.0.1` of Service `web` is IPv4, and its family `IPv6`",
            id="address of another family",
        ),
    ],
)
def test_reported(spec: str, expected: str) -> None:
    assert findings(RULE, {"s.yaml": selecting(spec)}) == [expected]


def test_words_are_reported_in_a_patch() -> None:
    assert len(findings(RULE, {"s.yaml": selecting("ipFamilies: [ipv4]"), **PATCHED})) == 1


@pytest.mark.parametrize(
    ("spec", "files"),
    [
        pytest.param("ipFamilyPolicy: PreferDualStack\nipFamilies: [IPv4, IPv6]", {}, id="two families, both wanted"),
        pytest.param("ipFamilies: [IPv6]", {}, id="one family"),
        pytest.param("ipFamilyPolicy: RequireDualStack", {}, id="only the policy"),
        pytest.param("clusterIP: None\nipFamilies: [IPv4]", {}, id="headless"),
        pytest.param("ipFamilies: ['${FAMILY}']\nipFamilyPolicy: ${POLICY}", {}, id="placeholders"),
        pytest.param("ipFamilies: [IPv4, IPv6]", PATCHED, id="a patch: the base may have the policy"),
        pytest.param("ipFamilies: [IPv4, IPv6]", CHANGED, id="an overlay may set the policy"),
    ],
)
def test_silent(spec: str, files: dict[str, str]) -> None:
    assert findings(RULE, {"s.yaml": selecting(spec), **files}) == []
