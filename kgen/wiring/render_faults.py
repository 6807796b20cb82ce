"""What rendering a unit breaks."""

from __future__ import annotations

from kgen.wiring.lost_names import lost_names
from kgen.wiring.narrowed_selectors import narrowed_selectors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kgen.gitops.unit import Unit
    from kgen.wiring.reference import Reference, Selection
    from kgen.wiring.render_fault import RenderFault
    from kgen.wiring.world import World


def render_faults(
    unit: Unit, references: Iterable[Reference], selections: Sequence[Selection], world: World
) -> Iterator[RenderFault]:
    """The faults of every kind; none of a unit that is rendered in part."""
    if unit.is_complete:
        yield from lost_names(references, unit.resources, world)
        yield from narrowed_selectors(selections, world)
