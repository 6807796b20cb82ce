"""What is left of a unit once the rules have seen it."""

from __future__ import annotations

from kgen.discovery.witness import Witness
from kgen.gitops.plan import rendered
from kgen.lint.verdict import verdicts
from kgen.record import fresh, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kgen.gitops.plan import PlannedUnit
    from kgen.gitops.unit import Unit
    from kgen.lint.finding import Finding
    from kgen.lint.run import Walk
    from kgen.lint.verdict import Verdict
    from kgen.wiring.model import Wiring


@record(eq=False)
class Part:
    """A unit's `name` and the files that it is made from, and what came of it.

    `covers` are the files that are looked at in it only, `node_ports` those that it asks for, each with its file;
    `looked_at` is what was asked of the disk on the way, as a witness has it.
    """

    name: str
    sources: frozenset[str]
    covers: frozenset[str] = frozenset()
    node_ports: frozenset[tuple[str, int]] = frozenset()
    findings: tuple[Finding, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    looked_at: Mapping[str, str] = fresh(factory=dict)


def part_of(planned: PlannedUnit, wired: Callable[[Unit], Wiring], walk: Walk) -> Part:
    """Render a unit, wire it and let the rules see it; of one that is opaque nothing is known."""
    with Witness() as witness:
        unit = rendered(planned)
        wiring = None if unit.is_opaque else wired(unit)
    if wiring is None:
        return Part(unit.name, frozenset(), unit.covers, looked_at=witness.looked_at)
    return Part(
        name=unit.name,
        sources=unit.sources,
        covers=unit.covers,
        node_ports=wiring.requested_node_ports,
        findings=walk.over(wiring),
        verdicts=tuple(verdicts(wiring.references())),
        looked_at=witness.looked_at,
    )
