"""How a reference ends: verified, broken with the evidence that proves it, or unverifiable with the reason."""

from kgen.record import record
from kgen.wiring.evidence import Evidence


@record
class Verified:
    """What it points at is in the repository."""


@record
class Broken:
    """It points at nothing, and `evidence` proves that it should."""

    evidence: Evidence


@record
class Unverifiable:
    """The repository does not tell; `reason` is a clause in lower case."""

    reason: str


Outcome = Verified | Broken | Unverifiable
