"""The Services that `kubectl expose` makes."""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.generate.exposed import join_labels
from kgen.generate.int_or_string import parse_int_or_string
from kgen.generate.pod_arguments import parse_labels, parse_port
from kgen.generate.service import Service, ServicePort

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.generate.exposed import Exposed


class Expose:
    """What the flags of `expose` say; empty text leaves a choice to the exposed resource.

    One serves all resources of a command line: what is taken from the first is kept for the others, as in kubectl.
    """

    __slots__ = (
        "_ports", "_protocols", "cluster_ip", "external_ip", "labels", "load_balancer_ip", "name", "namespace", "port",
        "protocol", "selector", "session_affinity", "target_port", "type",
    )  # fmt: skip

    def __init__(self) -> None:
        self.cluster_ip = ""
        self.external_ip = ""
        self.labels = ""
        self.load_balancer_ip = ""
        self.name = ""
        self.namespace = ""
        self.port = ""
        self.protocol = ""
        self.selector = ""
        self.session_affinity = ""
        self.target_port = ""
        self.type = ""
        self._ports = ""
        self._protocols: dict[str, list[str]] = {}

    def service(self, exposed: Exposed) -> Service:
        """The Service for one resource; raises KubectlError with kubectl's message."""
        self.selector = self.selector or exposed.selector()
        protocols = exposed.protocols()
        self.port = self.port or self._introspected([str(number) for number in protocols])
        if protocols:
            self._protocols = {str(number): names for number, names in protocols.items()}
        self.labels = self.labels or join_labels(exposed.labels)
        if not self.selector:
            raise KubectlError("selector must be specified")
        selector, labels = parse_labels(self.selector), parse_labels(self.labels)
        service = Service(self.name or exposed.name.encode()[:63].decode(errors="replace"), self.namespace)
        if not service.name:
            raise KubectlError("name must be specified")
        service.selector, service.labels = selector, labels
        service.ports = self._service_ports()
        self._complete(service)
        return service

    def _introspected(self, numbers: list[str]) -> str:
        """`port` from the resource's own; several are kept apart, as they win over it."""
        if len(numbers) > 1:
            self._ports = ",".join(numbers)
            return ""
        if not numbers and self.cluster_ip != "None":
            raise KubectlError("couldn't find port via --port flag or introspection")
        return "".join(numbers)

    def _service_ports(self) -> list[ServicePort]:
        """A port for each number and, where none was asked for, each protocol it is declared with."""
        texts = (self._ports or self.port).split(",") if self._ports or self.port else []
        ports: list[ServicePort] = []
        for position, text in enumerate(texts, 1):
            number, name = parse_port(text), f"port-{position}"
            protocols = [self.protocol] if self.protocol else self._protocols.get(text, ["TCP"])
            names = [f"{name}-{protocol.lower()}" for protocol in protocols]
            if len(protocols) == 1:
                names = [name if len(texts) > 1 else ""]
            for protocol, each in zip(protocols, names, strict=True):
                ports.append(ServicePort(number, self._target(number), each, protocol))
        return ports

    def _target(self, number: int) -> int | str:
        return parse_int_or_string(self.target_port) if self.target_port else number

    def _complete(self, service: Service) -> None:
        """What the flags set on the Service as it is."""
        if self.session_affinity not in ("", "None", "ClientIP"):
            raise KubectlError(f"unknown session affinity: {self.session_affinity}")
        service.type = self.type
        service.cluster_ip = self.cluster_ip
        service.session_affinity = self.session_affinity
        service.external_ips = [self.external_ip] if self.external_ip else []
        service.load_balancer_ip = self.load_balancer_ip if self.type == "LoadBalancer" else ""
