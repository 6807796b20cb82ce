"""What hops are made with: the wires, what the rules say, and how places are shown."""

from __future__ import annotations

from kgen.record import record
from kgen.show.port_ledger import Owner, Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kgen.kubernetes.resource import Resource
    from kgen.lint.finding import Finding
    from kgen.show.trace.links import Links
    from kgen.show.trace.wires import Wires
    from kgen.syntax.node import Node


@record
class Sight:
    """`findings` gives what the rules find in some of their subjects; `shown` makes of a path the one to show."""

    wires: Wires
    findings: Callable[[Iterable[object]], tuple[Finding, ...]]
    shown: Callable[[str], str]

    @property
    def links(self) -> Links:
        """The references of all wirings."""
        return self.wires.links

    def place(self, node: Node) -> Place:
        """Where a value is written."""
        span = node.span
        return Place(self.shown(node.source.path), span.line, span.column)


def owner_of(resource: Resource) -> Owner:
    """An object as it calls itself."""
    return Owner(resource.kind, resource.namespace, resource.name)
