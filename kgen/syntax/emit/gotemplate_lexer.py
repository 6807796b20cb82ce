"""Cut a Go template into its texts and the words of its actions."""

from __future__ import annotations

import re

from kgen.errors import KgenError, KubectlError
from kgen.pattern import lazy_pattern
from kgen.record import record

_BLANKS = " \t\r\n"
_TRIM_MARKER = lazy_pattern(r"-[ \t\r\n]")
_COMMENT = lazy_pattern(r"/\*.*?\*/(?=[ \t\r\n]+-\}\}|\}\})", re.DOTALL)
_CLOSING = lazy_pattern(r"[ \t\r\n]+-\}\}[ \t\r\n]*|[ \t\r\n]*\}\}")
_WORD = lazy_pattern(
    r"""(?P<text>"(?:\\.|[^"\\\n])*"|`[^`]*`)"""
    r"""|(?P<number>[+-]?[0-9]+(?:\.[0-9]+)?(?![\w.]))"""
    r"""|(?P<field>\.(?:[A-Za-z_]\w*)?)"""
    r"""|(?P<variable>\$\w*)"""
    r"""|(?P<name>[A-Za-z_]\w*)"""
    r"""|(?P<mark>:=|[(),|=])"""
)


@record
class Word:
    """One word of an action: its kind (a group of the pattern), its text, and whether it follows a blank."""

    kind: str
    text: str
    spaced: bool


def lex(template: str) -> list[str | list[Word]]:
    """Return the template's texts (str) and actions (lists of words) in order.

    Raise KubectlError for an action that is not closed and KgenError for words kgen does not understand.
    """
    parts: list[str | list[Word]] = []
    position = 0
    while (start := template.find("{{", position)) >= 0:
        text = template[position:start]
        trimmed = _TRIM_MARKER.match(template, start + 2)
        parts.append(text.rstrip(_BLANKS) if trimmed else text)
        inside = trimmed.end() if trimmed else start + 2
        comment = _COMMENT.match(template, inside)
        words, position = _action(template, comment.end() if comment else inside)
        if not comment:
            parts.append(words)
    parts.append(template[position:])
    return parts


def _action(template: str, position: int) -> tuple[list[Word], int]:
    words: list[Word] = []
    while not (closing := _CLOSING.match(template, position)):
        start = len(template) - len(template[position:].lstrip(_BLANKS))
        if start == len(template):
            line = template.count("\n", 0, start) + 1
            raise KubectlError(f"error parsing template {template}, template: output:{line}: unclosed action")
        word = _WORD.match(template, start)
        if word is None:
            rest = template[start:].partition("}}")[0]
            raise KgenError(f"`{rest}` in a go-template is not supported")
        words.append(Word(str(word.lastgroup), word.group(), start > position))
        position = word.end()
    return words, closing.end()
