"""References that the repository neither proves nor disproves."""

from __future__ import annotations

from kgen.lint.place import place_of
from kgen.lint.problem import Label
from kgen.lint.verdict import Standing
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.lint.finding import Place
    from kgen.lint.verdict import Verdict


@record
class Unverified:
    """A reference, named by the message of its place, and why it could not be verified."""

    place: Place
    reason: str


def unverified(references: Iterable[Verdict]) -> Iterator[Unverified]:
    """The unverifiable among some references."""
    for each in references:
        if each.standing is Standing.UNVERIFIABLE:
            yield Unverified(place_of(Label(each.place, each.words)), each.reason)
