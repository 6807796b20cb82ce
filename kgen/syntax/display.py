"""Text from manifests as a terminal may safely show it, and how wide it is there."""

from unicodedata import category, east_asian_width

TAB = "    "
_LONGEST = 1000  # characters; a message of kgen's own has some hundred, a name in it 253 at most
_STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_WIDTHLESS = {"Mn", "Me"}


def visible(text: str) -> str:
    """The text with tabs as four spaces and control, bidirectional and surrogate characters as escapes."""
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def visible_lines(text: str) -> str:
    """The same for text of several lines, which stay, and with its tabs as they are."""
    return "\n".join("\t".join(map(visible, line.split("\t"))) for line in text.split("\n"))


def shortened(text: str) -> str:
    """The text cut to a thousand characters: what quotes an endless name a hundred times would fill the memory."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def cells(text: str) -> int:
    """How many terminal cells visible text takes: two for wide characters, none for combining ones."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _shown(character: str) -> str:
    if character == "\t":
        return TAB
    if category(character) in _STEERING:
        return character.encode("unicode_escape", "surrogatepass").decode("ascii")
    return character


def _width(character: str) -> int:
    if category(character) in _WIDTHLESS:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
