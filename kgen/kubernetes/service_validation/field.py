"""One complaint about one field, worded as k8s.io/apimachinery/pkg/util/validation/field words its errors."""

from __future__ import annotations

from kgen.syntax.golang import quote


def invalid(path: str, value: str | int | list[str], detail: str) -> str:
    """A value that is malformed or does not go with the rest."""
    return f"{path}: Invalid value: {_shown(value)}: {detail}"


def each_invalid(path: str, value: str, details: list[str]) -> list[str]:
    """One complaint for each rule of names that `value` breaks."""
    return [invalid(path, value, detail) for detail in details]


def required(path: str, detail: str = "") -> str:
    """A value that is missing."""
    return f"{path}: Required value: {detail}" if detail else f"{path}: Required value"


def forbidden(path: str, detail: str) -> str:
    """A value that may not stand here at all."""
    return f"{path}: Forbidden: {detail}"


def duplicate(path: str, value: str | int) -> str:
    """A value that stands elsewhere already."""
    return f"{path}: Duplicate value: {_shown(value)}"


def unsupported(path: str, value: str, supported: tuple[str, ...]) -> str:
    """A value outside an enumeration, which is listed in the order given."""
    listed = ", ".join([quote(choice) for choice in supported])
    return f"{path}: Unsupported value: {quote(value)}: supported values: {listed}"


def _shown(value: str | int | list[str]) -> str:
    if isinstance(value, list):
        return f"[{','.join([quote(item) for item in value])}]"
    return quote(value) if isinstance(value, str) else str(value)
