"""A port written in one text: `[nodePort:]port[:targetPort][/protocol]`, outside to inside."""

from __future__ import annotations

from kgen.kubernetes.names import port_name

AUTO = "auto"  # in place of a nodePort: one that is still to be found
PROTOCOLS = ("TCP", "UDP", "SCTP")

_SHAPE = "[nodePort:]port[:targetPort][/protocol]"


class PortSyntaxError(ValueError):
    """The text is no port; the message says which part is wrong, without its place."""


class PortText:
    """The parts of a port: `node_port` is a number, AUTO or None, `target` a number or a port's name."""

    __slots__ = ("node_port", "port", "protocols", "target")

    def __init__(self, node_port: int | str | None, port: int, target: int | str, protocols: tuple[str, ...]) -> None:
        self.node_port = node_port
        self.port = port
        self.target = target
        self.protocols = protocols

    @property
    def name(self) -> str:
        """What kubectl would call it: `8181-80` for 8181:80, and `80` for 80."""
        return str(self.port) if self.target == self.port else f"{self.port}-{self.target}"

    def name_of(self, protocol: str, given: str = "") -> str:
        """The name of the Service's port for one of the protocols.

        A `given` name stays with the first protocol, so that adding another one renames nothing; a made one
        goes without suffix to TCP.
        """
        plain = self.protocols[0] if given else "TCP"
        return (given or self.name) + ("" if protocol == plain else f"-{protocol.lower()}")


def parse_port(text: str) -> PortText:
    """Read `80`, `8181:80`, `30003:8181:80`, `auto:443:https/tcp`, `53/tcp+udp`; raise PortSyntaxError."""
    numbers, slash, protocol = text.partition("/")
    parts = numbers.split(":")
    if len(parts) > 3 or not all(parts):
        raise PortSyntaxError(f"a port reads `{_SHAPE}`, not `{text}`")
    if parts[0] == AUTO and len(parts) < 3:
        inside = parts[-1] if len(parts) == 2 else "80"
        raise PortSyntaxError(f"`auto` stands in front of both other ports, as in `auto:{inside}:{inside}`")
    node_port = parse_node_port(parts[0]) if len(parts) == 3 else None
    port = parse_number(parts[-2] if len(parts) > 1 else parts[0])
    target = parse_target(parts[-1]) if len(parts) > 1 else port
    return PortText(node_port, port, target, parse_protocols(protocol) if slash else ("TCP",))


def parse_node_port(text: str) -> int | str:
    """Read a nodePort: `auto`, or a number of which only the API server's range says whether it will do."""
    return AUTO if text == AUTO else _digits(text, "a nodePort is a number or `auto`")


def parse_number(text: str) -> int:
    """Read a Service's port."""
    number = _digits(text, "a port is a number")
    if not 1 <= number <= 65535:
        raise PortSyntaxError(f"a port is a number from 1 to 65535, not `{text}`")
    return number


def parse_target(text: str) -> int | str:
    """Read a targetPort: a number, or the name of a container port."""
    if text.isascii() and text.isdigit():
        return parse_number(text)
    complaints = port_name(text)
    if complaints:
        raise PortSyntaxError(f"a targetPort is a number or a container port's name, not `{text}`: {complaints[0]}")
    return text


def parse_protocols(text: str) -> tuple[str, ...]:
    """Read `tcp`, `UDP` or `tcp+udp`."""
    protocols = tuple(text.upper().split("+"))
    for name in protocols:
        if name not in PROTOCOLS:
            raise PortSyntaxError(f"a protocol is `tcp`, `udp` or `sctp`, or `tcp+udp` for both, not `{text}`")
    if len(set(protocols)) < len(protocols):
        raise PortSyntaxError(f"`{text}` names a protocol twice")
    return protocols


def _digits(text: str, rule: str) -> int:
    # Leading zeros are octal to YAML 1.1 and decimal to kubectl: take neither side.
    if not text.isascii() or not text.isdigit() or text.startswith("0") or len(text) > 10:
        raise PortSyntaxError(f"{rule}, not `{text}`")
    return int(text)
