"""Findings to render, without a repository behind them."""

from kgen.lint.finding import Finding, Place, ResourceIdentity, SourceLine, Suppression, SuppressionKind
from kgen.lint.fix.fix import Fix, Safety
from kgen.lint.severity import Severity
from kgen.lint.summary import Summary
from kgen.record import replace
from kgen.report.report import Report
from kgen.syntax.edit.edit import Edit
from kgen.syntax.span import Span


def place(path: str, number: int, text: str, marked: str, message: str = "") -> Place:
    """One line of a file with the first `marked` in it meant."""
    start = text.index(marked)
    end = start + len(marked)
    span = Span(number, start + 1, number, end + 1)
    return Place(path, span, message, (SourceLine(number, text, (start, end)),))


def finding(
    main: Place,
    *related: Place,
    message: str = "selector `app=wbe` matches no pod template",
    severity: Severity = Severity.ERROR,
    resource: ResourceIdentity | None = None,
    help_text: str = "",
) -> Finding:
    """A finding of `orphan-selector`."""
    return Finding(
        rule="orphan-selector",
        group="selector",
        severity=severity,
        message=message,
        place=main,
        resource=resource,
        field="spec.selector.app",
        related=related,
        help=help_text,
        fingerprint="0123456789abcdef",
    )


def report(*findings: Finding) -> Report:
    """A report of these findings in a small repository."""
    return Report(findings, Summary(files=3, services=1, verified=2, broken=1, unverifiable=4, seconds=0.5))


def suppressed(one: Finding, kind: SuppressionKind = SuppressionKind.COMMENT, reason: str = "known") -> Finding:
    """The same finding, suppressed."""
    return replace(one, suppressed=Suppression(kind, reason))


_SERVICE = ResourceIdentity("v1", "Service", "web", "shop")
_MAIN = place("apps/a.yaml", 9, "    app: wbe", "wbe", "selects nothing")
_RELATED = place("apps/b.yaml", 3, "  app: web", "web", "nearest")
_BLOCK = Place("apps/b.yaml", Span(8, 3, 10, 14), "none of these", ())
_HOSTILE = place("50%,a:b \x1b[31m<ü>.yaml", 2, "name: x", "x", "two\nlines")
_FIX = Fix(
    (
        Edit("apps/a.yaml", Span(9, 10, 9, 13), "wbe", "web"),
        Edit("50%,a:b \x1b[31m<ü>.yaml", Span(2, 1, 3, 1), "name: x\n", ""),
    ),
    Safety.UNSAFE,
    "write `app: web`",
)
SAMPLE = report(
    replace(
        finding(_MAIN, _RELATED, resource=_SERVICE, help_text="write `app: web`"),
        fix=_FIX,
        units=("overlays/dev",),
        other_units=("overlays/prod",),
    ),
    suppressed(finding(place("apps/a.yaml", 20, "port: 80", "80"))),
    finding(_BLOCK, severity=Severity.INFO, message="advice"),
    suppressed(finding(_BLOCK), SuppressionKind.BASELINE, ""),
    finding(_HOSTILE, severity=Severity.WARNING, message="100% `\x1b]8;;x\x07`, <b>&\r\n::error::\u202e\udcff\uffff"),
)
"""Everything a format has to cope with: severities, suppressions, spans of several lines, and hostile text."""
