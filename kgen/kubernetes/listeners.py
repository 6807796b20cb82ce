"""What a pod template says of ports outside of its declared ones."""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from kgen.data import root
from kgen.kubernetes.container import Container
from kgen.kubernetes.pod_template import PodTemplate
from kgen.pattern import lazy_pattern
from kgen.record import record
from kgen.syntax.node import Node

TABLE = "dynamic-listeners.json"
_SEPARATORS = lazy_pattern(r"[^a-z0-9]+")
_PROBES = ("livenessProbe", "readinessProbe", "startupProbe")
_PROBE_KINDS = ("httpGet", "tcpSocket", "grpc")
_CONFIGURATION = ("configMap",)  # secrets and projected volumes are mostly certificates and tokens
# Ports that serve the platform and say nothing of those that serve users.
_AUXILIARY = lazy_pattern(r"probe|health|live|ready|metric|prom|status|admin|debug|pprof|webhook|jmx|stats")


def why_incomplete(pod: PodTemplate) -> str | None:
    """Why the declared ports of a pod may be fewer than those it listens on, as a clause; None if nothing says so.

    A container port is informational (PodSpec: "not specifying a port here DOES NOT prevent that port from being
    exposed"), so silence is no proof; these are the signs that this template uses that freedom.
    """
    silent = next((each for each in pod.containers if not each.ports), None)
    if silent is not None:
        return f"container `{silent.name}` of {pod} declares no ports"
    if all(is_auxiliary(port.name) for port in pod.ports):
        return f"{pod} declares only ports of the platform"
    undeclared = sorted(set(_probed(pod)) - {port.number for port in pod.ports})
    if undeclared:
        return f"a probe of {pod} uses port {undeclared[0]}, which is not declared either"
    return why_configured(pod)


def why_configured(pod: PodTemplate) -> str | None:
    """Why something that the template does not show may name the ports of a pod, as a clause."""
    program = next((name for each in pod.containers if (name := _program(each.image))), None)
    if program is not None:
        return f"`{program}` in {pod} opens the ports that its configuration names"
    return f"{pod} mounts a ConfigMap that may name ports" if _mounts_configuration(pod) else None


def is_auxiliary(name: str) -> bool:
    """Whether a port of this name serves the platform: its probes, monitors or webhooks."""
    return _AUXILIARY.search(name) is not None


def mentions(pod: PodTemplate, number: int) -> bool:
    """Whether a template speaks of a number outside of its declared ports: in a probe, argument or variable."""
    pattern = re.compile(rf"(?<!\d){number}(?!\d)")
    return any(pattern.search(text) for text in _texts(pod.node.value))


def is_sidecar_port(name: str) -> bool:
    """Whether a port of this name comes with a sidecar that is injected when the pod is created."""
    return name in _table().sidecar_ports


@record
class _Table:
    programs: tuple[str, ...]
    sidecar_ports: frozenset[str]


def _program(image: str) -> str | None:
    words = _SEPARATORS.split(image.rpartition("/")[2])
    programs = _table().programs
    return next((each for each in programs if each in words or (each.endswith("/") and each in image)), None)


def _probed(pod: PodTemplate) -> Iterator[int]:
    for container in pod.containers:
        for probe in _nodes(container.node, _PROBES):
            for handler in _nodes(probe, _PROBE_KINDS):
                port = handler.get("port")
                number = None if port is None else port.integer()
                if number is not None:
                    yield number


def _mounts_configuration(pod: PodTemplate) -> bool:
    spec = pod.node.get("spec")
    volumes = None if spec is None else spec.get("volumes")
    mounted = {name for container in pod.containers for name in _mounts(container)}
    return volumes is not None and any(
        next(_nodes(volume, _CONFIGURATION), None) is not None and _text(volume, "name") in mounted
        for volume in volumes
    )


def _mounts(container: Container) -> Iterator[str]:
    for mount in next(_nodes(container.node, ("volumeMounts",)), ()):
        yield _text(mount, "name")


def _nodes(node: Node, keys: tuple[str, ...]) -> Iterator[Node]:
    return (child for key in keys if (child := node.get(key)) is not None)


def _text(node: Node, key: str) -> str:
    return next((child.string() or "" for child in _nodes(node, (key,))), "")


def _texts(value: object) -> Iterator[str]:
    """Every scalar below plain data as text, but for lists of ports."""
    if isinstance(value, dict):
        yield from chain.from_iterable(_texts(child) for key, child in value.items() if key != "ports")
    elif isinstance(value, list):
        yield from chain.from_iterable(map(_texts, value))
    else:
        yield str(value)


@cache
def _table() -> _Table:
    document = json.loads((root() / "schemas" / TABLE).read_text(encoding="utf-8"))
    return _Table(
        programs=tuple(row["image"] for row in document["images"]),
        sidecar_ports=frozenset(row["name"] for row in document["sidecar-ports"]),
    )
