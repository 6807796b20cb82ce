"""The table of fields that name a Service (schemas/service-references.json)."""

import json
from collections.abc import Iterator, Mapping
from functools import cache

from kgen.data import root
from kgen.kubernetes.backend import Backend, Family, Fault, port_at
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.workload_kind import nodes_at
from kgen.record import record
from kgen.syntax.node import Node

TABLE = "service-references.json"


@record
class _Row:
    family: Family
    at: tuple[str, ...]
    name: str
    namespace: str
    port: str
    default_port: int | None
    needs_port: bool
    protocol: str


def tabled_backends(resource: Resource) -> Iterator[Backend]:
    """The Services that an object of a kind of the table names."""
    row = _table().get((resource.group, resource.kind))
    if row is None:
        return
    for path in row.at:
        for node in nodes_at(resource.node, path):
            backend = _backend(resource, row, node)
            if backend is not None:
                yield backend


def _backend(resource: Resource, row: _Row, node: Node) -> Backend | None:
    name_node = node.get(row.name) if row.name else node
    name = None if name_node is None else name_node.string()
    if name_node is None or not name or not _is_service(node):
        return None
    namespace = node.get(row.namespace) if row.namespace else None
    port = node.get(row.port) if row.port else None
    is_left_out = port is None or port.value is None
    return Backend(
        resource=resource,
        family=row.family,
        name=name,
        name_node=name_node,
        port=row.default_port if is_left_out else port_at(port),
        port_node=None if is_left_out else port,
        namespace=None if namespace is None else namespace.string(),
        namespace_node=namespace,
        protocol=row.protocol,
        fault=Fault.NO_PORT if row.needs_port and is_left_out else None,
    )


def _is_service(node: Node) -> bool:
    """Whether a reference that may mean other kinds means a Service of the core group, its default."""
    kind, group = node.get("kind"), node.get("group")
    return (kind is None or kind.value == "Service") and (group is None or not group.value)


@cache
def _table() -> Mapping[tuple[str, str], _Row]:
    document = json.loads((root() / "schemas" / TABLE).read_text(encoding="utf-8"))
    return {
        (row["group"], row["kind"]): _Row(
            family=Family(row["family"]),
            at=tuple(row["at"]),
            name=row["name"],
            namespace=row.get("namespace", ""),
            port=row.get("port", ""),
            default_port=row.get("default-port"),
            needs_port=row.get("needs-port", False),
            protocol=row.get("protocol", ""),
        )
        for row in document["kinds"]
    }
