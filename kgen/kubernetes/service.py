"""Services of the core group."""

from collections.abc import Iterator
from functools import cached_property

from kgen.kubernetes.container import DEFAULT_PROTOCOL
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.selectors import Selector, equality_selector
from kgen.kubernetes.service_validation.defaulted import DefaultedSpec, mapping
from kgen.record import Remembering, record
from kgen.syntax.node import Node

EXTERNAL_NAME = "ExternalName"
LOAD_BALANCER = "LoadBalancer"
NODE_PORT = "NodePort"
TYPES = ("ClusterIP", NODE_PORT, LOAD_BALANCER, EXTERNAL_NAME)

_DIRECTIVE = "$patch"
_LOAD_BALANCER_FIELDS = ("allocateLoadBalancerNodePorts", "loadBalancerClass", "loadBalancerSourceRanges")
_ADDRESS_FIELDS = ("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")


@record
class ServicePort:
    """One entry of a Service's `ports`.

    `target` is what pods are asked for: a container port's name or a number. Left out or 0 it is `number`,
    the Service's own port; None where neither can be read.
    """

    node: Node
    name: str
    number: int | None
    protocol: str
    target: int | str | None

    @property
    def target_node(self) -> Node:
        """Where the target port stands; the port it is taken from where it is left out."""
        target = self.node.get("targetPort")
        if target is not None and target.value:
            return target
        return self.node.get("port") or self.node

    @property
    def protocol_node(self) -> Node | None:
        """Where the protocol stands, None where it is left out."""
        return self.node.get("protocol")

    @property
    def name_node(self) -> Node | None:
        """Where the name stands, None where it is left out."""
        return _given(self.node, "name")

    @property
    def number_node(self) -> Node:
        """Where the Service's own port stands, or the entry where it has none."""
        return self.node.get("port") or self.node

    @property
    def node_port(self) -> Node | None:
        """Where a node port is asked for by number; None where any will do, as 0 says."""
        number = self.node.get("nodePort")
        return number if number is not None and number.integer() else None

    @property
    def app_protocol(self) -> Node | None:
        """Where the application's protocol stands, None where it is left out; an empty one is refused."""
        node = self.node.get("appProtocol")
        return None if node is None or node.value is None else node

    def __str__(self) -> str:
        return self.name or str(self.number)


