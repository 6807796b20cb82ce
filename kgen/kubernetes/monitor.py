"""Objects that tell a metrics collector which Services or pods to scrape, and on which port.

https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor
https://docs.victoriametrics.com/operator/resources/vmservicescrape/
https://github.com/GoogleCloudPlatform/prometheus-engine/blob/main/doc/api.md#podmonitoring
"""

from collections.abc import Mapping
from enum import Enum

from kgen.kubernetes.resource import Resource
from kgen.kubernetes.selectors import Selector, label_selector
from kgen.record import record
from kgen.syntax.node import Node


class Scraped(Enum):
    """What a monitor's selector selects."""

    SERVICES = "Service"
    PODS = "pod"


@record(eq=False)
class Monitor:
    """A monitor; `namespaces` are those it names, None where it looks into all and empty for its own.

    `ports` are the ports that its endpoints give by name; those given otherwise are not among them.
    """

    resource: Resource
    scraped: Scraped
    selector: Selector
    namespaces: frozenset[str] | None
    ports: tuple[Node, ...]

    def __str__(self) -> str:
        return str(self.resource)


@record
class _Kind:
    endpoints: str
    scraped: Scraped
    takes_numbers: bool = False


_SERVICE_MONITOR = _Kind("endpoints", Scraped.SERVICES)
_POD_MONITOR = _Kind("podMetricsEndpoints", Scraped.PODS)
_KINDS: Mapping[tuple[str, str], _Kind] = {
    ("monitoring.coreos.com", "ServiceMonitor"): _SERVICE_MONITOR,
    ("monitoring.coreos.com", "PodMonitor"): _POD_MONITOR,
    ("azmonitoring.coreos.com", "ServiceMonitor"): _SERVICE_MONITOR,
    ("azmonitoring.coreos.com", "PodMonitor"): _POD_MONITOR,
    ("operator.victoriametrics.com", "VMServiceScrape"): _SERVICE_MONITOR,
    ("operator.victoriametrics.com", "VMPodScrape"): _POD_MONITOR,
    ("monitoring.googleapis.com", "PodMonitoring"): _Kind("endpoints", Scraped.PODS, takes_numbers=True),
}


def monitor(resource: Resource) -> Monitor | None:
    """The monitor that an object is, None for other kinds and without a selector."""
    kind = _KINDS.get((resource.group, resource.kind))
    spec = None if kind is None else resource.node.get("spec")
    selector = None if spec is None else spec.get("selector")
    if kind is None or spec is None or selector is None:
        return None
    return Monitor(
        resource=resource,
        scraped=kind.scraped,
        selector=label_selector(selector),
        namespaces=_namespaces(spec.get("namespaceSelector")),
        ports=tuple(_ports(spec.get(kind.endpoints), kind)),
    )


def _namespaces(node: Node | None) -> frozenset[str] | None:
    if node is None:
        return frozenset()
    everywhere, names = node.get("any"), node.get("matchNames")
    if everywhere is not None and everywhere.value is True:
        return None
    return frozenset(text for each in names or () if (text := each.string()))


def _ports(endpoints: Node | None, kind: _Kind) -> list[Node]:
    found = [port for each in endpoints or () if (port := each.get("port")) is not None]
    return [port for port in found if port.string() or (port.integer() is not None and not kind.takes_numbers)]
