"""Complaints about the entries of `spec.ports`: each alone, then against each other."""

from __future__ import annotations

from kgen.kubernetes.names import dns1123_label, label_key, port_name
from kgen.kubernetes.service_validation.field import duplicate, each_invalid, invalid, required, unsupported
from kgen.syntax.golang import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.service_validation.defaulted import DefaultedPort

_PROTOCOLS = ("SCTP", "TCP", "UDP")
_PORT_RANGE = "must be between 1 and 65535, inclusive"


def port_complaints(ports: list[DefaultedPort]) -> list[str]:
    """The complaints about each entry by itself, and about names that are missing or taken."""
    complaints = []
    names: set[str] = set()
    for index, port in enumerate(ports):
        path = f"spec.ports[{index}]"
        if port.name or len(ports) > 1:
            complaints += _name_complaints(f"{path}.name", port.name, names)
        complaints += _number_complaints(f"{path}.port", port.port)
        if port.protocol not in _PROTOCOLS:
            complaints.append(unsupported(f"{path}.protocol", port.protocol, _PROTOCOLS))
        complaints += _target_complaints(f"{path}.targetPort", port.target_port)
        if port.app_protocol is not None:
            complaints += each_invalid(f"{path}.appProtocol", port.app_protocol, label_key(port.app_protocol))
    return complaints


def duplicate_node_ports(ports: list[DefaultedPort]) -> list[str]:
    """The complaints about nodePorts that stand twice for one protocol, where they are known."""
    complaints = []
    seen: set[tuple[str, int]] = set()
    for index, port in enumerate(ports):
        key = (port.protocol, port.node_port)
        if port.node_port and key in seen:
            complaints.append(duplicate(f"spec.ports[{index}].nodePort", port.node_port))
        seen.add(key)
    return complaints


def duplicate_ports(ports: list[DefaultedPort]) -> list[str]:
    """The complaints about pairs of protocol and port that stand twice, each shown as a Go ServicePort."""
    complaints = []
    seen: set[tuple[str, int]] = set()
    for index, port in enumerate(ports):
        key = (port.protocol, port.port)
        if key in seen:
            shown = (
                f'{{"Name":"","Protocol":{quote(port.protocol)},"AppProtocol":null,'
                f'"Port":{port.port},"TargetPort":0,"NodePort":0}}'
            )
            complaints.append(f"spec.ports[{index}]: Duplicate value: {shown}")
        seen.add(key)
    return complaints


def _name_complaints(path: str, name: str, names: set[str]) -> list[str]:
    """Complaints about one name, which joins `names`."""
    if not name:
        return [required(path)]
    taken = [duplicate(path, name)] if name in names else []
    names.add(name)
    return each_invalid(path, name, dns1123_label(name)) + taken


def _target_complaints(path: str, target: int | str) -> list[str]:
    if isinstance(target, str):
        return each_invalid(path, target, port_name(target))
    return _number_complaints(path, target)


def _number_complaints(path: str, number: int) -> list[str]:
    return [] if 1 <= number <= 65535 else [invalid(path, number, _PORT_RANGE)]
