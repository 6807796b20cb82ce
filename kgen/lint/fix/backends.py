"""Fixes of what names a Service or a port of one."""

from __future__ import annotations

from kgen.kubernetes.backend import Family
from kgen.lint.fix.fix import Fix, unsafe
from kgen.syntax.edit.entries import insert_after
from kgen.syntax.edit.values import replace_key, replace_part, replace_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.backend import Backend
    from kgen.kubernetes.service import Service, ServicePort
    from kgen.syntax.node import Node


def other_service(backend: Backend, service: Service) -> Fix | None:
    """The fix that names `service` instead; none where the name is a part of a host name."""
    node, name = backend.name_node, service.resource.name
    if node.string() != backend.name:
        return None
    return unsafe(f"write `{node.key}: {name}`", replace_value(node, name))


def other_port(backend: Backend, meant: ServicePort | None) -> Fix | None:
    """The fix that asks for the port that is meant, by name where it was asked for by name and has one."""
    if meant is None or meant.number is None:
        return None
    if backend.written:
        address = f"{backend.written.rpartition(':')[0]}:{meant.number}"
        return unsafe(f"write `{address}`", *replace_part(backend.name_node, backend.written, address))
    if backend.port_node is None:
        return unsafe(f"add `port: {meant.number}`", insert_after(backend.name_node, "port", meant.number))
    if isinstance(backend.port, int):
        return _written(backend.port_node, meant.number)
    if meant.name:
        return _written(backend.port_node, meant.name)
    return _by_number(backend, backend.port_node, meant.number)


def _written(node: Node, port: int | str) -> Fix | None:
    return unsafe(f"write `{node.key}: {port}`", replace_value(node, port))


def _by_number(backend: Backend, node: Node, number: int) -> Fix | None:
    """A number in the place of a name; the beta Ingresses have one field for both."""
    if backend.family is not Family.INGRESS:
        return None
    if node.key != "name":
        return _written(node, number)
    return unsafe(f"write `number: {number}`", replace_key(node, "number"), replace_value(node, number))
