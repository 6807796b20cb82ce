"""Whether a hop leads on, from the outcomes of its references and from what the rules find."""

from __future__ import annotations

from kgen.lint.severity import Severity
from kgen.record import replace
from kgen.show.state import State
from kgen.wiring.outcome import Broken, Unverifiable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgen.lint.finding import Finding
    from kgen.show.trace.passage import Hop
    from kgen.wiring.outcome import Outcome


def judged(hop: Hop, outcomes: Iterable[Outcome], findings: Iterable[Finding]) -> Hop:
    """The hop with its state.

    It is broken where a reference is proven to be, or where a rule says that it does not work or will be refused; a
    warning about a reference that is in order does not break it.
    """
    every, found = tuple(outcomes), tuple(dict.fromkeys(findings))
    if any(isinstance(each, Broken) for each in every) or any(each.severity is Severity.ERROR for each in found):
        return replace(hop, state=State.BROKEN, reason="", findings=found)
    reason = next((each.reason for each in every if isinstance(each, Unverifiable)), None)
    if reason is not None:
        return replace(hop, state=State.UNVERIFIABLE, reason=reason, findings=found)
    return replace(hop, findings=found)
