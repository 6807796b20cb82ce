"""What `kubectl create` prints about a Service, or that it takes it.

The expected texts are the answers of the API server's own code, k8s.io/kubernetes v1.37.0, as kubectl's CheckErr
shows them.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.kubernetes.service_validation import refusal, validate_service
from kgen.syntax.value import Data, Mapping
from tests.kubernetes.service_validation.cases import RULES, mapping, service

VALID = [
    pytest.param("{}", id="a port"),
    pytest.param(
        "{type: ExternalName, externalName: example.com., ports: []}",
        id="ExternalName with a trailing dot and no ports",
    ),
    pytest.param("{clusterIP: None, ports: []}", id="headless without ports"),
    pytest.param("{ports: [{port: 80, targetPort: http}]}", id="a single port needs no name"),
    pytest.param("{ports: [{port: 80, targetPort: 0}]}", id="targetPort 0 means port"),
    pytest.param(
        "{ports: [{name: a, port: 80, nodePort: 0}, {name: b, port: 81, nodePort: null}]}",
        id="nodePort 0 and null mean any",
    ),
    pytest.param(
        (
            "{type: NodePort, ports: [{name: t, port: 53, nodePort: 30053}, {name: u, port: 53, "
            "protocol: UDP, nodePort: 30053}]}"
        ),
        id="TCP and UDP on one port number and one nodePort",
    ),
    pytest.param("{ports: [{name: '80', port: 80}, {name: '443', port: 443}]}", id="port names of digits only"),
    pytest.param(
        ("{type: LoadBalancer, ports: [{name: a, port: 1, nodePort: 30000}, {name: b, port: 65535, nodePort: 32767}]}"),
        id="ends of the nodePort range",
    ),
    pytest.param(
        "{type: ExternalName, externalName: a, ports: [{port: 80, nodePort: 5}]}",
        id="nodePort on an ExternalName Service",
    ),
    pytest.param("{selector: {}}", id="empty selector"),
    pytest.param(
        (
            "{clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 'fd00::1'], ipFamilies: [IPv4, IPv6], "
            "ipFamilyPolicy: RequireDualStack}"
        ),
        id="both IP families",
    ),
    pytest.param(
        "{externalIPs: [192.0.2.1], externalTrafficPolicy: Local}",
        id="ClusterIP Service with an external IP may have a traffic policy",
    ),
    pytest.param(
        "{type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 30500}", id="healthCheckNodePort"
    ),
    pytest.param(
        "{sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {}}}",
        id="session affinity with the default timeout",
    ),
    pytest.param("{ports: [{port: 80, appProtocol: kubernetes.io/h2c}]}", id="appProtocol with a prefix"),
]

REFUSALS = [
    pytest.param(
        ("{metadata: {name: hello-nginx-port-expose}, spec: {type: NodePort, ports: [{port: 80, nodePort: 9090}]}}"),
        (
            'The Service "hello-nginx-port-expose" is invalid: spec.ports[0].nodePort: '
            "Invalid value: 9090: provided port is not in the valid range. The range of "
            "valid ports is 30000-32767"
        ),
        id="one complaint",
    ),
    pytest.param(
        "{metadata: {name: web}, spec: {ports: [{port: 80}, {port: 0, targetPort: 80, name: http}]}}",
        (
            'The Service "web" is invalid: \n* spec.ports[0].name: Required value\n* '
            "spec.ports[1].port: Invalid value: 0: must be between 1 and 65535, inclusive"
        ),
        id="several complaints",
    ),
    pytest.param(
        '{metadata: {name: "a\\"b\\nc"}, spec: {type: NodePort, ports: [{port: 80, nodePort: 1}]}}',
        (
            'The Service "a\\"b\\nc" is invalid: spec.ports[0].nodePort: Invalid value: 1: '
            "provided port is not in the valid range. The range of valid ports is "
            "30000-32767"
        ),
        id="name that needs quoting",
    ),
    pytest.param(
        "{metadata: {}, spec: {ports: [{port: 80}]}}",
        'The Service "" is invalid: metadata.name: Required value: name or generateName is required',
        id="no name",
    ),
    pytest.param(
        (
            "{metadata: {name: web}, spec: {ports: [{port: 80}], type: LoadBalancer, "
            "externalTrafficPolicy: Local, healthCheckNodePort: 80}}"
        ),
        (
            "Error from server (InternalError): Internal error occurred: failed to allocate "
            "requested HealthCheck NodePort 80: provided port is not in the valid range. "
            "The range of valid ports is 30000-32767"
        ),
        id="healthCheckNodePort out of range",
    ),
]

FIELDS = ["metadata", "spec", "name", "labels", "selector", "type", "clusterIP", "clusterIPs", "ipFamilies"]
FIELDS += ["ports", "port", "targetPort", "nodePort", "protocol", "externalIPs", "loadBalancerSourceRanges"]
DATA: st.SearchStrategy[Data] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4),
    max_leaves=12,
)
FIELDS_OF_ANY_SHAPE = st.dictionaries(st.sampled_from(FIELDS), DATA)


@pytest.mark.parametrize("spec", VALID)
def test_valid(spec: str) -> None:
    assert refusal(service(spec), RULES) is None


@pytest.mark.parametrize(("manifest", "printed"), REFUSALS)
def test_refused(manifest: str, printed: str) -> None:
    assert refusal(mapping(manifest), RULES) == printed


@given(FIELDS_OF_ANY_SHAPE, FIELDS_OF_ANY_SHAPE)
def test_data_of_any_shape_is_judged(metadata: Mapping, spec: Mapping) -> None:
    manifest: Mapping = {"metadata": metadata, "spec": spec}
    assert (refusal(manifest, RULES) is None) == (not validate_service(manifest, RULES))
