"""What one version of Kubernetes refuses and another takes.

The expected sentences are the answers of k8s.io/kubernetes v1.37.0 with the feature gates of the version, and of
v1.32.5 for 1.32.
"""

import pytest

from kgen.kubernetes.service_validation import ServiceRules, validate_service
from kgen.kubernetes.version import KubernetesVersion
from tests.kubernetes.sentences import DNS_1035_LABEL
from tests.kubernetes.service_validation.cases import mapping

VERSIONS = [
    pytest.param(
        35,
        "{metadata: {name: 8ball}, spec: {ports: [{port: 80}]}}",
        [f'metadata.name: Invalid value: "8ball": {DNS_1035_LABEL}'],
        id="name that starts with a digit",
    ),
    pytest.param(
        36, "{metadata: {name: 8ball}, spec: {ports: [{port: 80}]}}", [], id="name that starts with a digit, relaxed"
    ),
    pytest.param(
        35,
        "{metadata: {name: web}, spec: {ports: [{port: 80}], clusterIP: 10.0.0.010}}",
        [],
        id="clusterIP with leading zeros",
    ),
    pytest.param(
        36,
        "{metadata: {name: web}, spec: {ports: [{port: 80}], clusterIP: 10.0.0.010}}",
        ['spec.clusterIPs[0]: Invalid value: "10.0.0.010": must not have leading 0s'],
        id="clusterIP with leading zeros, strict",
    ),
    pytest.param(
        35,
        "{metadata: {name: web}, spec: {ports: [{port: 80}], externalIPs: ['::ffff:192.0.2.1']}}",
        [],
        id="IPv4 mapped into IPv6",
    ),
    pytest.param(
        36,
        "{metadata: {name: web}, spec: {ports: [{port: 80}], externalIPs: ['::ffff:192.0.2.1']}}",
        [('spec.externalIPs[0]: Invalid value: "::ffff:192.0.2.1": must not be an IPv4-mapped IPv6 address')],
        id="IPv4 mapped into IPv6, strict",
    ),
    pytest.param(
        32,
        "{metadata: {name: web}, spec: {ports: [{port: 10250}], type: LoadBalancer}}",
        [("spec.ports[0]: Invalid value: 10250: may not expose port 10250 externally since it is used by kubelet")],
        id="kubelet port on a load balancer",
    ),
    pytest.param(
        33,
        "{metadata: {name: web}, spec: {ports: [{port: 10250}], type: LoadBalancer}}",
        [],
        id="kubelet port on a load balancer, since allowed",
    ),
    pytest.param(
        32,
        "{metadata: {name: web}, spec: {ports: [{port: 80}], trafficDistribution: PreferSameZone}}",
        [('spec.trafficDistribution: Unsupported value: "PreferSameZone": supported values: "PreferClose"')],
        id="trafficDistribution before PreferSameZone",
    ),
    pytest.param(
        34,
        "{metadata: {name: web}, spec: {ports: [{port: 80}], trafficDistribution: PreferSameZone}}",
        [],
        id="trafficDistribution with PreferSameZone",
    ),
]


@pytest.mark.parametrize(("minor", "manifest", "complaints"), VERSIONS)
def test_version(minor: int, manifest: str, complaints: list[str]) -> None:
    rules = ServiceRules(KubernetesVersion(minor), (30000, 32767))
    assert validate_service(mapping(manifest), rules) == complaints
