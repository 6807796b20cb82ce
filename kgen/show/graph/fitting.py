"""Text that fits into a box."""

from kgen.show.graph.sizes import CELL
from kgen.syntax.display import cells, visible

_ELLIPSIS = "…"


def shortened(text: str, room: int) -> str:
    """Visible text that takes up at most `room` pixels, with an ellipsis for the middle of what does not fit."""
    shown, most = visible(text), int(room / CELL)
    if cells(shown) <= most:
        return shown
    head, tail = _fitting(shown, most // 2), _fitting(shown[::-1], (most - 1) // 2)
    return f"{head}{_ELLIPSIS}{tail[::-1]}"


def _fitting(text: str, most: int) -> str:
    """The longest start of a text that takes up at most so many cells."""
    taken = 0
    for number, character in enumerate(text):
        taken += cells(character)
        if taken > most:
            return text[:number]
    return text
