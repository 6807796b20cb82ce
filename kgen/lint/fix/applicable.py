"""Fixes that can be made: those of text that a file holds."""

from __future__ import annotations

from kgen.record import replace
from kgen.syntax.edit.edit import stretch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kgen.lint.finding import Finding
    from kgen.repository import Repository
    from kgen.syntax.edit.edit import Edit
    from kgen.syntax.source import Source


def with_applicable_fixes(findings: Iterable[Finding], repository: Repository) -> Iterator[Finding]:
    """The findings, without the fixes of what no file has as it is seen: what a chart's template came to."""
    sources = {source.path: source for source in repository.sources}
    for finding in findings:
        fix = finding.fix
        is_applicable = fix is None or all(_is_there(edit, sources) for edit in fix.edits)
        yield finding if is_applicable else replace(finding, fix=None)


def _is_there(edit: Edit, sources: Mapping[str, Source]) -> bool:
    source, span = sources.get(edit.path), edit.span
    if source is None or span.end_line > source.line_count:
        return False
    start, end = stretch(source, span)
    return source.text[start:end] == edit.before
