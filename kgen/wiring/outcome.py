"""How a reference ends: verified, broken with the evidence that proves it, or unverifiable with the reason."""

from dataclasses import dataclass

from kgen.wiring.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Verified:
    """What it points at is in the repository."""


@dataclass(frozen=True, slots=True)
class Broken:
    """It points at nothing, and `evidence` proves that it should."""

    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Unverifiable:
    """The repository does not tell; `reason` is a clause in lower case."""

    reason: str


Outcome = Verified | Broken | Unverifiable
