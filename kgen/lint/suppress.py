"""Findings that comments and annotations turn off: marked, not dropped."""

from __future__ import annotations

from itertools import groupby

from kgen.lint.finding import Suppression
from kgen.lint.ignore import IdleIgnore, Idleness, Ignore
from kgen.lint.ignore_annotations import ignore_annotations
from kgen.lint.ignore_comments import ignore_comments
from kgen.record import replace
from kgen.spelling import close_matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kgen.lint.finding import Finding
    from kgen.repository import Repository

# Whether anything is left to be turned off by naming this rule is known only once it has run.
_NEVER_UNUSED = "unused-suppression"


class Ignores:
    """Everything that a repository's comments and annotations turn off, and what of it was of use."""

    def __init__(self, written: Iterable[Ignore | IdleIgnore]) -> None:
        self._by_rule: dict[tuple[str, str], list[Ignore]] = {}
        self._idle: list[IdleIgnore] = []
        self._used: set[Ignore] = set()
        for one in written:
            if isinstance(one, Ignore):
                self._by_rule.setdefault((one.rule, one.spot.source.path), []).append(one)
            else:
                self._idle.append(one)

    def mark(self, finding: Finding) -> Finding:
        """The finding, suppressed where something written turns it off."""
        candidates = self._by_rule.get((finding.rule, finding.place.path), ())
        covering = [ignore for ignore in candidates if ignore.covers(finding)]
        if not covering:
            return finding
        self._used.update(covering)
        return replace(finding, suppressed=Suppression(covering[0].kind, covering[0].reason))

    def idle(self, ran: Collection[str], known: Collection[str]) -> Iterator[IdleIgnore]:
        """What turned off nothing of the rules that ran, and what names none of the known ones."""
        yield from self._idle
        for (rule, _), ignores in self._by_rule.items():
            for ignore in ignores:
                if rule not in known:
                    near = close_matches(rule, sorted(known), n=1)
                    yield IdleIgnore(Idleness.UNKNOWN_RULE, rule, ignore.spot, near[0] if near else "")
                elif rule in ran and rule != _NEVER_UNUSED and ignore not in self._used:
                    yield IdleIgnore(Idleness.UNUSED, rule, ignore.spot)


def ignores_in(repository: Repository) -> Ignores:
    """Find the comments and annotations of a repository."""
    return Ignores(_written(repository))


def _written(repository: Repository) -> Iterator[Ignore | IdleIgnore]:
    for source, documents in groupby(repository.documents, lambda document: document.source):
        yield from ignore_comments(source, list(documents))
    for resource in repository.resources:
        yield from ignore_annotations(resource)
