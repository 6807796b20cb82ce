"""Text from manifests as a terminal may safely show it, and how wide it is there."""

from unicodedata import category, east_asian_width

TAB = "    "
_STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_WIDTHLESS = {"Mn", "Me"}


def visible(text: str) -> str:
    """The text with tabs as four spaces and control, bidirectional and surrogate characters as escapes."""
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


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
