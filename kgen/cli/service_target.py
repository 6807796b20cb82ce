"""What `kgen service` takes from the repository it stands in: a workload to select, and free nodePorts."""

from __future__ import annotations

from pathlib import Path

from kgen.config.find import repository_root
from kgen.config.model import Config
from kgen.errors import KgenError
from kgen.generate.from_repository import taken_node_ports, workload_target
from kgen.generate.node_port import lowest_free
from kgen.generate.service import Service, ServicePort
from kgen.repository import Repository, read


def aim(service: Service, reference: str, config: Config | None) -> None:
    """Make the Service select the pods of `kind/name`; without ports of its own it gets one per container port.

    Raises KgenError when no manifest has that workload, or when a port names a container port that it lacks.
    """
    target = workload_target(_repository(config), reference, service.namespace or None)
    service.selector = dict(target.selector)
    if not service.ports:
        service.ports = [
            ServicePort(port.number, port.name or port.number, port.name or str(port.number), port.protocol)
            for port in target.ports
        ]
    declared = {port.name for port in target.ports if port.name}
    for port in service.ports:
        if isinstance(port.target, str) and port.target not in declared:
            known = ", ".join(f"`{name}`" for name in sorted(declared)) or "none"
            raise KgenError(f"{reference} has no container port named `{port.target}`", f"named ports: {known}")


def allocate(ports: list[ServicePort], node_port_range: tuple[int, int], config: Config | None) -> None:
    """Give each port that asks for it the lowest nodePort of the static band that the repository leaves free."""
    taken = set(taken_node_ports(_repository(config))) | {port.node_port for port in ports}
    for port in ports:
        if port.automatic:
            port.node_port = lowest_free(taken, node_port_range)
            taken.add(port.node_port)


def _repository(config: Config | None) -> Repository:
    return read(Path(repository_root(".") or "."), config or Config())
