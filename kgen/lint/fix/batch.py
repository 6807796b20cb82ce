"""Which fixes can be made at once."""

from __future__ import annotations

from collections import Counter
from functools import cache
from math import prod

from kgen.syntax.edit.edit import stretch
from kgen.syntax.parse import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kgen.lint.finding import Finding
    from kgen.syntax.edit.edit import Edit
    from kgen.syntax.source import Source


def without_collisions(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes touch none of those before; several may have the very same edit."""
    chosen: list[Finding] = []
    made: dict[str, list[Edit]] = {}
    for finding in findings:
        edits = edits_of(finding)
        if not any(edit.collides(other) for edit in edits for other in made.get(edit.path, ())):
            chosen.append(finding)
            for edit in edits:
                made.setdefault(edit.path, []).append(edit)
    return chosen


def edits_of(finding: Finding) -> tuple[Edit, ...]:
    """The edits of a finding's fix, none without."""
    return () if finding.fix is None else finding.fix.edits


def sharing(findings: Iterable[Finding], sources: Mapping[str, Source]) -> Callable[[Finding], int]:
    """How many places a finding's fix would change beside those that `findings` want it for: aliases of an anchor."""
    wanted = Counter(edit for finding in findings for edit in set(edits_of(finding)))

    @cache
    def shared(path: str) -> list[tuple[int, int, int]]:
        documents = parse(sources[path])
        return [each for document in documents if document.problem is None for each in document.layout.shared()]

    def places(edit: Edit) -> int:
        if edit.path not in sources:
            return 0
        start, end = stretch(sources[edit.path], edit.span)
        touched = (count for first, last, count in shared(edit.path) if start < last and first < max(end, start + 1))
        return prod(touched)

    return lambda finding: sum(max(0, places(edit) - wanted[edit]) for edit in edits_of(finding))
