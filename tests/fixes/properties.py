"""What every fix promises, held against what one fix does to a repository."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.check import check
from kgen.lint.finding import Finding
from kgen.lint.fix.trial import State, tried
from kgen.lint.select import selected
from kgen.repository import Repository
from kgen.syntax.edit.edit import Edit
from kgen.syntax.node import Node
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

CONFIG = Config()
lint = partial(check, selected(rules(), CONFIG), config=CONFIG)

Step = str | int


@dataclass(frozen=True, slots=True)
class Verdict:
    """One fix made alone: `refused` is why it was not, empty where it was; `faults` are promises it broke."""

    rule: str
    place: str
    refused: str
    faults: tuple[str, ...]


def state_of(repository: Repository) -> State:
    """A repository and what is found in it."""
    return State(repository, lint(repository))


def fixable(state: State) -> list[Finding]:
    """The findings that have a fix."""
    return [finding for finding in state.standing if finding.fix is not None]


def judged(name: str, state: State, finding: Finding) -> tuple[Verdict, tuple[Source, ...]]:
    """Make one fix and look at what it did; the files as they are then."""
    place = f"{name}: {finding.place.path}:{finding.place.span}"
    after = tried(state, [finding], lint)
    if isinstance(after, str):
        return Verdict(finding.rule, place, after, ()), state.repository.sources
    return Verdict(finding.rule, place, "", tuple(_faults(state, after, finding))), after.repository.sources


def _faults(before: State, after: State, finding: Finding) -> Iterator[str]:
    assert finding.fix is not None
    edits = finding.fix.edits
    changed = [
        (old, new)
        for old, new in zip(before.repository.sources, after.repository.sources, strict=True)
        if old.data != new.data
    ]
    if {old.path for old, _ in changed} != {edit.path for edit in edits}:
        yield "other files were changed"
    for old, new in changed:
        yield from _faults_of_file(old, new, [edit for edit in edits if edit.path == old.path], finding.rule)
    # With another API version an object is another one, and so are the fingerprints of what else is wrong with it.
    known = {each.fingerprint for each in before.standing}
    said = {(each.rule, each.place.path, each.message) for each in before.standing}
    for each in after.standing:
        if each.fingerprint not in known and (each.rule, each.place.path, each.message) not in said:
            yield f"{each.rule} is new"
    if finding.fingerprint in {each.fingerprint for each in after.standing}:
        yield "the finding is still there"


def _faults_of_file(old: Source, new: Source, edits: list[Edit], rule: str) -> Iterator[str]:
    if not _is_all_there_is(edits, old, new):
        yield f"{old.path}: text outside of the edits was changed"
    before, after = parse(old), parse(new)
    if any(document.problem is not None for document in after) and not any(each.problem for each in before):
        yield f"{old.path} cannot be read"
    if len(before) != len(after):
        yield f"{old.path} has other documents"
    pairs = [(one.root, other.root) for one, other in zip(before, after, strict=False)]
    found = [each for one, other in pairs if one is not None and other is not None for each in _differences(one, other)]
    # Two keys that become one bring what the first one held.
    if not found and rule not in {"duplicate-key", "unused-suppression"}:
        yield f"{old.path} holds the same data"
    if len(found) > 2 * len(edits) and rule != "duplicate-key":
        yield f"{old.path}: {len(found)} values are others"
    for node in found:
        if node.source is old and not any(_touches(edit, node) for edit in edits):
            yield f"{old.path}: {node.path} is another"


def _is_all_there_is(edits: list[Edit], old: Source, new: Source) -> bool:
    """Whether a file is another one with these edits and nothing else."""
    before, rest, place = old.undecoded_text, new.undecoded_text, 0
    for edit in sorted(set(edits), key=lambda each: each.span):
        start = old.index(edit.span.line, edit.span.column)
        expected = before[place:start] + edit.text
        if not rest.startswith(expected):
            return False
        rest, place = rest[len(expected) :], start + len(edit.before)
    return rest == before[place:]


def _touches(edit: Edit, node: Node) -> bool:
    """Whether an edit is on a line of a value or of its key."""
    first = (node.key_span or node.span).line
    return edit.span.line <= node.span.end_line and first <= edit.span.end_line


def _differences(old: Node, new: Node) -> Iterator[Node]:
    """The smallest values that differ: those of the old document, or of the new one where the old has none."""
    if old.value == new.value and type(old.value) is type(new.value):
        return
    if isinstance(old.value, dict) and isinstance(new.value, dict):
        before, after = old.mapping(), new.mapping()
        for key in {**before, **after}:
            if key in before and key in after:
                yield from _differences(before[key], after[key])
            else:
                yield before.get(key) or after[key]
    elif isinstance(old.value, list) and isinstance(new.value, list) and len(old.value) == len(new.value):
        for one, other in zip(old, new, strict=True):
            yield from _differences(one, other)
    else:
        yield old
