"""Text in an SVG."""

import re
from html import escape

from kgen.show.graph.sizes import CELL
from kgen.syntax.display import cells, visible

# Beside what `visible` spells out, XML 1.0 (section 2.2) has no way to write these.
_FORBIDDEN = re.compile("[\ufffe\uffff]")
_ELLIPSIS = "…"


def xml_text(text: str) -> str:
    """Text safe between tags and in quotes; what XML cannot hold is spelled out."""
    return escape(_FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", visible(text)))


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
