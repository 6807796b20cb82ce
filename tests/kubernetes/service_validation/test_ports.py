"""What is wrong with the ports of a Service, and with its selector.

The expected sentences are the answers of the API server's own code, k8s.io/kubernetes v1.37.0: defaulting,
allocation (REST.beginCreate), then rest.BeforeCreate with ValidateService.
"""

import pytest

from kgen.kubernetes.service_validation import validate_service
from tests.kubernetes.sentences import LABEL_VALUE, NAME_PART, RFC_1123_LABEL
from tests.kubernetes.service_validation.cases import RULES, service

COMPLAINTS = [
    pytest.param("{ports: []}", ["spec.ports: Required value"], id="no ports"),
    pytest.param(
        "{ports: [{port: 0}]}",
        [
            "spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive",
            "spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive",
        ],
        id="port 0",
    ),
    pytest.param(
        "{ports: [{port: 65536}]}",
        [
            "spec.ports[0].port: Invalid value: 65536: must be between 1 and 65535, inclusive",
            "spec.ports[0].targetPort: Invalid value: 65536: must be between 1 and 65535, inclusive",
        ],
        id="port over 65535",
    ),
    pytest.param(
        "{ports: [{port: 80}, {port: 443}]}",
        ["spec.ports[0].name: Required value", "spec.ports[1].name: Required value"],
        id="several ports without names",
    ),
    pytest.param(
        "{ports: [{name: HTTP, port: 80}]}",
        [f'spec.ports[0].name: Invalid value: "HTTP": {RFC_1123_LABEL}'],
        id="port name with a capital letter",
    ),
    pytest.param(
        "{ports: [{name: http.2, port: 80}]}",
        ['spec.ports[0].name: Invalid value: "http.2": must not contain dots'],
        id="port name with a dot",
    ),
    pytest.param(
        "{ports: [{name: http, port: 80}, {name: http, port: 81}]}",
        ['spec.ports[1].name: Duplicate value: "http"'],
        id="one port name twice",
    ),
    pytest.param(
        "{ports: [{port: 80, protocol: tcp}]}",
        ['spec.ports[0].protocol: Unsupported value: "tcp": supported values: "SCTP", "TCP", "UDP"'],
        id="protocol in lower case",
    ),
    pytest.param(
        "{ports: [{port: 80, targetPort: '8080'}]}",
        ['spec.ports[0].targetPort: Invalid value: "8080": must contain at least one letter (a-z)'],
        id="targetPort as a quoted number",
    ),
    pytest.param(
        "{ports: [{port: 80, targetPort: a-very--long-name}]}",
        [
            ('spec.ports[0].targetPort: Invalid value: "a-very--long-name": must be no more than 15 characters'),
            ('spec.ports[0].targetPort: Invalid value: "a-very--long-name": must not contain consecutive hyphens'),
        ],
        id="targetPort over 15 bytes with two hyphens",
    ),
    pytest.param(
        "{ports: [{port: 80, targetPort: 70000}]}",
        ["spec.ports[0].targetPort: Invalid value: 70000: must be between 1 and 65535, inclusive"],
        id="targetPort over 65535",
    ),
    pytest.param(
        "{ports: [{}]}",
        [
            "spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive",
            "spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive",
        ],
        id="port 0 is also the targetPort, so both are wrong",
    ),
    pytest.param(
        "{ports: [{port: 80, appProtocol: my proto}]}",
        [f'spec.ports[0].appProtocol: Invalid value: "my proto": {NAME_PART}'],
        id="appProtocol with a space",
    ),
    pytest.param(
        "{ports: [{port: 80, appProtocol: ''}]}",
        [
            'spec.ports[0].appProtocol: Invalid value: "": name part must be non-empty',
            f'spec.ports[0].appProtocol: Invalid value: "": {NAME_PART}',
        ],
        id="empty appProtocol",
    ),
    pytest.param(
        "{ports: [{name: a, port: 80}, {name: b, port: 80, targetPort: 8080}]}",
        [
            (
                "spec.ports[1]: Duplicate value: "
                '{"Name":"","Protocol":"TCP","AppProtocol":null,"Port":80,"TargetPort":0,"NodePort":0}'
            )
        ],
        id="one protocol and port twice",
    ),
    pytest.param(
        "{selector: {app: a/b}}",
        [f'spec.selector: Invalid value: "a/b": {LABEL_VALUE}'],
        id="selector value with a slash",
    ),
    pytest.param(
        "{selector: {-app: web}}",
        [f'spec.selector: Invalid value: "-app": {NAME_PART}'],
        id="selector key with a leading hyphen",
    ),
]


@pytest.mark.parametrize(("spec", "complaints"), COMPLAINTS)
def test_complaints(spec: str, complaints: list[str]) -> None:
    assert validate_service(service(spec), RULES) == complaints
