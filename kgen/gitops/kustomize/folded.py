"""What becomes of folded scalars (`>`) when kustomize writes an object and reads it again before printing.

go-yaml v3 writes one line break too many after a line that is followed by an indented one, and keeps it on reading.
"""

from kgen.gitops.kustomize.tree import Value
from kgen.pattern import lazy_pattern

_BEFORE_INDENTED = lazy_pattern(r"(?:^|(?<=\n))([^ \t\n][^\n]*\n+)(?=[ \t])")


def refold(value: Value) -> None:
    """Change the folded scalars in a value as kustomize does."""
    if not _holds_changed(value):
        return
    data = value.data
    if isinstance(data, dict):
        for child in data.values():
            refold(child)
    elif isinstance(data, list):
        for item in data:
            refold(item)
    else:
        value.data = _BEFORE_INDENTED.sub(r"\1\n", value.text())


def _holds_changed(value: Value) -> bool:
    pending = [value]
    while pending:
        found = pending.pop()
        data = found.seen
        if isinstance(data, dict):
            pending += data.values()
        elif isinstance(data, list):
            pending += data
        elif isinstance(data, str) and "\n " in data and _is_changed(found, data):
            return True
    return False


def _is_changed(value: Value, text: str) -> bool:
    origin = value.origin
    if text.lstrip("\n")[:1] in (" ", "\t") or origin is None or origin.value is not text:
        return False
    return origin.raw.startswith(">")
