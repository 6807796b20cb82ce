"""The page of `kubectl describe service` (k8s.io/kubectl/pkg/describe, describeService)."""

from collections.abc import Iterator, Mapping, Sequence

from kgen.kubernetes.version import KubernetesVersion
from kgen.record import record
from kgen.show.service_data import IngressPoint, PortData, ServiceData
from kgen.show.tabwriter import aligned, escaped
from kgen.show.words import NONE, bytewise, equalities, joined

_PADDING = 2
_UNNAMED = "<unset>"
_LONGEST_ANNOTATION = 140  # bytes of key and value together
_HIDDEN_ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration"


@record
class Layout:
    """What differs between versions of kubectl, and whether there is a line for events."""

    version: KubernetesVersion
    shows_events: bool = True

    @property
    def shows_newer_addresses(self) -> bool:
        """From 1.31 there are `Desired LoadBalancer IP`, `Internal Traffic Policy` and the mode of an ingress IP."""
        return self.version.minor >= 31

    @property
    def shows_traffic_distribution(self) -> bool:
        """From 1.34."""
        return self.version.minor >= 34

    @property
    def shows_app_protocol(self) -> bool:
        """From 1.36."""
        return self.version.minor >= 36


def describe(service: ServiceData, endpoints: Sequence[str], layout: Layout) -> str:
    """The page of a Service; `endpoints` are the texts for its ports, one each."""
    lines = [
        *_identity(service),
        *_addresses(service, layout),
        *(line for port, found in zip(service.ports, endpoints, strict=True) for line in _port(port, found, layout)),
        *_traffic(service, layout),
    ]
    if layout.shows_events:
        lines.append(f"Events:\t{NONE}")
    return aligned(escaped("".join(f"{_one_line(line)}\n" for line in lines)), _PADDING)


def _one_line(text: str) -> str:
    """A value that breaks the line could pass for other fields; the API server lets none through."""
    return text.replace("\n", "\\n")


def _identity(service: ServiceData) -> Iterator[str]:
    yield f"Name:\t{service.name}"
    yield f"Namespace:\t{service.namespace}"
    labels = [f"{key}={service.labels[key]}" for key in bytewise(service.labels)]
    yield from _listed("Labels", labels)
    yield from _listed("Annotations", list(_annotations(service.annotations)))
    yield f"Selector:\t{equalities(service.selector)}"
    yield f"Type:\t{service.type}"


def _listed(title: str, entries: Sequence[str]) -> Iterator[str]:
    """A line for each entry, the first behind the title."""
    first, *rest = entries or [NONE]
    yield f"{title}:\t{first}"
    yield from (f"\t{entry}" for entry in rest)


def _annotations(annotations: Mapping[str, str]) -> Iterator[str]:
    """Each as `key: value`, a long or multi-line value in lines of its own."""
    for key in bytewise(annotations):
        if key == _HIDDEN_ANNOTATION:
            continue
        value = annotations[key].removesuffix("\n")
        if "\n" not in value and len(_bytes(key)) + len(_bytes(value)) + 2 <= _LONGEST_ANNOTATION:
            yield f"{key}: {value}"
            continue
        yield f"{key}:"
        yield from (f"  {_shortened(line)}" for line in value.split("\n"))


def _shortened(line: str) -> str:
    data, longest = _bytes(line), _LONGEST_ANNOTATION - 2
    return line if len(data) <= longest else data[:longest].decode("utf-8", "surrogateescape") + "..."


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _addresses(service: ServiceData, layout: Layout) -> Iterator[str]:
    if service.ip_family_policy is not None:
        yield f"IP Family Policy:\t{service.ip_family_policy}"
    yield f"IP Families:\t{joined(service.ip_families)}"
    yield f"IP:\t{service.cluster_ip}"
    yield f"IPs:\t{joined(service.cluster_ips)}"
    if service.external_ips:
        yield f"External IPs:\t{joined(service.external_ips)}"
    if service.load_balancer_ip:
        title = "Desired LoadBalancer IP" if layout.shows_newer_addresses else "IP"
        yield f"{title}:\t{service.load_balancer_ip}"
    if service.external_name:
        yield f"External Name:\t{service.external_name}"
    if service.ingress:
        yield f"LoadBalancer Ingress:\t{', '.join(_ingress_point(point, layout) for point in service.ingress)}"


def _ingress_point(point: IngressPoint, layout: Layout) -> str:
    if not point.ip:
        return point.hostname
    if point.ip_mode is None or not layout.shows_newer_addresses:
        return point.ip
    return f"{point.ip} ({point.ip_mode})"


def _port(port: PortData, endpoints: str, layout: Layout) -> Iterator[str]:
    name = port.name or _UNNAMED
    yield f"Port:\t{name}\t{port.number}/{port.protocol}"
    yield f"TargetPort:\t{port.target}/{port.protocol}"
    if port.app_protocol is not None and layout.shows_app_protocol:
        yield f"AppProtocol:\t{port.app_protocol}"
    if port.node_port:
        yield f"NodePort:\t{name}\t{port.node_port}/{port.protocol}"
    yield f"Endpoints:\t{endpoints}"


def _traffic(service: ServiceData, layout: Layout) -> Iterator[str]:
    yield f"Session Affinity:\t{service.session_affinity}"
    if service.external_traffic_policy:
        yield f"External Traffic Policy:\t{service.external_traffic_policy}"
    if service.internal_traffic_policy is not None and layout.shows_newer_addresses:
        yield f"Internal Traffic Policy:\t{service.internal_traffic_policy}"
    if service.health_check_node_port:
        yield f"HealthCheck NodePort:\t{service.health_check_node_port}"
    if service.source_ranges:
        yield f"LoadBalancer Source Ranges:\t{joined(service.source_ranges)}"
    if service.traffic_distribution is not None and layout.shows_traffic_distribution:
        yield f"Traffic Distribution:\t{service.traffic_distribution}"
