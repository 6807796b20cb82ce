"""The spec of a Service as the API server sees it: decoded, and with the defaults of SetDefaults_Service."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.value import Data, Mapping


class DefaultedPort:
    """One entry of `spec.ports`; a `node_port` of 0 asks for any number."""

    __slots__ = ("app_protocol", "name", "node_port", "port", "protocol", "target_port")

    def __init__(self, entry: Mapping) -> None:
        self.name = text(entry.get("name"))
        self.protocol = text(entry.get("protocol")) or "TCP"
        self.port = number(entry.get("port"))
        self.node_port = number(entry.get("nodePort"))
        self.app_protocol = optional_text(entry.get("appProtocol"))
        target = entry.get("targetPort")
        self.target_port: int | str = text(target) or number(target) or self.port


class DefaultedSpec:
    """What validation looks at in `spec`; None stands for absent where that differs from empty."""

    __slots__ = (
        "affinity_timeout",
        "allocates_node_ports",
        "cluster_ip",
        "cluster_ips",
        "external_ips",
        "external_name",
        "external_traffic_policy",
        "health_check_node_port",
        "internal_traffic_policy",
        "ip_families",
        "ip_family_policy",
        "load_balancer_class",
        "ports",
        "selector",
        "session_affinity",
        "source_ranges",
        "traffic_distribution",
        "type",
    )

    def __init__(self, spec: Mapping) -> None:
        self.type = text(spec.get("type")) or "ClusterIP"
        self.ports = [DefaultedPort(mapping(entry)) for entry in sequence(spec.get("ports"))]
        self.selector = text_map(spec.get("selector"))
        self.external_name = text(spec.get("externalName"))
        self.external_ips = texts(spec.get("externalIPs"))
        self.cluster_ip = text(spec.get("clusterIP"))
        self.cluster_ips = texts(spec.get("clusterIPs")) or ([self.cluster_ip] if self.cluster_ip else [])
        self.ip_families = texts(spec.get("ipFamilies"))
        self.ip_family_policy = optional_text(spec.get("ipFamilyPolicy"))
        self.session_affinity = text(spec.get("sessionAffinity")) or "None"
        client_ip = mapping(mapping(spec.get("sessionAffinityConfig")).get("clientIP"))
        self.affinity_timeout = optional_number(client_ip.get("timeoutSeconds"))
        self.load_balancer_class = optional_text(spec.get("loadBalancerClass"))
        self.source_ranges = texts(spec.get("loadBalancerSourceRanges"))
        allocates = spec.get("allocateLoadBalancerNodePorts")
        self.allocates_node_ports = allocates if isinstance(allocates, bool) else None
        self.health_check_node_port = number(spec.get("healthCheckNodePort"))
        self.internal_traffic_policy = optional_text(spec.get("internalTrafficPolicy"))
        self.traffic_distribution = optional_text(spec.get("trafficDistribution"))
        self.external_traffic_policy = text(spec.get("externalTrafficPolicy"))
        if self.is_externally_accessible and not self.external_traffic_policy:
            self.external_traffic_policy = "Cluster"

    @property
    def is_externally_accessible(self) -> bool:
        """Whether an externalTrafficPolicy may stand here (pkg/api/service, ExternallyAccessible)."""
        return self.type in ("NodePort", "LoadBalancer") or (self.type == "ClusterIP" and bool(self.external_ips))

    @property
    def needs_health_check(self) -> bool:
        """Whether nodes answer a load balancer on a port of its own, the healthCheckNodePort."""
        return self.type == "LoadBalancer" and self.external_traffic_policy == "Local"

    @property
    def is_headless(self) -> bool:
        """Whether DNS answers with the pods themselves."""
        return self.cluster_ips == ["None"]


def text(value: Data) -> str:
    """A string field: null and absent are Go's empty string."""
    return value if isinstance(value, str) else ""


def optional_text(value: Data) -> str | None:
    """A string field that Go keeps behind a pointer."""
    return value if isinstance(value, str) else None


def number(value: Data) -> int:
    """An integer field: null and absent are Go's 0."""
    return optional_number(value) or 0


def optional_number(value: Data) -> int | None:
    """An integer field that Go keeps behind a pointer."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def mapping(value: Data) -> Mapping:
    """An object field."""
    return value if isinstance(value, dict) else {}


def sequence(value: Data) -> list[Data]:
    """A list field."""
    return value if isinstance(value, list) else []


def texts(value: Data) -> list[str]:
    """A list of strings; an item that is none keeps its place."""
    return [text(item) for item in sequence(value)]


def text_map(value: Data) -> dict[str, str]:
    """Labels, a selector or annotations."""
    return {key: text(item) for key, item in mapping(value).items()}
