"""What is shown of a trace."""

from __future__ import annotations

from kgen.record import record
from kgen.show.state import State, worst

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.show.trace.passage import Passage


@record
class Trace:
    """Some passages, of `total`, in the order of units and files; `state` is the worst of all."""

    passages: tuple[Passage, ...]
    total: int
    state: State


def limited(passages: Sequence[Passage], most: int) -> Trace:
    """No more than `most`, the broken ones before others; 0 is for no limit."""
    places = range(len(passages))
    by_harm = sorted(places, key=lambda place: passages[place].state is not State.BROKEN)
    kept = sorted(by_harm[: most or None])
    return Trace(tuple(passages[place] for place in kept), len(passages), worst(each.state for each in passages))
