"""Making fixes in memory, and linting again to prove that they mend what they are for and break nothing."""

from __future__ import annotations

from collections import Counter

from kgen.lint.fix.batch import edits_of
from kgen.record import record
from kgen.repository import from_sources
from kgen.syntax.edit.edit import apply
from kgen.syntax.parse import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kgen.lint.check import Checked
    from kgen.lint.finding import Finding
    from kgen.repository import Repository
    from kgen.syntax.edit.edit import Edit
    from kgen.syntax.source import Source

    Lint = Callable[[Repository], Checked]


@record
class State:
    """A repository and what linting it found."""

    repository: Repository
    checked: Checked

    @property
    def standing(self) -> list[Finding]:
        """The findings that nothing suppresses."""
        return [finding for finding in self.checked.findings if finding.suppressed is None]


def tried(state: State, findings: Sequence[Finding], lint: Lint) -> State | str:
    """The state with the findings' fixes made, or why they are not to be made."""
    changed: dict[str, Source] = {}
    sources = {source.path: source for source in state.repository.sources}
    for path, edits in _by_path(findings).items():
        source = apply(sources[path], edits) if path in sources else None
        if source is None:
            return f"`{path}` does not hold what it would replace"
        if _shape(source) != _shape(sources[path]):
            return f"`{path}` could not be read afterwards"
        changed[path] = source
    after = _linted(state.repository, changed, lint)
    return _left_over(state, after, findings) or _brought(state, after) or after


def identity(finding: Finding) -> tuple[object, ...]:
    """What a finding is about, whatever it says of it."""
    return finding.rule, finding.place.path, finding.resource, finding.field


def _by_path(findings: Iterable[Finding]) -> dict[str, list[Edit]]:
    edits: dict[str, list[Edit]] = {}
    for finding in findings:
        for edit in edits_of(finding):
            edits.setdefault(edit.path, []).append(edit)
    return edits


def _shape(source: Source) -> list[bool]:
    """Which of a file's documents can be read."""
    return [document.problem is None for document in parse(source)]


def _linted(repository: Repository, changed: dict[str, Source], lint: Lint) -> State:
    sources = [changed.get(source.path, source) for source in repository.sources]
    after = from_sources(sources, repository.root, repository.problems)
    return State(after, lint(after))


def _left_over(before: State, after: State, findings: Sequence[Finding]) -> str:
    """Why the fixes mend too little; empty where each of the findings is gone."""
    counted, still = Counter(map(identity, before.standing)), Counter(map(identity, after.standing))
    mended = Counter(map(identity, findings))
    for finding in findings:
        about = identity(finding)
        if still[about] > counted[about] - mended[about]:
            return "it would still be reported"
    return ""


def _brought(before: State, after: State) -> str:
    """Why the fixes do harm; empty where nothing is found that was not, of the same value or in the same words."""
    counted, said = Counter(map(identity, before.standing)), Counter(map(_words, before.standing))
    still, says = Counter(map(identity, after.standing)), Counter(map(_words, after.standing))
    for finding in after.standing:
        if still[identity(finding)] > counted[identity(finding)] and says[_words(finding)] > said[_words(finding)]:
            place = finding.place
            return f"{place.path}:{place.span} would then be reported: {finding.rule}: {finding.message}"
    return ""


def _words(finding: Finding) -> tuple[str, ...]:
    return finding.rule, finding.place.path, finding.message
