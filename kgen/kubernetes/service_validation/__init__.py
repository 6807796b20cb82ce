"""What the API server would refuse about a Service that is created, in its own words.

The steps and their order are those of `kubectl create`: defaulting, allocation of cluster IPs and nodePorts
(pkg/registry/core/service/storage, beginCreate), and only then validation (ValidateServiceCreate), all of
k8s.io/kubernetes v1.37.0. What only a cluster knows is not judged: which numbers and addresses are taken, its
service CIDR and its IP families. Fields of the wrong type, which the API server cannot even decode, count as
absent. Whether a Service is refused follows the version asked for, the wording is that of v1.37.0.
"""

from __future__ import annotations

from kgen.kubernetes.service_validation.addresses import cluster_ip_complaints
from kgen.kubernetes.service_validation.defaulted import DefaultedSpec, mapping, text
from kgen.kubernetes.service_validation.metadata import metadata_complaints
from kgen.kubernetes.service_validation.node_ports import INTERNAL_ERROR, allocate_node_ports
from kgen.kubernetes.service_validation.spec import spec_complaints
from kgen.syntax.golang import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.version import KubernetesVersion
    from kgen.syntax.value import Mapping


class ServiceRules:
    """What is known of the target cluster: its version, and its lowest and highest nodePort."""

    __slots__ = ("node_port_range", "version")

    def __init__(self, version: KubernetesVersion, node_port_range: tuple[int, int]) -> None:
        self.version = version
        self.node_port_range = node_port_range


def validate_service(service: Mapping, rules: ServiceRules) -> list[str]:
    """The complaints about a core/v1 Service in JSON shape, as `FIELD: KIND: DETAIL`; empty if it is valid.

    Allocation that fails ends the matter: its complaints come without those of validation. A Service
    without a namespace counts as one of `default`, as kubectl makes it.
    """
    spec = DefaultedSpec(mapping(service.get("spec")))
    complaints = _allocation_complaints(spec, rules) or [
        *metadata_complaints(mapping(service.get("metadata")), rules.version),
        *spec_complaints(spec, rules.version),
    ]
    return list(dict.fromkeys(complaints))  # two labels may break one rule with one value


def refusal(service: Mapping, rules: ServiceRules) -> str | None:
    """What `kubectl create` or `apply` prints about a Service the API server refuses; None where it is valid.

    Several complaints stand on lines of their own (kubectl's MultilineError).
    """
    complaints = validate_service(service, rules)
    if not complaints:
        return None
    if complaints[0].startswith(INTERNAL_ERROR):
        return f"Error from server (InternalError): {complaints[0]}"
    name = quote(text(mapping(service.get("metadata")).get("name")))
    if len(complaints) == 1:
        return f"The Service {name} is invalid: {complaints[0]}"
    return "\n".join([f"The Service {name} is invalid: ", *(f"* {complaint}" for complaint in complaints)])


def _allocation_complaints(spec: DefaultedSpec, rules: ServiceRules) -> list[str]:
    complaints = cluster_ip_complaints(spec, rules.version)
    if complaints:
        return complaints
    complaint = allocate_node_ports(spec, rules.node_port_range)
    return [complaint] if complaint else []
