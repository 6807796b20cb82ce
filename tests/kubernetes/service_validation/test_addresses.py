"""What is wrong with the addresses and IP families of a Service.

The expected sentences are the answers of the API server's own code, k8s.io/kubernetes v1.37.0: defaulting,
allocation (REST.beginCreate), then rest.BeforeCreate with ValidateService.
"""

import pytest

from kgen.kubernetes.service_validation import validate_service
from tests.kubernetes.service_validation.cases import RULES, service

COMPLAINTS = [
    pytest.param(
        "{clusterIP: none}",
        [('spec.clusterIPs[0]: Invalid value: "none": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)')],
        id="clusterIP that is no address",
    ),
    pytest.param(
        "{clusterIP: 10.0.0, ports: []}",
        [
            (
                'spec.clusterIPs[0]: Invalid value: "10.0.0": must be a valid IP address, (e.g. '
                "10.9.8.7 or 2001:db8::ffff)"
            )
        ],
        id="clusterIP that is no address hides what else is wrong",
    ),
    pytest.param(
        "{clusterIP: 10.0.0.1, clusterIPs: [10.0.0.2]}",
        ['spec.clusterIPs: Invalid value: ["10.0.0.2"]: first value must match `clusterIP`'],
        id="clusterIPs that differ from clusterIP",
    ),
    pytest.param(
        "{clusterIPs: [10.0.0.1]}",
        [('spec.clusterIPs: Invalid value: ["10.0.0.1"]: must be empty when `clusterIP` is not specified')],
        id="clusterIPs without clusterIP",
    ),
    pytest.param(
        "{clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 10.0.0.2], ipFamilyPolicy: PreferDualStack}",
        [
            (
                'spec.clusterIPs: Invalid value: ["10.0.0.1","10.0.0.2"]: may specify no more '
                "than one IP for each IP family"
            )
        ],
        id="two clusterIPs of one family",
    ),
    pytest.param(
        "{clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 'fd00::1']}",
        [
            (
                "spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' "
                "or 'PreferDualStack' when multiple cluster IPs are specified"
            )
        ],
        id="two clusterIPs in a single stack",
    ),
    pytest.param(
        "{clusterIP: None, clusterIPs: [None, 10.0.0.1]}",
        [('spec.clusterIPs: Invalid value: ["None","10.0.0.1"]: \'None\' must be the first and only value')],
        id="None among clusterIPs",
    ),
    pytest.param(
        ("{clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 'fd00::1', 'fd00::2'], ipFamilyPolicy: PreferDualStack}"),
        [('spec.clusterIPs: Invalid value: ["10.0.0.1","fd00::1","fd00::2"]: may only hold up to 2 values')],
        id="three clusterIPs",
    ),
    pytest.param(
        "{clusterIP: 10.0.0.1, ipFamilies: [IPv6]}",
        [('spec.clusterIPs[0]: Invalid value: "10.0.0.1": expected an IPv6 value as indicated by `ipFamilies[0]`')],
        id="clusterIP of another family",
    ),
    pytest.param(
        "{ipFamilies: [ipv4, IPv6, IPv6], ipFamilyPolicy: DualStack}",
        [
            'spec.ipFamilies[0]: Unsupported value: "ipv4": supported values: "IPv4", "IPv6"',
            'spec.ipFamilies[2]: Duplicate value: "IPv6"',
            (
                'spec.ipFamilyPolicy: Unsupported value: "DualStack": supported values: '
                '"PreferDualStack", "RequireDualStack", "SingleStack"'
            ),
        ],
        id="unknown and repeated IP families, unknown policy",
    ),
    pytest.param(
        "{externalIPs: [0.0.0.0, 127.0.0.1, 169.254.0.1, 'ff02::1', example.com]}",
        [
            'spec.externalIPs[0]: Invalid value: "0.0.0.0": may not be unspecified (0.0.0.0)',
            (
                'spec.externalIPs[1]: Invalid value: "127.0.0.1": may not be in the loopback '
                "range (127.0.0.0/8, ::1/128)"
            ),
            (
                'spec.externalIPs[2]: Invalid value: "169.254.0.1": may not be in the '
                "link-local range (169.254.0.0/16, fe80::/10)"
            ),
            (
                'spec.externalIPs[3]: Invalid value: "ff02::1": may not be in the link-local '
                "multicast range (224.0.0.0/24, ff02::/10)"
            ),
            (
                'spec.externalIPs[4]: Invalid value: "example.com": must be a valid IP address, '
                "(e.g. 10.9.8.7 or 2001:db8::ffff)"
            ),
        ],
        id="externalIPs that lead nowhere",
    ),
]


@pytest.mark.parametrize(("spec", "complaints"), COMPLAINTS)
def test_complaints(spec: str, complaints: list[str]) -> None:
    assert validate_service(service(spec), RULES) == complaints
