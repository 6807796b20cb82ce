"""References that the repository neither proves nor disproves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgen.lint.place import place_of
from kgen.lint.problem import Label
from kgen.wiring.outcome import Unverifiable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.lint.finding import Place
    from kgen.wiring.reference import Reference


@dataclass(frozen=True, slots=True)
class Unverified:
    """A reference, named by the message of its place, and why it could not be verified."""

    place: Place
    reason: str


def unverified(references: Iterable[Reference]) -> Iterator[Unverified]:
    """The unverifiable among some references."""
    for reference in references:
        if isinstance(reference.outcome, Unverifiable):
            yield Unverified(place_of(Label(reference.place, str(reference))), reference.outcome.reason)
