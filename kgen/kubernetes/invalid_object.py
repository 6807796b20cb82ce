"""How kubectl prints that the API server refuses an object."""

from __future__ import annotations

from kgen.syntax.golang import quote


def invalid_object(kind: str, name: str, complaints: list[str]) -> str:
    """The sentence for one complaint or more; several stand on lines of their own, each once (MultilineError)."""
    different = list(dict.fromkeys(complaints))
    if len(different) == 1:
        return f"The {kind} {quote(name)} is invalid: {different[0]}"
    return "\n".join([f"The {kind} {quote(name)} is invalid: ", *(f"* {complaint}" for complaint in different)])
