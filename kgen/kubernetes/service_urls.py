"""Addresses of Services in the settings of programs: variables, arguments and ConfigMaps."""

from collections.abc import Iterator, Sequence
from itertools import chain

from kgen.kubernetes.backend import Backend, Family
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service_host import may_hold_address, service_addresses
from kgen.syntax.node import Node
from kgen.syntax.value import Data

_ARGUMENTS = ("args", "command")


def url_backends(resource: Resource, pods: Sequence[PodTemplate]) -> Iterator[Backend]:
    """The Services whose full addresses stand in an object; `pods` are its pod templates.

    Places are looked for in plain data, as nearly all texts hold no address.
    """
    if (resource.api_version, resource.kind) == ("v1", "ConfigMap"):
        for text in _data(resource.node):
            yield from _addressed(resource, text)
    for pod in pods:
        for container in (*pod.containers, *pod.init_containers):
            for text in chain(_variables(container.node), _arguments(container.node)):
                yield from _addressed(resource, text)


def _data(node: Node) -> Iterator[Node]:
    data = node.value_at("data")
    for key, text in data.items() if isinstance(data, dict) else ():
        if may_hold_address(text):
            yield node["data"][key]


def _variables(container: Node) -> Iterator[Node]:
    for index, variable in enumerate(_items(container, "env")):
        if isinstance(variable, dict) and may_hold_address(variable.get("value")):
            yield container["env"][index]["value"]


def _arguments(container: Node) -> Iterator[Node]:
    for field in _ARGUMENTS:
        for index, text in enumerate(_items(container, field)):
            if may_hold_address(text):
                yield container[field][index]


def _items(node: Node, field: str) -> Sequence[Data]:
    items = node.value_at(field)
    return items if isinstance(items, list) else ()


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
