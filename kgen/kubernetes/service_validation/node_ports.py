"""Allocation of a Service's nodePorts, as far as it can be told without a cluster.

Follows initNodePorts and allocHealthCheckNodePort of pkg/registry/core/service/storage/alloc.go.
"""

from __future__ import annotations

from kgen.kubernetes.service_validation.field import invalid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.service_validation.defaulted import DefaultedPort, DefaultedSpec

INTERNAL_ERROR = "Internal error occurred: "
"""How a complaint begins that the API server gives as an InternalError and not as an invalid field."""


class _Allocator:
    """Hands out the numbers of a range, both ends included, each once."""

    __slots__ = ("_high", "_low", "_taken")

    def __init__(self, node_port_range: tuple[int, int]) -> None:
        self._low, self._high = node_port_range
        self._taken: set[int] = set()

    def take(self, number: int) -> str | None:
        """Take `number`, or say what is wrong with it."""
        if not self._low <= number <= self._high:
            return f"provided port is not in the valid range. The range of valid ports is {self._low}-{self._high}"
        if number in self._taken:
            return "provided port is already allocated"
        self._taken.add(number)
        return None


def allocate_node_ports(spec: DefaultedSpec, node_port_range: tuple[int, int]) -> str | None:
    """Take the numbers `spec` asks for and give what fails first.

    Entries with the same `port` share a nodePort: where one of them names it, the others' is filled in.
    Numbers the API server would choose stay 0.
    """
    if spec.type not in ("NodePort", "LoadBalancer"):
        return None
    allocator = _Allocator(node_port_range)
    return _port_complaint(spec, allocator) or _health_check_complaint(spec, allocator)


def _port_complaint(spec: DefaultedSpec, allocator: _Allocator) -> str | None:
    fills_in = spec.type == "NodePort" or spec.allocates_node_ports is not False
    given: dict[int, int] = {}
    for index, port in enumerate(spec.ports):
        if not port.node_port and not fills_in:
            continue
        wanted = port.node_port if port.port in given else _first_wanted(spec.ports, port.port)
        if wanted and wanted != given.get(port.port):
            problem = allocator.take(wanted)
            if problem:
                return invalid(f"spec.ports[{index}].nodePort", wanted, problem)
            given.setdefault(port.port, wanted)
        port.node_port = wanted or given.get(port.port, 0)
    return None


def _first_wanted(ports: list[DefaultedPort], number: int) -> int:
    return next((port.node_port for port in ports if port.port == number and port.node_port), 0)


def _health_check_complaint(spec: DefaultedSpec, allocator: _Allocator) -> str | None:
    number = spec.health_check_node_port
    problem = allocator.take(number) if spec.needs_health_check and number else None
    if problem is None:
        return None
    return f"{INTERNAL_ERROR}failed to allocate requested HealthCheck NodePort {number}: {problem}"
