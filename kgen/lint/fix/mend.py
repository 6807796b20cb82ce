"""Fixing what can be fixed, until nothing more can."""

from __future__ import annotations

from collections import Counter

from kgen.lint.fix.batch import sharing, without_collisions
from kgen.lint.fix.trial import State, identity, tried
from kgen.record import fresh, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kgen.lint.finding import Finding
    from kgen.lint.fix.trial import Lint

MOST_ROUNDS = 10


@record
class Refused:
    """A finding whose fix was not made, and why."""

    finding: Finding
    reason: str


@record(frozen=False)
class Mended:
    """What has come of a repository: each finding as it was when its fix was made or refused."""

    state: State
    fixed: list[Finding] = fresh(factory=list)
    refused: list[Refused] = fresh(factory=list)


def mend(state: State, wanted: Callable[[Finding], bool], lint: Lint) -> Mended:
    """Make the fixes of all findings that are `wanted`, as long as they prove right.

    Fixes that collide are made one after the other, in up to MOST_ROUNDS rounds. One that leaves its finding, or
    brings another, is refused. `lint` checks a repository that is not written to disk.
    """
    mended = Mended(state)
    for _ in range(MOST_ROUNDS):
        batch = _next(mended, wanted)
        if not batch:
            break
        _settle(mended, batch, lint)
    return mended


def _next(mended: Mended, wanted: Callable[[Finding], bool]) -> list[Finding]:
    """The fixes to make next; those that an anchor keeps from being made are refused."""
    refused = {_asked(each.finding) for each in mended.refused}
    standing = (each for each in mended.state.standing if each.fix is not None)
    open_ones = [each for each in standing if _asked(each) not in refused and wanted(each)]
    others = sharing(open_ones, {source.path: source for source in mended.state.repository.sources})
    alone = []
    for finding in open_ones:
        if others(finding):
            mended.refused.append(Refused(finding, "an alias repeats the value elsewhere"))
        else:
            alone.append(finding)
    return without_collisions(alone)


def _settle(mended: Mended, batch: Sequence[Finding], lint: Lint) -> None:
    """Make all fixes of a batch or, where something is wrong, those of each half that are right."""
    outcome = tried(mended.state, batch, lint)
    if isinstance(outcome, State):
        mended.state = outcome
        mended.fixed += batch
    elif len(batch) == 1:
        mended.refused.append(Refused(batch[0], outcome))
    else:
        half = len(batch) // 2
        _settle(mended, batch[:half], lint)
        rest = _found_again(mended, batch[half:])
        if rest:
            _settle(mended, rest, lint)


def _found_again(mended: Mended, findings: Sequence[Finding]) -> list[Finding]:
    """The same findings where they stand by now; no more of those that are about the same than there were."""
    refused = {_asked(each.finding) for each in mended.refused}
    left = Counter(map(identity, findings))
    again = []
    for each in mended.state.standing:
        if left[identity(each)] and each.fix is not None and _asked(each) not in refused:
            left[identity(each)] -= 1
            again.append(each)
    return without_collisions(again)


def _asked(finding: Finding) -> tuple[object, ...]:
    """A fix, wherever its finding has moved to in the meantime."""
    return *identity(finding), finding.message, "" if finding.fix is None else finding.fix.message
