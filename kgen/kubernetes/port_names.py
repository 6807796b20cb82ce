"""What to call a port that has no name."""

from collections.abc import Container

from kgen.kubernetes.names import port_name
from kgen.kubernetes.service import ServicePort

# IANA's names, as far as people know them by these, and what is usual where IANA has none.
_WELL_KNOWN = {
    22: "ssh",
    25: "smtp",
    53: "dns",
    80: "http",
    443: "https",
    1883: "mqtt",
    3306: "mysql",
    5432: "postgresql",
    5672: "amqp",
    6379: "redis",
    8080: "http",
    8443: "https",
    9090: "metrics",
    27017: "mongodb",
}


def suggested_name(port: ServicePort, taken: Container[str]) -> str:
    """A name for a port: its target's, its application protocol, what its number is known for, else `tcp-80`.

    It is one that an Ingress can write as well.
    """
    target = port.target if isinstance(port.target, str) else ""
    app_protocol = "" if port.app_protocol is None else (port.app_protocol.string() or "").rpartition("/")[2]
    numbers = (number for number in (port.number, port.target) if isinstance(number, int))
    known = (target, app_protocol.lower(), *(_WELL_KNOWN.get(number, "") for number in numbers))
    usable = (name for name in known if name and name not in taken and not port_name(name))
    return next(usable, f"{port.protocol.lower()}-{port.number}")
