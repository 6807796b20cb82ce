"""A passage in one line, as people write it: `node :30003 -> service :8181 -> pod :80`."""

from __future__ import annotations

from itertools import pairwise

from kgen.show.state import State, worst

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgen.show.trace.passage import Entrance, Hop, Passage

ARROWS = {State.VERIFIED: "->", State.UNVERIFIABLE: "-?->", State.BROKEN: "-x->"}


def summaries(passage: Passage) -> list[str]:
    """One line for each entrance, or one in all where there is none; equal ones once."""
    every = passage.entrances or (None,)
    return list(dict.fromkeys(_line(entrance, passage) for entrance in every))


def _line(entrance: Entrance | None, passage: Passage) -> str:
    steps = list(_steps(entrance, passage))
    text = steps[0][0]
    for (_, state), (label, _) in pairwise(steps):
        text += f" {ARROWS[state]} {label}"
    return text


def _steps(entrance: Entrance | None, passage: Passage) -> Iterator[tuple[str, State]]:
    """Each step's label, and whether it leads on."""
    if entrance is not None and entrance.gateways:
        yield _together(entrance.gateways), worst(hop.state for hop in entrance.gateways)
    if entrance is not None:
        yield str(entrance.hop), entrance.hop.state
    if passage.service is not None:
        yield str(passage.service), worst((passage.service.state, *(hop.state for hop in passage.ends)))
    if passage.ends:
        yield _together(passage.ends), State.VERIFIED


def _together(hops: Sequence[Hop]) -> str:
    labels = dict.fromkeys(hop.label for hop in hops if hop.label)
    return f"{hops[0].stop} {', '.join(labels)}".rstrip()
