"""nodePorts for the ports of a spec that ask for a free one."""

from collections.abc import Iterable, Mapping

from kgen.config.setting import Mistake
from kgen.errors import KgenError
from kgen.generate.node_port import lowest_free
from kgen.generate.spec.model import Port, ServiceSpec
from kgen.generate.spec.port_text import AUTO
from kgen.record import replace

Key = tuple[str, str, int]
"""What a nodePort belongs to: namespace and name of the Service, and the Service's port."""


def allocate(
    services: Iterable[ServiceSpec],
    committed: Mapping[Key, int],
    taken: set[int],
    node_port_range: tuple[int, int],
) -> tuple[ServiceSpec, ...]:
    """The services with a number in place of each `auto`.

    It is the one that `committed` has for the Service and port, unless it is written out elsewhere in the
    spec or no longer in the range; else the lowest of the static band that is neither in `taken` nor given
    before. Both protocols of a port share its number, as the API server's allocator lets them.
    """
    found = list(services)
    written = written_node_ports(found)
    wanted = {_key(service, port): port for service in found for port in service.ports if port.node_port == AUTO}
    given = _kept(wanted, committed, written, node_port_range)
    for key, port in wanted.items():
        if key not in given:
            given[key] = _free(port, taken | written | set(given.values()), node_port_range)
    return tuple(_numbered(service, given) for service in found)


def asks_for_node_port(services: Iterable[ServiceSpec]) -> bool:
    """Whether any port says `auto`."""
    return any(port.node_port == AUTO for service in services for port in service.ports)


def written_node_ports(services: Iterable[ServiceSpec]) -> set[int]:
    """The nodePorts that stand in the spec as numbers."""
    ports = (port for service in services for port in service.ports)
    return {port.node_port for port in ports if isinstance(port.node_port, int)}


def _key(service: ServiceSpec, port: Port) -> Key:
    return service.namespace, service.name, port.port


def _kept(
    wanted: Iterable[Key], committed: Mapping[Key, int], written: set[int], node_port_range: tuple[int, int]
) -> dict[Key, int]:
    low, high = node_port_range
    kept: dict[Key, int] = {}
    for key in wanted:
        number = committed.get(key, 0)
        if low <= number <= high and number not in written and number not in kept.values():
            kept[key] = number
    return kept


def _free(port: Port, taken: set[int], node_port_range: tuple[int, int]) -> int:
    try:
        return lowest_free(taken, node_port_range)
    except KgenError as error:
        raise KgenError(str(Mistake(port.place, error.message)), error.hint) from None


def _numbered(service: ServiceSpec, given: Mapping[Key, int]) -> ServiceSpec:
    ports = (
        replace(port, node_port=given[_key(service, port)]) if port.node_port == AUTO else port
        for port in service.ports
    )
    return replace(service, ports=tuple(ports))
