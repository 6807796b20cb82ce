"""What a spec gives to templates: the values behind `$(name)`."""

from kgen.generate.spec.model import Port, ServiceSpec, Workload
from kgen.kubernetes.names import port_name
from kgen.syntax.value import Data


def workload_values(workload: Workload) -> dict[str, Data]:
    """The values of the templates `deployment` and `pod`."""
    return {
        "name": workload.name,
        "namespace": workload.namespace or None,
        "labels": {**workload.labels},
        "selector": {**workload.selector},
        "replicas": workload.replicas,
        "image": workload.image,
        "command": [*workload.command] or None,
        "args": [*workload.args] or None,
        "env": [_variable(name, value) for name, value in workload.env.items()] or None,
        "ports": [_container_port(port) for port in container_ports(workload)] or None,
    }


def service_values(service: ServiceSpec) -> dict[str, Data]:
    """The values of the template `service`, for a Service whose nodePorts are all found."""
    ports: list[Data] = [_service_port(port) for port in service.ports]
    return {
        "name": service.name,
        "namespace": service.namespace or None,
        "labels": {**service.labels},
        "annotations": {**service.annotations} or None,
        "type": service.type or _type_by_ports(service),
        "clusterIP": "None" if service.headless else None,
        "externalName": service.external_name or None,
        "selector": {**service.selector} or None,
        "ports": ports or None,
    }


def container_ports(workload: Workload) -> list[Port]:
    """The ports that a workload's container declares: one for each number and protocol led to."""
    first: dict[tuple[int | str, str], Port] = {}
    for port in workload.ports:
        first.setdefault((port.target, port.protocol), port)
    return list(first.values())


def container_port_name(port: Port) -> str:
    """The container port's name: the one given to the Service's port, if containers may have it too."""
    return port.name if port.named and not port_name(port.name) else ""


def _type_by_ports(service: ServiceSpec) -> str:
    return "ClusterIP" if all(port.node_port is None for port in service.ports) else "NodePort"


def _variable(name: str, value: str) -> Data:
    return {"name": name, "value": value} if value else {"name": name}


def _container_port(port: Port) -> Data:
    name = container_port_name(port)
    entry: dict[str, Data] = {"name": name} if name else {}
    entry["containerPort"] = port.target
    return entry if port.protocol == "TCP" else entry | {"protocol": port.protocol}


def _service_port(port: Port) -> Data:
    entry: dict[str, Data] = {"name": port.name, "protocol": port.protocol}
    if port.app_protocol:
        entry["appProtocol"] = port.app_protocol
    entry |= {"port": port.port, "targetPort": port.target}
    return entry if port.node_port is None else entry | {"nodePort": port.node_port}
