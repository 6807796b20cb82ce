"""What is wrong with the nodePorts of a Service.

The expected sentences are the answers of the API server's own code, k8s.io/kubernetes v1.37.0: defaulting,
allocation (REST.beginCreate), then rest.BeforeCreate with ValidateService.
"""

import pytest

from kgen.kubernetes.service_validation import ServiceRules, validate_service
from kgen.kubernetes.version import NEWEST
from tests.kubernetes.service_validation.cases import RULES, service

COMPLAINTS = [
    pytest.param(
        "{ports: [{port: 80, nodePort: 30080}]}",
        ["spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'"],
        id="nodePort on a ClusterIP Service",
    ),
    pytest.param(
        "{ports: [{name: a, port: 80, nodePort: 30080}, {name: b, port: 81, nodePort: 9}]}",
        [
            "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
            "spec.ports[1].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
        ],
        id="nodePort on a Service without a type",
    ),
    pytest.param(
        "{type: NodePort, ports: [{port: 80, nodePort: 9090}]}",
        [
            (
                "spec.ports[0].nodePort: Invalid value: 9090: provided port is not in the valid "
                "range. The range of valid ports is 30000-32767"
            )
        ],
        id="nodePort out of range",
    ),
    pytest.param(
        "{type: NodePort, ports: [{port: 0, nodePort: 80, name: X}]}",
        [
            (
                "spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid "
                "range. The range of valid ports is 30000-32767"
            )
        ],
        id="nodePort out of range hides what else is wrong",
    ),
    pytest.param(
        "{type: NodePort, ports: [{port: 80, nodePort: -1}]}",
        [
            (
                "spec.ports[0].nodePort: Invalid value: -1: provided port is not in the valid "
                "range. The range of valid ports is 30000-32767"
            )
        ],
        id="negative nodePort",
    ),
    pytest.param(
        "{type: LoadBalancer, ports: [{name: a, port: 80}, {name: b, port: 81, nodePort: 32768}]}",
        [
            (
                "spec.ports[1].nodePort: Invalid value: 32768: provided port is not in the "
                "valid range. The range of valid ports is 30000-32767"
            )
        ],
        id="nodePort of the second port out of range, LoadBalancer",
    ),
    pytest.param(
        ("{type: NodePort, ports: [{name: a, port: 80, nodePort: 30080}, {name: b, port: 81, nodePort: 30080}]}"),
        ["spec.ports[1].nodePort: Invalid value: 30080: provided port is already allocated"],
        id="one nodePort for two ports",
    ),
    pytest.param(
        (
            "{type: NodePort, ports: [{name: a, port: 53, nodePort: 30053}, {name: b, port: 54, "
            "protocol: UDP, nodePort: 30053}]}"
        ),
        ["spec.ports[1].nodePort: Invalid value: 30053: provided port is already allocated"],
        id="one nodePort for TCP and UDP of two ports",
    ),
    pytest.param(
        ("{type: NodePort, ports: [{name: a, port: 80, nodePort: 30080}, {name: b, port: 80, nodePort: 30080}]}"),
        [
            "spec.ports[1].nodePort: Duplicate value: 30080",
            (
                "spec.ports[1]: Duplicate value: "
                '{"Name":"","Protocol":"TCP","AppProtocol":null,"Port":80,"TargetPort":0,"NodePort":0}'
            ),
        ],
        id="one nodePort twice for one port and protocol",
    ),
    pytest.param(
        "{type: NodePort, ports: [{name: a, port: 80}, {name: b, port: 80, nodePort: 30080}]}",
        [
            "spec.ports[1].nodePort: Duplicate value: 30080",
            (
                "spec.ports[1]: Duplicate value: "
                '{"Name":"","Protocol":"TCP","AppProtocol":null,"Port":80,"TargetPort":0,"NodePort":0}'
            ),
        ],
        id="nodePort of a later port with the same number is taken over",
    ),
]

RANGES = [
    pytest.param(
        (20000, 20100),
        30080,
        [
            (
                "spec.ports[0].nodePort: Invalid value: 30080: provided port is not in the "
                "valid range. The range of valid ports is 20000-20100"
            )
        ],
        id="a number of the default range is outside of another one",
    ),
    pytest.param((20000, 20100), 20000, [], id="lowest"),
    pytest.param((20000, 20100), 20100, [], id="highest"),
    pytest.param(
        (20000, 20100),
        20101,
        [
            (
                "spec.ports[0].nodePort: Invalid value: 20101: provided port is not in the "
                "valid range. The range of valid ports is 20000-20100"
            )
        ],
        id="one beyond",
    ),
]


@pytest.mark.parametrize(("spec", "complaints"), COMPLAINTS)
def test_complaints(spec: str, complaints: list[str]) -> None:
    assert validate_service(service(spec), RULES) == complaints


@pytest.mark.parametrize(("node_port_range", "number", "complaints"), RANGES)
def test_range_of_the_cluster(node_port_range: tuple[int, int], number: int, complaints: list[str]) -> None:
    rules = ServiceRules(NEWEST, node_port_range)
    assert (
        validate_service(service(f"{{type: NodePort, ports: [{{port: 80, nodePort: {number}}}]}}"), rules) == complaints
    )


def test_no_complaint_shows_a_number_the_server_would_choose() -> None:
    complaints = validate_service(service("{type: NodePort, ports: [{name: a, port: 80}, {name: b, port: 80}]}"), RULES)
    assert [complaint.partition(":")[0] for complaint in complaints] == ["spec.ports[1]"]
