"""The ports that a container's probes and hooks go to.

https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
"""

from collections.abc import Iterator

from kgen.kubernetes.container import Container
from kgen.record import record
from kgen.syntax.node import Node

_PROBES = ("livenessProbe", "readinessProbe", "startupProbe")
_HOOKS = ("postStart", "preStop")
_ACTIONS = ("httpGet", "tcpSocket")  # the port of `grpc` is a number


@record
class ProbePort:
    """A port of a probe or hook; `owner` is its field, such as `livenessProbe`."""

    owner: str
    node: Node


def probe_ports(container: Container) -> Iterator[ProbePort]:
    """Every one that says which port it goes to, by number or by name."""
    for handler in _handlers(container.node):
        for action in filter(None, map(handler.get, _ACTIONS)):
            port = action.get("port")
            if port is not None:
                yield ProbePort(str(handler.key), port)


def _handlers(container: Node) -> Iterator[Node]:
    lifecycle = container.get("lifecycle")
    yield from filter(None, map(container.get, _PROBES))
    yield from () if lifecycle is None else filter(None, map(lifecycle.get, _HOOKS))
