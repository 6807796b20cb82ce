"""The table of `kubectl get service` (k8s.io/kubernetes/pkg/printers/internalversion, printService)."""

from __future__ import annotations

from kgen.pattern import lazy_pattern
from kgen.record import record
from kgen.show.tabwriter import aligned, escaped
from kgen.show.words import NONE, equalities, joined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgen.show.service_data import PortData, ServiceData

UNKNOWN = "<unknown>"
_PENDING = "<pending>"
_PADDING = 3
_NARROWEST = 6
_WIDEST_INGRESS = 16  # bytes
_COLUMNS = ("NAME", "TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)", "AGE")
_LINE_END = lazy_pattern(r"[\f\n\r]")


@record
class Columns:
    """Which columns there are beside the usual ones: SELECTOR with `wide`, NAMESPACE with `namespaces`."""

    wide: bool = False
    namespaces: bool = False


def table(services: Iterable[ServiceData], columns: Columns) -> str:
    """The headings and a line for each Service."""
    headings = (*(("NAMESPACE",) if columns.namespaces else ()), *_COLUMNS, *(("SELECTOR",) if columns.wide else ()))
    rows = [headings, *(_row(service, columns) for service in services)]
    text = "".join("\t".join(map(_cell, row)) + "\n" for row in rows)
    return aligned(text, _PADDING, _NARROWEST)


def _row(service: ServiceData, columns: Columns) -> tuple[str, ...]:
    namespace = (service.namespace,) if columns.namespaces else ()
    selector = (equalities(service.selector),) if columns.wide else ()
    # A manifest has no age: it is created when it is applied.
    return (
        *namespace,
        service.name,
        _type(service),
        next(iter(service.cluster_ips), NONE),
        _external_ip(service, columns),
        joined(map(_port, service.ports)),
        UNKNOWN,
        *selector,
    )


def _type(service: ServiceData) -> str:
    """The API server makes this table, after filling in the type."""
    return service.type or "ClusterIP"


def _external_ip(service: ServiceData, columns: Columns) -> str:
    kind = _type(service)
    if kind in ("ClusterIP", "NodePort"):
        return joined(service.external_ips)
    if kind == "LoadBalancer":
        return ",".join(filter(None, (_ingress(service, columns), *service.external_ips))) or _PENDING
    return service.external_name if kind == "ExternalName" else UNKNOWN


def _ingress(service: ServiceData, columns: Columns) -> str:
    points = sorted({point.ip or point.hostname for point in service.ingress} - {""})
    text = ",".join(points)
    data = text.encode("utf-8", "surrogateescape")
    if columns.wide or len(data) <= _WIDEST_INGRESS:
        return text
    return data[: _WIDEST_INGRESS - 3].decode("utf-8", "surrogateescape") + "..."


def _port(port: PortData) -> str:
    node_port = f":{port.node_port}" if port.node_port else ""
    return f"{port.number}{node_port}/{port.protocol or 'TCP'}"


def _cell(text: str) -> str:
    """A cell ends with its first line."""
    first, *more = _LINE_END.split(text, maxsplit=1)
    return escaped(first) + ("..." if more else "")
