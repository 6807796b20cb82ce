"""What came of each reference, apart from the wiring that it is a part of."""

from __future__ import annotations

from enum import IntEnum

from kgen.record import record
from kgen.wiring.outcome import Broken, Unverifiable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.syntax.node import Node
    from kgen.wiring.reference import Reference


class Standing(IntEnum):
    """How a reference ends, the worst last."""

    VERIFIED = 0
    UNVERIFIABLE = 1
    BROKEN = 2


@record(eq=False)
class Verdict:
    """`kind` tells apart what is referred to, `place` is where that is written, `path` the file of what refers to it.

    One that is unverifiable says in `words` what it is about, and for what `reason`.
    """

    kind: str
    place: Node
    path: str
    standing: Standing
    words: str = ""
    reason: str = ""


def verdicts(references: Iterable[Reference]) -> Iterator[Verdict]:
    """What came of each of the references."""
    for each in references:
        kind, place, path, outcome = type(each).__name__, each.place.written, each.resource.path, each.outcome
        if isinstance(outcome, Unverifiable):
            yield Verdict(kind, place, path, Standing.UNVERIFIABLE, str(each), outcome.reason)
        else:
            yield Verdict(kind, place, path, Standing.BROKEN if isinstance(outcome, Broken) else Standing.VERIFIED)


def worst(found: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """One for each place: of several units the one that fares worst, of those alike the first."""
    kept: dict[tuple[str, Node], Verdict] = {}
    for each in found:
        key = each.kind, each.place
        if key not in kept or each.standing > kept[key].standing:
            kept[key] = each
    return tuple(kept.values())
