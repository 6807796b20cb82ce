"""What becomes of folded scalars (`>`) when kustomize writes an object and reads it again before printing.

go-yaml v3 writes one line break too many after a line that is followed by an indented one, and keeps it on reading.
"""

import re

from kgen.gitops.kustomize.tree import Value

_BEFORE_INDENTED = re.compile(r"(?:^|(?<=\n))([^ \t\n][^\n]*\n+)(?=[ \t])")


def refold(value: Value) -> None:
    """Change the folded scalars in a value as kustomize does."""
    data = value.data
    if isinstance(data, dict):
        for child in data.values():
            refold(child)
    elif isinstance(data, list):
        for item in data:
            refold(item)
    elif isinstance(data, str) and "\n " in data and _is_folded(value) and data.lstrip("\n")[:1] not in (" ", "\t"):
        value.data = _BEFORE_INDENTED.sub(r"\1\n", data)


def _is_folded(value: Value) -> bool:
    origin = value.origin
    return origin is not None and origin.value is value.data and origin.raw.startswith(">")
