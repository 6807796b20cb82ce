"""The rules together, held against the validation of whole Services."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.kubernetes.service_validation import ServiceRules, validate_service
from kgen.kubernetes.version import NEWEST
from kgen.lint.run import run
from kgen.lint.severity import Severity
from kgen.syntax.value import Data, Mapping
from kgen.wiring.model import build
from tests.repositories import repository

RULES = [rule for rule in rules() if rule.group == "service" and rule.on_by_default]
CLUSTER = ServiceRules(NEWEST, (30000, 32767))

PORT: dict[str, list[Data]] = {
    "name": ["http", "web", "Web", "a_b", "1", "n" * 63, "n" * 64],
    "port": [0, 443, 65535, 65536],
    "targetPort": [0, 8080, 70000, "http", "8080", "Web", "sixteen-letters1"],
    "protocol": ["TCP", "UDP", "SCTP", "tcp"],
    "nodePort": [0, 30000, 30001, 29999, 32768],
    "appProtocol": ["http", "kubernetes.io/h2c", "a b", ""],
}
SPEC: dict[str, list[Data]] = {
    "type": ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"],
    "clusterIP": ["", "None", "10.0.0.1", "none"],
    "clusterIPs": [["None"], ["10.0.0.1"], ["10.0.0.1", "fd00::1"], ["10.0.0.1", "10.0.0.2"]],
    "ipFamilies": [["IPv4"], ["IPv6"], ["IPv4", "IPv6"], ["IPv4", "IPv4"], ["ipv4"]],
    "ipFamilyPolicy": ["SingleStack", "PreferDualStack", "RequireDualStack", "DualStack"],
    "externalName": ["db.example.com", "db.example.com.", "bad_name", "https://example.com"],
    "sessionAffinity": ["None", "ClientIP", "clientIP"],
    "sessionAffinityConfig": [{"clientIP": {"timeoutSeconds": seconds}} for seconds in (-1, 0, 600, 86400, 86401)],
    "allocateLoadBalancerNodePorts": [True, False],
    "loadBalancerClass": ["example.com/internal"],
    "loadBalancerSourceRanges": [[], ["10.0.0.0/8"]],
    "healthCheckNodePort": [0, 30000, 30005, 80],
    "externalTrafficPolicy": ["Cluster", "Local", "local", ""],
    "internalTrafficPolicy": ["Cluster", "Local", "local"],
    "trafficDistribution": ["PreferClose", "PreferSameNode", "prefer"],
    "externalIPs": [["192.0.2.1"]],
}


def some_of(fields: dict[str, list[Data]], most: int) -> st.SearchStrategy[Mapping]:
    """Mappings of up to `most` of the fields, each with one of its values."""
    picked = st.lists(st.sampled_from(list(fields)), max_size=most, unique=True)
    return picked.flatmap(lambda names: st.fixed_dictionaries({name: st.sampled_from(fields[name]) for name in names}))


ports = st.lists(some_of(PORT, 3).map(lambda entry: {"port": 80, **entry}), max_size=3)
specs = st.builds(lambda ports, fields: {"selector": {"app": "web"}, "ports": ports, **fields}, ports, some_of(SPEC, 5))
names = st.sampled_from(["web", "web", "web", "1web", "web.api", "Web"])


@settings(deadline=None, max_examples=400)
@given(name=names, spec=specs)
def test_what_is_refused_is_reported_and_what_is_taken_is_no_error(name: str, spec: Mapping) -> None:
    service: Mapping = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": name}, "spec": spec}
    found = run(RULES, [build(repository({"s.yaml": json.dumps(service)}))], Config())
    complaints = validate_service(service, CLUSTER)
    if complaints:
        assert found, complaints
    elif spec.get("type") != "ExternalName":  # whose node ports are out of range to no effect
        assert [finding.message for finding in found if finding.severity is Severity.ERROR] == []
