"""What every output format is given."""

from __future__ import annotations

from kgen.record import fresh, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgen.lint.finding import Finding
    from kgen.lint.rule import Rule
    from kgen.lint.summary import Summary


@record
class Report:
    """The findings of a run, in the order they are shown, and what was looked at.

    Suppressed findings are among `findings`, marked as such; `standing` are the others. `narrowed` says that only
    findings in some paths were asked for, though the summary is of all that was read. `rules` are those that ran, by
    name.
    """

    findings: tuple[Finding, ...]
    summary: Summary
    narrowed: bool = False
    rules: Mapping[str, Rule] = fresh(factory=dict)

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that nothing suppresses."""
        return tuple(finding for finding in self.findings if finding.suppressed is None)
