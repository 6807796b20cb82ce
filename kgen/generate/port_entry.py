"""Port entries of `kgen service`: `-p [NAME=][NODEPORT:]PORT[:TARGETPORT][/PROTOCOL]`, `--udp` and `--sctp`."""

from __future__ import annotations

from kgen.errors import KgenError
from kgen.generate.service import ServicePort
from kgen.generate.spec.port_text import AUTO, PortSyntaxError, parse_port


def parse_entry(text: str) -> list[ServicePort]:
    """Read one `-p` entry: a port for each of its protocols (`53/tcp+udp` has two)."""
    name, equals, rest = text.rpartition("=")
    if equals and not name:
        raise KgenError(f"`{text}` has no name before `=`", "for example http=80:8080")
    try:
        entry = parse_port(rest)
    except PortSyntaxError as error:
        raise KgenError(f"`{text}`: {error}", "for example -p http=30080:80:8080") from None
    ports = []
    for protocol in entry.protocols:
        port = ServicePort(entry.port, entry.target, entry.name_of(protocol, name), protocol)
        port.node_port = entry.node_port if isinstance(entry.node_port, int) else 0
        port.automatic = entry.node_port == AUTO
        ports.append(port)
    return ports


def parse_flag(text: str, protocol: str) -> list[ServicePort]:
    """Read the value of `--udp` or `--sctp`, an entry without name and protocol."""
    return parse_entry(f"{text}/{protocol.lower()}")
