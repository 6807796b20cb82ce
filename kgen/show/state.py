"""Whether a connection holds."""

from __future__ import annotations

from enum import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class State(StrEnum):
    """Whether a hop is sure to lead on, is proven not to, or whether the repository does not tell."""

    VERIFIED = "verified"
    UNVERIFIABLE = "unverifiable"
    BROKEN = "broken"


def worst(states: Iterable[State]) -> State:
    """The worst of some states, verified where there is none."""
    return max(states, key=list(State).index, default=State.VERIFIED)
