"""Patterns for paths, as Argo CD reads them."""

from __future__ import annotations

import re

from kgen.pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_PIECE = lazy_pattern(r"\*\*|[*?{},]|\\.|\[[^]/]*\]|[^*?{},\\\[]+|.")
_WITHIN_FOLDER = {"**": ".*", "*": "[^/]*", "?": "[^/]"}
_ANYWHERE = {"**": ".*", "*": ".*", "?": ".", "{": "(?:", "}": ")", ",": "|"}
_MOST_REPETITIONS = 4
_LONGEST = 300


def folder_pattern(glob: str) -> re.Pattern[str] | None:
    """The expression for whole paths in which `*` stands for text without `/`.

    None for a glob that is none, or may take too long.
    """
    return _compiled(glob, _WITHIN_FOLDER)


def text_pattern(glob: str) -> re.Pattern[str] | None:
    """The same where `*` stands for any text, and `{a,b}` is a choice (https://github.com/gobwas/glob)."""
    return _compiled(glob, _ANYWHERE)


def _compiled(glob: str, known: Mapping[str, str]) -> re.Pattern[str] | None:
    if len(glob) > _LONGEST or glob.count("*") > _MOST_REPETITIONS:
        return None
    pieces = (known.get(piece) or _literal(piece) for piece in _PIECE.findall(glob))
    try:
        return re.compile("".join(pieces), re.DOTALL)
    except re.error:
        return None


def _literal(piece: str) -> str:
    if piece.startswith("[") and len(piece) > 2:
        sign, members = ("^", piece[2:-1]) if piece[1] in "!^" else ("", piece[1:-1])
        return f"[{sign}{re.escape(members)}]".replace(r"\-", "-")
    return re.escape(piece[1:] if piece.startswith("\\") and len(piece) > 1 else piece)
