"""What is wrong with fields that go with some types of Service only, and with enumerations.

The expected sentences are the answers of the API server's own code, k8s.io/kubernetes v1.37.0: defaulting,
allocation (REST.beginCreate), then rest.BeforeCreate with ValidateService.
"""

import pytest

from kgen.kubernetes.service_validation import validate_service
from tests.kubernetes.sentences import NAME_PART, RFC_1123_SUBDOMAIN
from tests.kubernetes.service_validation.cases import RULES, service

COMPLAINTS = [
    pytest.param(
        "{type: nodePort}",
        [
            (
                'spec.type: Unsupported value: "nodePort": supported values: "ClusterIP", '
                '"ExternalName", "LoadBalancer", "NodePort"'
            )
        ],
        id="unknown type",
    ),
    pytest.param(
        "{type: NodePort, clusterIP: None}",
        ["spec.clusterIPs[0]: Invalid value: \"None\": may not be set to 'None' for NodePort services"],
        id="headless NodePort",
    ),
    pytest.param(
        "{type: LoadBalancer, clusterIP: None}",
        [("spec.clusterIPs[0]: Invalid value: \"None\": may not be set to 'None' for LoadBalancer services")],
        id="headless LoadBalancer",
    ),
    pytest.param("{type: ExternalName}", ["spec.externalName: Required value"], id="ExternalName without externalName"),
    pytest.param(
        "{type: ExternalName, externalName: my_db.example.com}",
        [f'spec.externalName: Invalid value: "my_db.example.com": {RFC_1123_SUBDOMAIN}'],
        id="externalName that is no domain",
    ),
    pytest.param(
        "{type: ExternalName, externalName: example.com..}",
        [f'spec.externalName: Invalid value: "example.com.": {RFC_1123_SUBDOMAIN}'],
        id="externalName with two trailing dots",
    ),
    pytest.param(
        ("{type: ExternalName, externalName: example.com, clusterIP: None, ipFamilyPolicy: SingleStack}"),
        [
            "spec.clusterIPs: Forbidden: may not be set for ExternalName services",
            "spec.ipFamilyPolicy: Forbidden: may not be set for ExternalName services",
        ],
        id="ExternalName with a clusterIP",
    ),
    pytest.param(
        "{sessionAffinity: clientIP}",
        ['spec.sessionAffinity: Unsupported value: "clientIP": supported values: "ClientIP", "None"'],
        id="unknown session affinity",
    ),
    pytest.param(
        "{sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 86401}}}",
        [
            (
                "spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: 86401: must "
                "be greater than 0 and less than 86400"
            )
        ],
        id="session affinity of more than a day",
    ),
    pytest.param(
        "{externalTrafficPolicy: Local}",
        [('spec.externalTrafficPolicy: Invalid value: "Local": may only be set for externally-accessible services')],
        id="externalTrafficPolicy on a ClusterIP Service",
    ),
    pytest.param(
        "{type: NodePort, externalTrafficPolicy: local}",
        [('spec.externalTrafficPolicy: Unsupported value: "local": supported values: "Cluster", "Local"')],
        id="unknown externalTrafficPolicy",
    ),
    pytest.param(
        "{internalTrafficPolicy: Node}",
        [('spec.internalTrafficPolicy: Unsupported value: "Node": supported values: "Cluster", "Local"')],
        id="unknown internalTrafficPolicy",
    ),
    pytest.param(
        "{type: LoadBalancer, healthCheckNodePort: 30500}",
        [
            (
                "spec.healthCheckNodePort: Invalid value: 30500: may only be set when `type` is "
                "'LoadBalancer' and `externalTrafficPolicy` is 'Local'"
            )
        ],
        id="healthCheckNodePort without Local",
    ),
    pytest.param(
        (
            "{type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 30080, "
            "ports: [{port: 80, nodePort: 30080}]}"
        ),
        [
            (
                "Internal error occurred: failed to allocate requested HealthCheck NodePort "
                "30080: provided port is already allocated"
            )
        ],
        id="healthCheckNodePort that is a nodePort too",
    ),
    pytest.param(
        "{trafficDistribution: Close}",
        [
            (
                'spec.trafficDistribution: Unsupported value: "Close": supported values: '
                '"PreferClose", "PreferSameZone", "PreferSameNode"'
            )
        ],
        id="unknown trafficDistribution",
    ),
    pytest.param(
        ("{allocateLoadBalancerNodePorts: false, loadBalancerClass: internal, loadBalancerSourceRanges: [10.0.0.0/8]}"),
        [
            "spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'",
            ("spec.allocateLoadBalancerNodePorts: Forbidden: may only be used when `type` is 'LoadBalancer'"),
            "spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'",
        ],
        id="fields of a LoadBalancer on another type",
    ),
    pytest.param(
        (
            "{type: LoadBalancer, loadBalancerClass: a b, loadBalancerSourceRanges: [10.0.0.0, ' "
            "10.0.0.0/8 ', 10.0.0.1/8, 10.0.0.0/08]}"
        ),
        [
            (
                'spec.LoadBalancerSourceRanges[0]: Invalid value: "10.0.0.0": must be a valid '
                "CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"
            ),
            (
                'spec.LoadBalancerSourceRanges[2]: Invalid value: "10.0.0.1/8": must not have '
                "bits set beyond the prefix length"
            ),
            (
                'spec.LoadBalancerSourceRanges[3]: Invalid value: "10.0.0.0/08": must not have '
                "leading 0s in IP or prefix length"
            ),
            f'spec.loadBalancerClass: Invalid value: "a b": {NAME_PART}',
        ],
        id="bad fields of a LoadBalancer",
    ),
]


@pytest.mark.parametrize(("spec", "complaints"), COMPLAINTS)
def test_complaints(spec: str, complaints: list[str]) -> None:
    assert validate_service(service(spec), RULES) == complaints
