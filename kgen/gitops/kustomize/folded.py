"""What becomes of folded scalars (`>`) when kustomize writes an object and reads it again before printing.

go-yaml v3 writes one line break too many after a line that is followed by an indented one, and keeps it on reading.
"""

from __future__ import annotations

from kgen.gitops.kustomize.scalars import is_folded
from kgen.gitops.kustomize.tree import Value
from kgen.pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.gitops.kustomize.tree import Glimpse

_INDENTED = "\n "
_BEFORE_INDENTED = lazy_pattern(r"(?:^|(?<=\n))([^ \t\n][^\n]*\n+)(?=[ \t])")


def refold(value: Value) -> None:
    """Change the folded scalars in a value as kustomize does."""
    for part in value.parts():
        content = part.glimpse
        if _INDENTED in content if isinstance(content, str) else part.known(_holds_changed):
            _refold(part)


def _refold(value: Value) -> None:
    data = value.data
    if isinstance(data, str) and _is_changed(value, data):
        value.data = _BEFORE_INDENTED.sub(r"\1\n", data)
    for child in value.children:
        _refold(child)


def _holds_changed(value: Value) -> bool:
    data = value.glimpse
    if isinstance(data, str):
        return _is_changed(value, data)
    return _holds_indented(data) and any(child.known(_holds_changed) for child in value.children)


def _holds_indented(data: Glimpse) -> bool:
    """Whether there is a text with an indented line."""
    pending = [data]
    while pending:
        found = pending.pop()
        if isinstance(found, str):
            if _INDENTED in found:
                return True
        elif isinstance(found, dict):
            pending += found.values()
        elif isinstance(found, list):
            pending += found
        elif isinstance(found, Value):
            pending.append(found.glimpse)
    return False


def _is_changed(value: Value, text: str) -> bool:
    origin = value.origin
    if _INDENTED not in text or text.lstrip("\n")[:1] in (" ", "\t") or origin is None or origin.value is not text:
        return False
    return is_folded(origin)
