"""What somebody asks not to be told: rules turned off on some lines of a file."""

from __future__ import annotations

from enum import StrEnum

from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.lint.finding import Finding, SuppressionKind
    from kgen.lint.spot import Spot


@record
class Ignore:
    """One rule turned off by its name, which stands at `spot`, on `lines` of that file.

    Lines count from 1; None stands for all of them.
    """

    rule: str
    kind: SuppressionKind
    reason: str
    spot: Spot
    lines: range | None

    def covers(self, finding: Finding) -> bool:
        """Whether a finding of this rule in this file begins on one of the lines."""
        return self.lines is None or finding.place.span.line in self.lines


class Idleness(StrEnum):
    """Why something that reads like an Ignore turns off nothing."""

    UNUSED = "unused"
    UNKNOWN_RULE = "unknown rule"
    NO_FORM = "no form"
    TEXT = "text"


@record
class IdleIgnore:
    """Something at `spot` that turns off nothing; `word` is the rule named, or what is written instead.

    `near` is the known rule whose name is nearest to that of an unknown one, if any is near.
    """

    why: Idleness
    word: str
    spot: Spot
    near: str = ""
