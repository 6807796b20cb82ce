"""Addresses of Services in the settings of programs: variables, arguments and ConfigMaps."""

from collections.abc import Iterator, Sequence

from kgen.kubernetes.backend import Backend, Family
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service_host import service_addresses
from kgen.kubernetes.workload_kind import nodes_at
from kgen.syntax.node import Node

_SETTINGS = ("env[*].value", "args[*]", "command[*]")


def url_backends(resource: Resource, pods: Sequence[PodTemplate]) -> Iterator[Backend]:
    """The Services whose full addresses stand in an object; `pods` are its pod templates."""
    if (resource.api_version, resource.kind) == ("v1", "ConfigMap"):
        for text in nodes_at(resource.node, "data.*"):
            yield from _addressed(resource, text)
    for pod in pods:
        for container in (*pod.containers, *pod.init_containers):
            for setting in _SETTINGS:
                for text in nodes_at(container.node, setting):
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
