"""The values `kubectl run` reads from text: labels, annotations, environment variables and the port."""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.syntax.golang import parse_int, quote

_NAME_START = frozenset("-._abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_NAME_CHARACTERS = _NAME_START | frozenset("0123456789")


def parse_labels(text: str) -> dict[str, str]:
    """Read `key=value,key=value`, empty for no text; raises KubectlError. Nothing is trimmed or validated."""
    labels = {}
    for piece in text.split(",") if text else ():
        parts = piece.split("=")
        if len(parts) != 2:
            raise KubectlError(f"unexpected label spec: {piece}")
        if not parts[0]:
            raise KubectlError("unexpected empty label key")
        labels[parts[0]] = parts[1]
    return labels


def parse_annotations(texts: list[str]) -> dict[str, str]:
    """Read each `key=value`, split at the first `=`; raises KubectlError that lists all that are none."""
    invalid = [text for text in texts if "=" not in text or text.startswith("=")]
    if invalid:
        raise KubectlError(f"invalid annotations format: {', '.join(invalid)}")
    return {key: value for key, _, value in (text.partition("=") for text in texts)}


def parse_environment(texts: list[str]) -> list[tuple[str, str]]:
    """Read each `NAME=value`, keeping order and duplicates; raises KubectlError."""
    variables = []
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not _is_variable_name(name):
            raise KubectlError(f"invalid env: {text}")
        variables.append((name, value))
    return variables


def _is_variable_name(name: str) -> bool:
    """apimachinery's IsEnvVarName: no file name that leads out of a folder either."""
    if not name or name[0] not in _NAME_START or not _NAME_CHARACTERS.issuperset(name):
        return False
    return name != "." and not name.startswith("..")


def parse_port(text: str) -> int:
    """Read a number as strconv.Atoi does and keep the low 32 bits, as Go's conversion to int32 does."""
    try:
        number = parse_int(text, 10, 64)
    except ValueError as error:
        raise KubectlError(f"strconv.Atoi: parsing {quote(text)}: {error}") from None
    return (number + 2**31) % 2**32 - 2**31