@record(eq=False)
class Service(Remembering):
    """A Service, or a patch of one."""

    resource: Resource
    type: str
    selector: Selector | None
    ports: tuple[ServicePort, ...]

    @property
    def selects_pods(self) -> bool:
        """Whether the control plane keeps endpoints for it: it has a selector, and is no ExternalName."""
        return self.selector is not None and bool(self.selector.requirements) and self.type != EXTERNAL_NAME

    @cached_property
    def defaulted(self) -> DefaultedSpec:
        """Its spec as the API server sees it, with what it fills in; to look at only, as all rules share it."""
        return DefaultedSpec(mapping(None if self.spec is None else self.spec.value))

    @cached_property
    def spec(self) -> Node | None:
        """Where its spec stands."""
        return self.resource.node.get("spec")

    @property
    def type_node(self) -> Node | None:
        """Where its type stands, None where it is left out."""
        return self._field("type")

    @property
    def ports_node(self) -> Node | None:
        """Where its ports stand, None where there are none."""
        return self._field("ports")

    @property
    def node_ports(self) -> Iterator[Node]:
        """Every number it asks of the node port range: each port's `nodePort`, and `healthCheckNodePort`."""
        for port in self.ports:
            number = port.node.get("nodePort")
            if number is not None:
                yield number
        if self.health_check_node_port is not None:
            yield self.health_check_node_port

    @property
    def health_check_node_port(self) -> Node | None:
        """Where the node port of the load balancer's health checks stands."""
        return self._field("healthCheckNodePort")

    @property
    def load_balancer_fields(self) -> tuple[Node, ...]:
        """What it sets of the fields that only a LoadBalancer may have."""
        return self._fields(_LOAD_BALANCER_FIELDS)

    @property
    def address_fields(self) -> tuple[Node, ...]:
        """What it sets of the fields about its own addresses, which an ExternalName may not have."""
        return self._fields(_ADDRESS_FIELDS)

    @property
    def headless_node(self) -> Node | None:
        """Where it says to be headless, None where it does not."""
        if not self.defaulted.is_headless:
            return None
        return self._field("clusterIP") or self._field("clusterIPs")

    @property
    def cluster_ip(self) -> Node | None:
        """Where the address stands that it asks for."""
        return self._field("clusterIP")

    @property
    def cluster_ips(self) -> Node | None:
        """Where the addresses of a dual-stack Service stand."""
        return self._field("clusterIPs")

    @property
    def addresses(self) -> tuple[Node, ...]:
        """Each address that it asks for, the one in `clusterIP` where there is no list."""
        if self.cluster_ips is not None:
            return tuple(self.cluster_ips)
        return () if self.cluster_ip is None else (self.cluster_ip,)

    @property
    def ip_families(self) -> Node | None:
        """Where its IP families stand."""
        return self._field("ipFamilies")

    @property
    def ip_family_policy(self) -> Node | None:
        """Where it says how many IP families it takes."""
        return self._field("ipFamilyPolicy")

    @property
    def external_name(self) -> Node | None:
        """Where the DNS name stands that an ExternalName leads to."""
        return self._field("externalName")

    @property
    def session_affinity(self) -> Node | None:
        """Where its session affinity stands."""
        return self._field("sessionAffinity")

    @property
    def session_affinity_config(self) -> Node | None:
        """Where the settings of its session affinity stand."""
        return self._field("sessionAffinityConfig")

    @property
    def session_affinity_timeout(self) -> Node | None:
        """Where the seconds stand for which a client keeps its pod."""
        config = self.session_affinity_config
        client_ip = None if config is None else config.get("clientIP")
        return None if client_ip is None else _given(client_ip, "timeoutSeconds")

    @property
    def external_traffic_policy(self) -> Node | None:
        """Where it says how traffic from outside of the cluster is spread."""
        return self._field("externalTrafficPolicy")

    @property
    def internal_traffic_policy(self) -> Node | None:
        """Where it says how traffic from inside of the cluster is spread."""
        return self._field("internalTrafficPolicy")

    @property
    def traffic_distribution(self) -> Node | None:
        """Where it says which endpoints it prefers."""
        return self._field("trafficDistribution")

    def _fields(self, names: tuple[str, ...]) -> tuple[Node, ...]:
        nodes = (self._field(name) for name in names)
        return tuple(node for node in nodes if node is not None)

    def _field(self, name: str) -> Node | None:
        return None if self.spec is None else _given(self.spec, name)

    def __str__(self) -> str:
        return str(self.resource)


def service(resource: Resource) -> Service | None:
    """The Service that an object is; None for other kinds, Knative's `Service` among them."""
    if resource.kind != "Service" or resource.api_version != "v1":
        return None
    spec = resource.node.get("spec")
    if spec is None:
        return Service(resource, "", None, ())
    selector, ports = spec.get("selector"), spec.get("ports")
    return Service(
        resource=resource,
        type=spec.text_at("type"),
        selector=None if selector is None else equality_selector(selector),
        ports=() if ports is None else tuple(_port(item) for item in ports if _is_port(item)),
    )


def _given(node: Node, key: str) -> Node | None:
    """The value at a key; null, and an empty text, list or mapping, are as if left out."""
    return None if node.value_at(key) in (None, "", [], {}) else node.get(key)


def _is_port(item: Node) -> bool:
    """Whether an item is a port, not one that a strategic merge patch deletes."""
    return item.has_fields and _DIRECTIVE not in item


def _port(node: Node) -> ServicePort:
    number, target = node.integer_at("port"), node.value_at("targetPort")
    asked = node.text_at("targetPort") or node.integer_at("targetPort")
    return ServicePort(
        node=node,
        name=node.text_at("name"),
        number=number,
        protocol=node.text_at("protocol") or DEFAULT_PROTOCOL,
        target=asked if target else number,
    )
