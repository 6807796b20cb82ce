"""Files as a difference may show them: without the values of the Secrets in them."""

from __future__ import annotations

import re

from kgen.lint.secret_lines import mentions_secret
from kgen.pattern import lazy_pattern

_HIDDEN = "<hidden>"
_DOCUMENT = lazy_pattern(r"^(?=---)", re.MULTILINE)
# What stays of a line: its indentation, the dashes of lists, and a key.
_START = lazy_pattern(r"[ \t]*(?:- +)*(?:[\w./\"'-]+:(?=\s|\Z))?")
_IDENTITY = lazy_pattern(r"---|[ \t]*(?:- +)*(?:apiVersion|kind|name|namespace|type):")


def without_secret_values(text: str) -> str:
    """The text with as many lines, and nothing but keys and names in documents that may hold a Secret."""
    return "".join(map(_without_values, _DOCUMENT.split(text)))


def _without_values(document: str) -> str:
    return "\n".join(map(_shown, document.split("\n"))) if mentions_secret(document) else document


def _shown(line: str) -> str:
    start = _START.match(line)
    kept = start[0] if start else ""
    if not line[len(kept) :].strip() or _IDENTITY.match(line):
        return line
    return f"{kept.rstrip()} {_HIDDEN}" if kept.strip() else f"{kept}{_HIDDEN}"
