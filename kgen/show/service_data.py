"""A Service's fields as kubectl decodes them, without the defaults of the API server."""

from collections.abc import Mapping

from kgen.record import record
from kgen.show.fields import mapping, number, optional_text, sequence, text, text_map, texts
from kgen.syntax.value import Data


@record
class PortData:
    """An entry of `spec.ports`; `target` is a name or a number as text, `0` where it is left out."""

    name: str
    number: int
    protocol: str
    target: str
    node_port: int
    app_protocol: str | None


@record
class IngressPoint:
    """An entry of `status.loadBalancer.ingress`."""

    ip: str
    hostname: str
    ip_mode: str | None


@record
class ServiceData:
    """The fields that kubectl shows; None stands for a pointer that is not set."""

    name: str
    namespace: str
    labels: Mapping[str, str]
    annotations: Mapping[str, str]
    selector: Mapping[str, str]
    type: str
    ip_family_policy: str | None
    ip_families: tuple[str, ...]
    cluster_ip: str
    cluster_ips: tuple[str, ...]
    external_ips: tuple[str, ...]
    load_balancer_ip: str
    external_name: str
    ingress: tuple[IngressPoint, ...]
    ports: tuple[PortData, ...]
    session_affinity: str
    external_traffic_policy: str
    internal_traffic_policy: str | None
    health_check_node_port: int
    source_ranges: tuple[str, ...]
    traffic_distribution: str | None


def service_data(value: Data) -> ServiceData:
    """Read a Service; whatever it lacks is empty."""
    service = mapping(value)
    metadata, spec = mapping(service.get("metadata")), mapping(service.get("spec"))
    balancer = mapping(mapping(service.get("status")).get("loadBalancer"))
    return ServiceData(
        name=text(metadata.get("name")),
        namespace=text(metadata.get("namespace")),
        labels=text_map(metadata.get("labels")),
        annotations=text_map(metadata.get("annotations")),
        selector=text_map(spec.get("selector")),
        type=text(spec.get("type")),
        ip_family_policy=optional_text(spec.get("ipFamilyPolicy")),
        ip_families=texts(spec.get("ipFamilies")),
        cluster_ip=text(spec.get("clusterIP")),
        cluster_ips=texts(spec.get("clusterIPs")),
        external_ips=texts(spec.get("externalIPs")),
        load_balancer_ip=text(spec.get("loadBalancerIP")),
        external_name=text(spec.get("externalName")),
        ingress=tuple(map(_ingress_point, sequence(balancer.get("ingress")))),
        ports=tuple(map(_port, sequence(spec.get("ports")))),
        session_affinity=text(spec.get("sessionAffinity")),
        external_traffic_policy=text(spec.get("externalTrafficPolicy")),
        internal_traffic_policy=optional_text(spec.get("internalTrafficPolicy")),
        health_check_node_port=number(spec.get("healthCheckNodePort")),
        source_ranges=texts(spec.get("loadBalancerSourceRanges")),
        traffic_distribution=optional_text(spec.get("trafficDistribution")),
    )


def _port(value: Data) -> PortData:
    port = mapping(value)
    target = port.get("targetPort")
    return PortData(
        name=text(port.get("name")),
        number=number(port.get("port")),
        protocol=text(port.get("protocol")),
        target="0" if target is None else text(target),
        node_port=number(port.get("nodePort")),
        app_protocol=optional_text(port.get("appProtocol")),
    )


def _ingress_point(value: Data) -> IngressPoint:
    point = mapping(value)
    return IngressPoint(text(point.get("ip")), text(point.get("hostname")), optional_text(point.get("ipMode")))
