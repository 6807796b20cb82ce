"""Source lines with a gutter of line numbers and carets under what is meant."""

from __future__ import annotations

from kgen.syntax.display import cells, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.lint.finding import Place, SourceLine
    from kgen.report.style import Style

_LONGEST = 160
_BEFORE_MARK = 60
_ELLIPSIS = "…"


def excerpt(place: Place, gutter: int, mark: str, role: str, style: Style) -> Iterator[str]:
    """The lines of `place` behind a bar, its message after the last row of `mark` characters."""
    frame = style.paint("frame", f"{'':{gutter}} |")
    if place.lines:
        yield frame
    for line in place.lines:
        cut = _first_shown(line)
        yield f"{style.paint('frame', f'{line.number:{gutter}} |')} {_shown(line.text, cut)}".rstrip()
        if line.mark is not None:
            before, width = _marked_cells(line.text, line.mark, cut)
            message = visible(place.message) if line is place.lines[-1] else ""
            marks = style.paint(role, f"{mark * width} {message}".rstrip())
            yield f"{frame} {' ' * before}{marks}"


def _first_shown(line: SourceLine) -> int:
    """Where a long line is cut so that its mark is seen."""
    if len(line.text) <= _LONGEST or line.mark is None:
        return 0
    return max(0, min(line.mark[0] - _BEFORE_MARK, len(line.text) - _LONGEST))


def _shown(text: str, cut: int) -> str:
    before = _ELLIPSIS if cut else ""
    after = _ELLIPSIS if cut + _LONGEST < len(text) else ""
    return f"{before}{visible(text[cut : cut + _LONGEST])}{after}"


def _marked_cells(text: str, mark: tuple[int, int], cut: int) -> tuple[int, int]:
    """The cells before the mark and under it, where the line is shown from `cut` on."""
    start, end = mark
    before = (_ELLIPSIS if cut else "") + visible(text[cut:start])
    return cells(before), max(1, cells(visible(text[start : min(end, cut + _LONGEST)])))
