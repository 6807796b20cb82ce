"""Addresses of Services in the settings of programs: variables, arguments and ConfigMaps."""

from collections.abc import Iterator, Sequence

from kgen.kubernetes.backend import Backend, Family
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service_host import may_hold_address, service_addresses
from kgen.kubernetes.workload_kind import nodes_at
from kgen.syntax.node import Node

_SETTINGS = {"env": "env[*].value", "args": "args[*]", "command": "command[*]"}


def url_backends(resource: Resource, pods: Sequence[PodTemplate]) -> Iterator[Backend]:
    """The Services whose full addresses stand in an object; `pods` are its pod templates."""
    if (resource.api_version, resource.kind) == ("v1", "ConfigMap"):
        yield from _addresses(resource, resource.node, "data", "data.*")
    for pod in pods:
        for container in (*pod.containers, *pod.init_containers):
            for field, path in _SETTINGS.items():
                yield from _addresses(resource, container.node, field, path)


def _addresses(resource: Resource, node: Node, field: str, path: str) -> Iterator[Backend]:
    """Those at a path that begins with a field; most fields hold none, and are not looked into Node by Node."""
    if may_hold_address(node.value_at(field)):
        for text in nodes_at(node, path):
            if may_hold_address(text.value):
                yield from _addressed(resource, text)


def _addressed(resource: Resource, node: Node) -> Iterator[Backend]:
    for address in service_addresses(node.string() or ""):
        yield Backend(
            resource=resource,
            family=Family.URL,
            name=address.host.name,
            name_node=node,
            port=address.port,
            port_node=node,
            namespace=address.host.namespace,
            written=address.text,
        )
