"""Columns as Go's text/tabwriter aligns them for kubectl.

A cell ends at a tab; what follows the last tab of a line belongs to no column. A column is as wide as its widest
cell among consecutive lines that have it.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

# What could drive the terminal is made visible: the first two as k8s.io/cli-runtime/pkg/printers/terminal.go does, then
# other control and bidirectional characters but those that tabwriter takes (`\t\n\v\f`), which no valid name holds.
_STEERING = (*range(9), *range(14, 32), *range(127, 160), *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_VISIBLE = {code: chr(code).encode("unicode_escape").decode() for code in _STEERING} | {27: "^[", 13: "\\r"}


def escaped(text: str) -> str:
    """The text with control characters made visible, escapes and carriage returns as kubectl prints them."""
    return text.translate(_VISIBLE)


def aligned(text: str, padding: int, narrowest: int = 0) -> str:
    """Lines with their tabs turned into spaces; a column has at least `narrowest` characters, padding included.

    Vertical tabs end a cell too; a form feed ends a line, and all columns with it.
    """
    blocks = text.replace("\v", "\t").split("\f")
    return "\n".join(_block(block, padding, narrowest) for block in blocks)


def _block(text: str, padding: int, narrowest: int) -> str:
    lines = [line.split("\t") for line in text.split("\n")]
    widest = max(map(len, lines))
    for column in range(widest - 1):
        for run in _runs(lines, column):
            _pad(run, column, padding, narrowest)
    return "\n".join("".join(cells) for cells in lines)


def _runs(lines: Sequence[list[str]], column: int) -> Iterator[list[list[str]]]:
    """Consecutive lines that have a column."""
    for has_column, run in groupby(lines, lambda cells: len(cells) > column + 1):
        if has_column:
            yield list(run)


def _pad(lines: Sequence[list[str]], column: int, padding: int, narrowest: int) -> None:
    width = max(narrowest, *(len(cells[column]) + padding for cells in lines))
    for cells in lines:
        cells[column] = cells[column].ljust(width)
