"""The findings that stand against what the picture shows, looked up by their place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kgen.gitops.unit import Unit
from kgen.lint.finding import Finding, Place
from kgen.lint.severity import Severity
from kgen.record import record
from kgen.show.graph.model import Fault
from kgen.syntax.node import Node

_BY_WEIGHT = tuple(Severity)


@record
class Faults:
    """Findings by the file that they are in, with the place there."""

    by_path: Mapping[str, Sequence[tuple[Place, Finding]]]

    def within(self, node: Node | None) -> Fault | None:
        """The gravest finding whose own place is a node, or lies in it; the first of equal ones."""
        found = [finding for place, finding in self._in(node) if place is finding.place]
        return _fault(min(found, key=_weight)) if found else None

    def refusing(self, node: Node, unit: Unit | None) -> Fault | None:
        """The first error of a unit in which a node takes part, be it as the one in whose way another is."""
        errors = (finding for _, finding in self._in(node) if finding.severity is Severity.ERROR)
        own = (each for each in errors if unit is None or not each.units or unit.name in each.units)
        return next(map(_fault, own), None)

    def _in(self, node: Node | None) -> Iterator[tuple[Place, Finding]]:
        there = () if node is None else self.by_path.get(node.source.path, ())
        if node is None or not there:
            return
        span = node.span
        start, end = (span.line, span.column), (span.end_line, span.end_column)
        for place, finding in there:
            at = place.span.line, place.span.column
            if start <= at < end or at == start:
                yield place, finding


def faults(findings: Iterable[Finding]) -> Faults:
    """Index findings by all their places."""
    by_path: dict[str, list[tuple[Place, Finding]]] = defaultdict(list)
    for finding in findings:
        for place in finding.places:
            by_path[place.path].append((place, finding))
    return Faults(by_path)


def _weight(finding: Finding) -> int:
    return _BY_WEIGHT.index(finding.severity)


def _fault(finding: Finding) -> Fault:
    return Fault(finding.rule, finding.message)
