"""The Service that `kubectl create service` makes, and the ports it reads from `--tcp`."""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.generate.metadata import metadata
from kgen.kubernetes.names import dns1123_subdomain, port_name
from kgen.syntax.golang import parse_int, parse_uint, quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.version import KubernetesVersion
    from kgen.syntax.value import Data, Mapping


class ServicePort:
    """One entry of `spec.ports`; `target` None leaves targetPort out, a `node_port` of 0 leaves nodePort out.

    `automatic` asks for the lowest free nodePort; who allocates sets `node_port` before the port is printed.
    """

    __slots__ = ("app_protocol", "automatic", "name", "node_port", "port", "protocol", "target")

    def __init__(self, port: int, target: int | str | None, name: str = "", protocol: str = "TCP") -> None:
        self.port = port
        self.target = target
        self.name = name
        self.protocol = protocol
        self.node_port = 0
        self.automatic = False
        self.app_protocol = ""

    def data(self) -> Mapping:
        """The entry in the order of Go's ServicePort."""
        out: Mapping = {}
        if self.name:
            out["name"] = self.name
        out["protocol"] = self.protocol
        if self.app_protocol:
            out["appProtocol"] = self.app_protocol
        out["port"] = self.port
        if self.target is not None:
            out["targetPort"] = self.target
        if self.node_port:
            out["nodePort"] = self.node_port
        return out


class Service:
    """A Service before it is printed; empty fields are left out, as Go's `omitempty` does."""

    __slots__ = (
        "cluster_ip", "external_ips", "external_name", "labels", "load_balancer_ip", "name", "namespace", "ports",
        "selector", "session_affinity", "type",
    )  # fmt: skip

    def __init__(self, name: str, namespace: str = "") -> None:
        self.name = name
        self.namespace = namespace
        self.labels = {"app": name}
        self.selector = {"app": name}
        self.type = "ClusterIP"
        self.cluster_ip = ""
        self.external_ips: list[str] = []
        self.session_affinity = ""
        self.load_balancer_ip = ""
        self.external_name = ""
        self.ports: list[ServicePort] = []

    def data(self, version: KubernetesVersion) -> Mapping:
        """The object in the order of Go's structs, with the empty `status` that kubectl prints."""
        return {
            "kind": "Service",
            "apiVersion": "v1",
            "metadata": metadata(version, self.name, self.namespace, self.labels),
            "spec": self._spec(),
            "status": {"loadBalancer": {}},
        }

    def _spec(self) -> Mapping:
        ports: list[Data] = [port.data() for port in self.ports]
        selector: Mapping = {**self.selector}
        fields: Mapping = {
            "ports": ports,
            "selector": selector,
            "clusterIP": self.cluster_ip,
            "type": self.type,
            "externalIPs": [*self.external_ips],
            "sessionAffinity": self.session_affinity,
            "loadBalancerIP": self.load_balancer_ip,
            "externalName": self.external_name,
        }
        return {name: value for name, value in fields.items() if value}


def parse_tcp(text: str) -> ServicePort:
    """Read `PORT[:TARGET]` as `--tcp` does; raises KubectlError with kubectl's message.

    What stands behind a second colon only shows in the port's name (kubectl's parsePorts).
    """
    number, colon, rest = text.partition(":")
    port = _port_number(number)
    target = _target_port(rest.partition(":")[0]) if colon else port
    return ServicePort(port, target, text.replace(":", "-"))


def _port_number(text: str) -> int:
    try:
        return parse_uint(text, 10, 16)
    except ValueError as error:
        raise KubectlError(f"strconv.ParseUint: parsing {quote(text)}: {error}") from None


def _target_port(text: str) -> int | str:
    try:
        number = parse_int(text, 10, 64)
    except ValueError:
        complaints = port_name(text)
        if complaints:
            raise KubectlError(",".join(complaints)) from None
        return text
    if not 1 <= number <= 65535:
        raise KubectlError("must be between 1 and 65535, inclusive")
    return number


def require_external_name(name: str) -> None:
    """Raise KubectlError for what `--external-name` does not take: anything but an RFC 1123 subdomain."""
    if dns1123_subdomain(name):
        raise KubectlError(f"invalid service external name {name}")
