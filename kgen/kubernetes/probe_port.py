"""The ports that a container's probes and hooks go to.

https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kgen.kubernetes.container import Container
from kgen.syntax.node import Node

_PROBES = ("livenessProbe", "readinessProbe", "startupProbe")
_HOOKS = ("postStart", "preStop")
_ACTIONS = ("httpGet", "tcpSocket")  # the port of `grpc` is a number


@dataclass(frozen=True, slots=True)
class ProbePort:
    """A port of a probe or hook; `owner` is its field, such as `livenessProbe`."""

    owner: str
    node: Node


def probe_ports(container: Container) -> Iterator[ProbePort]:
    """Every one that says which port it goes to, by number or by name."""
    for field, handler in _handlers(container.node):
        for action in _ACTIONS:
            port = _at(_at(handler, action), "port")
            if port is not None:
                yield ProbePort(field, port)


def _handlers(container: Node) -> Iterator[tuple[str, Node | None]]:
    lifecycle = container.get("lifecycle")
    yield from ((field, container.get(field)) for field in _PROBES)
    yield from ((field, _at(lifecycle, field)) for field in _HOOKS)


def _at(node: Node | None, key: str) -> Node | None:
    return None if node is None else node.get(key)
