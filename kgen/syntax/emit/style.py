"""Which of YAML's scalar styles a string gets from go-yaml v2."""

from kgen.syntax.emit.resolve import reads_as_string

PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED, LITERAL = range(4)
BREAKS = "\n\u2028\u2029"
"""The line breaks go-yaml writes as they are; CR and NEL it escapes."""

_INDICATORS = frozenset("#,[]{}&*!|>'\"%@`")
_INDICATORS_BEFORE_BLANK = frozenset("?:-")


def style_of(text: str) -> int:
    """Choose the style of a string that stands as a value or behind `?`; a key before `:` has no LF."""
    if "\n" in text:
        return LITERAL if _may_be_literal(text) else DOUBLE_QUOTED
    if not reads_as_string(text):
        return DOUBLE_QUOTED
    if not text.isascii() or not text.isprintable():
        if _is_special(text) or _has_space_beside_break(text):
            return DOUBLE_QUOTED
        if "\u2028" in text or "\u2029" in text:
            return SINGLE_QUOTED
    return PLAIN if _may_be_plain(text) else SINGLE_QUOTED


def is_printable(character: str) -> bool:
    """Whether libyaml writes `character` as it is: none beyond U+FFFF, no control but LF, no U+FEFF."""
    if character <= "~":
        return character >= " " or character == "\n"
    return "\u00a0" <= character <= "\ufffd" and character != "\ufeff"


def _may_be_literal(text: str) -> bool:
    if text.endswith(" ") or _is_special(text):
        return False
    return not any(" " + line_break in text for line_break in BREAKS)


def _is_special(text: str) -> bool:
    return not all(map(is_printable, text))


def _has_space_beside_break(text: str) -> bool:
    return any(" " + line_break in text or line_break + " " in text for line_break in BREAKS)


def _may_be_plain(text: str) -> bool:
    """Whether the characters of `text` (printable, no break) mean nothing else to YAML in block context."""
    first = text[0]
    if first in _INDICATORS or first == " " or text.endswith((" ", ":")) or text.startswith(("---", "...")):
        return False
    if first in _INDICATORS_BEFORE_BLANK and text[1:2] in ("", " "):
        return False
    return ": " not in text and " #" not in text
