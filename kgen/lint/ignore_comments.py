"""`# kgen: ignore[rule-a, rule-b] reason` and `# kgen: ignore-file[rule] reason`."""

from __future__ import annotations

from kgen.lint.covered_lines import lines_below, lines_beside
from kgen.lint.finding import SuppressionKind
from kgen.lint.ignore import IdleIgnore, Idleness, Ignore
from kgen.lint.spot import Spot
from kgen.pattern import lazy_pattern
from kgen.syntax.comments import comments

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from kgen.syntax.comments import Comment
    from kgen.syntax.document import Document
    from kgen.syntax.source import Source

_WORD = "kgen:"
# Number signs are taken as a whole (`++`): a line of a million of them is no work for the square of a million.
DIRECTIVE = lazy_pattern(
    r"(?<!#)#++[ \t]*+kgen:[ \t]*(?P<form>ignore[\w-]*)(?:\[(?P<rules>[^\]]*)\])?"
    r"(?P<reason>.*?)(?=[ \t]#+[ \t]*kgen:|$)"
)
_RULE = lazy_pattern(r"[^,\s]+")
_FORMS = ("ignore", "ignore-file")


def ignore_comments(source: Source, documents: Sequence[Document]) -> Iterator[Ignore | IdleIgnore]:
    """What the comments of a file turn off; `documents` are those of the source."""
    for comment in comments(source, documents, _WORD):
        for directive in DIRECTIVE.finditer(comment.text):
            spot = _spot(source, documents, comment.index + directive.start(), comment.index + directive.end("reason"))
            if comment.in_block:
                yield IdleIgnore(Idleness.TEXT, directive[0].strip(), spot)
            elif directive["form"] not in _FORMS or not (directive["rules"] or "").strip(" ,\t"):
                yield IdleIgnore(Idleness.NO_FORM, _without_reason(directive), spot)
            else:
                yield from _ignores(source, documents, comment, directive)


def _ignores(
    source: Source, documents: Sequence[Document], comment: Comment, directive: re.Match[str]
) -> Iterator[Ignore]:
    lines = _lines(source, documents, comment) if directive["form"] == "ignore" else None
    for rule in _RULE.finditer(directive["rules"]):
        start = comment.index + directive.start("rules") + rule.start()
        spot = _spot(source, documents, start, start + len(rule[0]))
        yield Ignore(rule[0], SuppressionKind.COMMENT, directive["reason"].strip(), spot, lines)


def _lines(source: Source, documents: Sequence[Document], comment: Comment) -> range:
    line, column = source.position(comment.index)
    if source.line(line)[: column - 1].strip():
        return lines_beside(documents, line)
    return lines_below(source, documents, line)


def _without_reason(directive: re.Match[str]) -> str:
    return directive[0].removesuffix(directive["reason"])


def _spot(source: Source, documents: Sequence[Document], start: int, end: int) -> Spot:
    span = source.span(start, end)
    around = (one for one in documents if one.span.line <= span.line <= one.span.end_line)
    return Spot(source, span, next(around, None))
