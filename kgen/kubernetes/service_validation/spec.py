"""Complaints about a Service's spec, in the order of validateService (pkg/apis/core/validation)."""

from __future__ import annotations

from kgen.kubernetes.names import dns1123_subdomain, label_key
from kgen.kubernetes.service_validation.addresses import cidr_complaints, external_ip_complaints
from kgen.kubernetes.service_validation.field import each_invalid, forbidden, invalid, required, unsupported
from kgen.kubernetes.service_validation.metadata import label_complaints
from kgen.kubernetes.service_validation.ports import duplicate_node_ports, duplicate_ports, port_complaints

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.service_validation.defaulted import DefaultedSpec
    from kgen.kubernetes.version import KubernetesVersion

_TYPES = ("ClusterIP", "ExternalName", "LoadBalancer", "NodePort")
_TRAFFIC_POLICIES = ("Cluster", "Local")
_LONGEST_AFFINITY = 86400  # seconds
_KUBELET_PORT = 10250
_ONLY_LOAD_BALANCER = "may only be used when `type` is 'LoadBalancer'"


def spec_complaints(spec: DefaultedSpec, version: KubernetesVersion) -> list[str]:
    """The complaints about a spec whose addresses and nodePorts could be allocated."""
    return [
        *_missing_ports(spec),
        *_type_specific_complaints(spec, version),
        *port_complaints(spec.ports),
        *label_complaints("spec.selector", spec.selector),
        *_affinity_complaints(spec),
        *external_ip_complaints(spec.external_ips, version),
        *([] if spec.type in _TYPES else [unsupported("spec.type", spec.type, _TYPES)]),
        *_node_ports_of_cluster_ip(spec),
        *duplicate_node_ports(spec.ports),
        *duplicate_ports(spec.ports),
        *_load_balancer_complaints(spec, version),
        *_external_traffic_complaints(spec),
        *_internal_traffic_complaints(spec),
        *_distribution_complaints(spec, version),
    ]


def _missing_ports(spec: DefaultedSpec) -> list[str]:
    needless = spec.ports or spec.is_headless or spec.type == "ExternalName"
    return [] if needless else [required("spec.ports")]


def _type_specific_complaints(spec: DefaultedSpec, version: KubernetesVersion) -> list[str]:
    if spec.type == "ExternalName":
        return _external_name_complaints(spec)
    if spec.type not in ("NodePort", "LoadBalancer"):
        return []
    complaints = _kubelet_port_complaints(spec, version)
    if spec.is_headless:
        detail = f"may not be set to 'None' for {spec.type} services"
        complaints.append(invalid("spec.clusterIPs[0]", "None", detail))
    return complaints


def _kubelet_port_complaints(spec: DefaultedSpec, version: KubernetesVersion) -> list[str]:
    if spec.type != "LoadBalancer" or not version.refuses_kubelet_port:
        return []
    detail = f"may not expose port {_KUBELET_PORT} externally since it is used by kubelet"
    return [
        invalid(f"spec.ports[{index}]", port.port, detail)
        for index, port in enumerate(spec.ports)
        if port.port == _KUBELET_PORT
    ]


def _external_name_complaints(spec: DefaultedSpec) -> list[str]:
    unwanted = {
        "clusterIPs": bool(spec.cluster_ips),
        "ipFamilies": bool(spec.ip_families),
        "ipFamilyPolicy": spec.ip_family_policy is not None,
    }
    complaints = [
        forbidden(f"spec.{field}", "may not be set for ExternalName services")
        for field, is_set in unwanted.items()
        if is_set
    ]
    name = spec.external_name.removesuffix(".")
    if not name:
        return [*complaints, required("spec.externalName")]
    return complaints + each_invalid("spec.externalName", name, dns1123_subdomain(name))


def _affinity_complaints(spec: DefaultedSpec) -> list[str]:
    affinity = spec.session_affinity
    if affinity not in ("ClientIP", "None"):
        return [unsupported("spec.sessionAffinity", affinity, ("ClientIP", "None"))]
    timeout = spec.affinity_timeout
    if affinity == "None" or timeout is None or 0 < timeout <= _LONGEST_AFFINITY:
        return []
    path = "spec.sessionAffinityConfig.clientIP.timeoutSeconds"
    return [invalid(path, timeout, f"must be greater than 0 and less than {_LONGEST_AFFINITY}")]


def _node_ports_of_cluster_ip(spec: DefaultedSpec) -> list[str]:
    if spec.type != "ClusterIP":
        return []
    return [
        forbidden(f"spec.ports[{index}].nodePort", "may not be used when `type` is 'ClusterIP'")
        for index, port in enumerate(spec.ports)
        if port.node_port
    ]


def _load_balancer_complaints(spec: DefaultedSpec, version: KubernetesVersion) -> list[str]:
    is_load_balancer = spec.type == "LoadBalancer"
    complaints = _source_range_complaints(spec, version)
    if spec.allocates_node_ports is not None and not is_load_balancer:
        complaints.append(forbidden("spec.allocateLoadBalancerNodePorts", _ONLY_LOAD_BALANCER))
    if spec.load_balancer_class is None:
        return complaints
    if not is_load_balancer:
        return [*complaints, forbidden("spec.loadBalancerClass", _ONLY_LOAD_BALANCER)]
    broken = label_key(spec.load_balancer_class)
    return complaints + each_invalid("spec.loadBalancerClass", spec.load_balancer_class, broken)


def _source_range_complaints(spec: DefaultedSpec, version: KubernetesVersion) -> list[str]:
    if not spec.source_ranges:
        return []
    path = "spec.LoadBalancerSourceRanges"  # the API server's own capital letter
    complaints = [] if spec.type == "LoadBalancer" else [forbidden(path, _ONLY_LOAD_BALANCER)]
    for index, cidr in enumerate(spec.source_ranges):
        complaints += cidr_complaints(f"{path}[{index}]", cidr.strip(), version)
    return complaints


def _external_traffic_complaints(spec: DefaultedSpec) -> list[str]:
    complaints = []
    path, policy = "spec.externalTrafficPolicy", spec.external_traffic_policy
    if policy and not spec.is_externally_accessible:
        complaints.append(invalid(path, policy, "may only be set for externally-accessible services"))
    elif policy and policy not in _TRAFFIC_POLICIES:
        complaints.append(unsupported(path, policy, _TRAFFIC_POLICIES))
    if spec.health_check_node_port and not spec.needs_health_check:
        detail = "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'"
        complaints.append(invalid("spec.healthCheckNodePort", spec.health_check_node_port, detail))
    return complaints


def _internal_traffic_complaints(spec: DefaultedSpec) -> list[str]:
    policy = spec.internal_traffic_policy
    if policy is None or policy in _TRAFFIC_POLICIES:
        return []
    return [unsupported("spec.internalTrafficPolicy", policy, _TRAFFIC_POLICIES)]


def _distribution_complaints(spec: DefaultedSpec, version: KubernetesVersion) -> list[str]:
    distribution, known = spec.traffic_distribution, version.traffic_distributions
    if distribution is None or not known or distribution in known:
        return []
    return [unsupported("spec.trafficDistribution", distribution, known)]
