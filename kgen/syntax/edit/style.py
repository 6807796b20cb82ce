"""How a value is written beside others that somebody wrote by hand."""

import json

from kgen.pattern import lazy_pattern
from kgen.syntax.emit.resolve import reads_as_string

# What means nothing to YAML anywhere, also between the brackets of flow style.
_HARMLESS = lazy_pattern(r"[A-Za-z0-9_./][A-Za-z0-9_./-]*")
QUOTES = ("'", '"')


def written(value: str | int, quote: str) -> str:
    """A number as it is; a text between `quote`s, or plain where that is empty and the text stays one."""
    if isinstance(value, int):
        return str(value)
    if quote == "'":
        return "'" + value.replace("'", "''") + "'"
    if quote or not (_HARMLESS.fullmatch(value) and reads_as_string(value)):
        return json.dumps(value, ensure_ascii=False)
    return value


def quote_of(raw: str) -> str:
    """The quote that a scalar begins with, empty for none."""
    return raw[:1] if raw.startswith(QUOTES) else ""
