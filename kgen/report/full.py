"""The default format: each finding with excerpts of every place that takes part."""

from __future__ import annotations

from kgen.report.excerpt import excerpt
from kgen.report.units import in_units, warning_of_fix
from kgen.syntax.display import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.lint.finding import Finding, Place
    from kgen.report.report import Report
    from kgen.report.style import Style


def render(report: Report, style: Style) -> str:
    """Findings as compilers show them, an empty line after each."""
    return "".join(f"{line}\n" for finding in report.standing for line in _finding(finding, style))


def _finding(finding: Finding, style: Style) -> Iterator[str]:
    gutter = max((len(str(line.number)) for place in finding.places for line in place.lines), default=1)
    kind = style.paint(finding.severity, f"{finding.severity}[{finding.rule}]")
    yield f"{kind}: {style.paint('title', visible(finding.message))}"
    yield _header("-->", finding.place, gutter, style)
    yield from excerpt(finding.place, gutter, "^", finding.severity, style)
    for place in finding.related:
        yield _header(":::", place, gutter, style)
        yield from excerpt(place, gutter, "-", "related", style)
    yield from _notes(finding, gutter, style)
    yield ""


def _header(arrow: str, place: Place, gutter: int, style: Style) -> str:
    where = f"{visible(place.path)}:{place.span.line}:{place.span.column}"
    return f"{'':{gutter}}{style.paint('frame', arrow)} {where}"


def _notes(finding: Finding, gutter: int, style: Style) -> Iterator[str]:
    page = f"kgen rule {finding.rule}"
    notes = {
        "resource": str(finding.resource or ""),
        "units": in_units(finding),
        "help": f"{finding.help} ({page})" if finding.help else page,
        "fix": f"{finding.fix.message} ({finding.fix.safety})" if finding.fix else "",
        "warning": warning_of_fix(finding),
    }
    yield style.paint("frame", f"{'':{gutter}} |")
    for name, text in notes.items():
        if text:
            yield f"{'':{gutter}} {style.paint('frame', '=')} {style.paint('title', name)}: {visible(text)}"
