"""What a line of plain block style says: that depends on no other line, and the same lines repeat endlessly."""

from __future__ import annotations

from kgen.pattern import lazy_pattern
from kgen.syntax.scalars import MERGE, PLAIN, Scalar
from kgen.syntax.unusual import UnusualError

Step = tuple[int, str | None, Scalar, str | int | None]
"""An entry of a collection: how deep that is, the key or None for a sequence's item, the value, what awaits a value.

A mapping in column 5 (0-based) is 10 deep and a sequence there 11, as it may be the value of a key in that column; the
sequence of documents is -1 deep. The key, or -1 for an item, awaits a value that other lines have: then the value here
is None, or text for kgen.syntax.late_values.
"""

MAX_COLUMN = 80
"""Up to here not even collections in each column come near kgen.syntax.limits.MAX_DEPTH."""

# A key before its colon may have 1024 characters.
_KEY = lazy_pattern(r"""([A-Za-z0-9_./$][A-Za-z0-9_./$@+-]{,999}|"[^"\\]{1,999}"|'[^']{1,999}'):(?: +|\Z)""")
_DOUBLE_QUOTED = lazy_pattern(r'"((?:[^"\\]|\\["\\nt])*)" *(?: #.*)?')
_SINGLE_QUOTED = lazy_pattern(r"'((?:[^']|'')*)' *(?: #.*)?")
_ESCAPE = lazy_pattern(r"\\(.)")
_ESCAPED = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_LATE = frozenset("[{|>&*")
_DASH = ("-", "- ")
_DOCUMENT: Step = (-1, None, None, -1)

# Of what repeats these keep most: names are in few lines.
_REMEMBERED_LENGTH = 80
_REMEMBERED_COUNT = 20_000


class Steps(dict[str, tuple[Step, ...]]):
    """The steps of each line, worked out when first asked for; UnusualError for one that is not in this style."""

    def __missing__(self, line: str) -> tuple[Step, ...]:
        if not line.isprintable():  # a tab, another line end, or what libyaml refuses
            raise UnusualError
        steps = self._with_value(line) or _steps(line)
        if len(line) <= _REMEMBERED_LENGTH:
            if len(self) >= _REMEMBERED_COUNT:
                self.clear()
            self[line] = steps
        return steps

    def _with_value(self, line: str) -> tuple[Step, ...]:
        """The steps of `name: web` by those of `name:`, as most lines have a known key and a value of their own."""
        entry, colon, text = line.partition(": ")
        if not colon:
            return ()
        try:
            *before, (at, key, _, _) = self[f"{entry}:"]
        except (UnusualError, ValueError):
            return ()
        if key is None:
            return ()
        value, awaited = scalar(text.lstrip(" "))
        return *before, (at, key, value, key if awaited else None)


def _steps(line: str) -> tuple[Step, ...]:
    text = line.lstrip(" ")
    if _is_blank(text):
        return ()
    if line[:4] in ("---", "--- ") and _is_blank(line[4:].lstrip(" ")):
        return (_DOCUMENT,)
    return _entries(len(line) - len(text), text)


def _entries(column: int, text: str) -> tuple[Step, ...]:
    """The steps of the text from a column on; an item's value may be an entry itself (`- name: web`)."""
    if column > MAX_COLUMN:
        raise UnusualError
    if text[:2] in _DASH:
        item = text[1:].lstrip(" ")
        if item[:2] in _DASH or _KEY.match(item):
            return (2 * column + 1, None, None, -1), *_entries(column + len(text) - len(item), item)
        value, awaited = scalar(item)
        return ((2 * column + 1, None, value, -1 if awaited else None),)
    match = _KEY.match(text)
    if match is None:
        raise UnusualError
    key = _key(match[1])
    value, awaited = scalar(text[match.end() :])
    return ((2 * column, key, value, key if awaited else None),)


def _key(written: str) -> str:
    key = written[1:-1] if written[0] in "'\"" else PLAIN[written]
    if not isinstance(key, str) or key == MERGE:
        raise UnusualError
    return key


def scalar(text: str) -> tuple[Scalar, bool]:
    """The value that a line ends with, and whether that is yet to come."""
    if _is_blank(text):
        return None, True
    first = text[0]
    if first not in _INDICATORS or (first == "-" and text[:2] not in _DASH):
        plain = text.partition(" #")[0].rstrip(" ")
        if ": " in plain or plain[-1] == ":":
            raise UnusualError
        return PLAIN[plain], False
    if first in _LATE:
        return text, True
    return _quoted(text), False


def _quoted(text: str) -> str:
    double = _DOUBLE_QUOTED.fullmatch(text)
    if double:
        return _ESCAPE.sub(lambda escape: _ESCAPED[escape[1]], double[1])
    single = _SINGLE_QUOTED.fullmatch(text)
    if single:
        return single[1].replace("''", "'")
    raise UnusualError


def _is_blank(text: str) -> bool:
    """Whether nothing is left but a comment."""
    return not text or text[0] == "#"
