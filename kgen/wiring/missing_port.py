"""What a port that a Service does not have was meant to be."""

from kgen.kubernetes.backend import Backend
from kgen.kubernetes.service import Service, ServicePort
from kgen.spelling import close_matches
from kgen.wiring.backend_evidence import Confusion, PortMissing, PortProtocol
from kgen.wiring.services import Services, port_of

_Meant = tuple[ServicePort, Confusion | None]


def missing_port(backend: Backend, service: Service, services: Services) -> PortMissing | PortProtocol:
    """The evidence for a port that a whole Service lacks, or has with another protocol."""
    other = port_of(service, backend)
    if other is not None:
        return PortProtocol(service, other)
    meant = _confused(backend, service, services) or _only(service)
    return PortMissing(service, *meant) if meant is not None else PortMissing(service, None, None)


def _confused(backend: Backend, service: Service, services: Services) -> _Meant | None:
    wanted = backend.port
    for port in service.ports:
        if port.target == wanted:
            return port, Confusion.TARGET_PORT
    for port in service.ports:
        node_port = port.node.get("nodePort")
        if node_port is not None and node_port.value == wanted:
            return port, Confusion.NODE_PORT
    return _by_container(backend, service, services) or _by_spelling(backend, service)


def _by_container(backend: Backend, service: Service, services: Services) -> _Meant | None:
    """The Service port that leads to a container port of this number or name."""
    for pod in services.pods.get(service, ()):
        for declared in pod.ports:
            for port in service.ports:
                names = (declared.number, declared.name or None)
                if backend.port in names and port.target in names:
                    return port, Confusion.CONTAINER_PORT
    return None


def _by_spelling(backend: Backend, service: Service) -> _Meant | None:
    named = {port.name: port for port in service.ports if port.name}
    similar = close_matches(backend.port, named, n=1) if isinstance(backend.port, str) else []
    return (named[similar[0]], Confusion.SPELLING) if similar else None


def _only(service: Service) -> _Meant | None:
    return (service.ports[0], None) if len(service.ports) == 1 else None
