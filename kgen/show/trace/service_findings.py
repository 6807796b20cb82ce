"""What the rules find in a Service, as far as it concerns one of its ports."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.service import Service, ServicePort
    from kgen.lint.finding import Finding, Place
    from kgen.show.trace.sight import Sight
    from kgen.syntax.node import Node


def findings_of_port(service: Service, port: ServicePort, sight: Sight) -> tuple[Finding, ...]:
    """Those of the Service but for its other ports, and but for the node port, which is a hop of its own."""
    others = [each.node for each in service.ports if each is not port]
    node_port = port.node.get("nodePort")
    apart = others if node_port is None else [*others, node_port]
    return tuple(
        finding
        for finding in sight.findings(sight.links.said_of(service))
        if finding.place.path == sight.shown(service.resource.path)
        and not any(_stands_in(finding.place, node, sight) for node in apart)
    )


def findings_of_node_port(service: Service, node: Node, sight: Sight) -> tuple[Finding, ...]:
    """Those that speak of a number of the node port range, conflicts with another Service among them."""
    found = sight.findings((*sight.links.said_of(service), *sight.links.conflicts(service)))
    return tuple(finding for finding in found if any(_stands_in(place, node, sight) for place in finding.places))


def _stands_in(place: Place, node: Node, sight: Sight) -> bool:
    span, outer = place.span, node.span
    starts = (outer.line, outer.column) <= (span.line, span.column)
    ends = (span.end_line, span.end_column) <= (outer.end_line, outer.end_column)
    return place.path == sight.shown(node.source.path) and starts and ends
