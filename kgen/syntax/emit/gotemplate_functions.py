"""The functions of Go's text/template, and kubectl's own two, that a template may call on plain data."""

from __future__ import annotations

import base64
import binascii

from kgen.errors import KgenError
from kgen.pattern import lazy_pattern
from kgen.syntax.emit.go_text import go_text
from kgen.syntax.emit.jsonpath_compare import compare
from kgen.syntax.golang import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_VERB = lazy_pattern(r"%(-?[0-9]*)([a-zA-Z%])")


def is_true(value: object) -> bool:
    """Whether text/template takes a value for true: neither zero nor empty."""
    return bool(value)


def _index(item: object, *keys: object) -> object:
    for key in keys:
        if isinstance(item, dict):
            item = item.get(key)
        elif isinstance(item, list | str) and isinstance(key, int):
            if not 0 <= key < len(item):
                raise ValueError(f"error calling index: index out of range: {key}")
            item = item[key] if isinstance(item, list) else item.encode()[key]
        elif item is None:
            raise ValueError("error calling index: index of untyped nil")
        else:
            raise ValueError(f"error calling index: can't index item of type {type(item).__name__}")
    return item


def _exists(item: object, *keys: object) -> bool:
    try:
        return _index(item, *keys) is not None
    except ValueError:
        return False


def _len(item: object) -> int:
    if isinstance(item, str):
        return len(item.encode("utf-8", "surrogateescape"))
    if isinstance(item, dict | list):
        return len(item)
    raise ValueError("error calling len: len of nil pointer" if item is None else "error calling len: no length")


def _printf(form: object, *values: object) -> str:
    rest = list(values)
    shown = _VERB.sub(lambda verb: _formatted(verb[1], verb[2], rest), str(form))
    if rest:
        raise KgenError("`printf` with more values than verbs is not supported in a go-template")
    return shown


def _formatted(flags: str, verb: str, rest: list[object]) -> str:
    if verb == "%":
        return "%"
    value = rest.pop(0) if rest else None
    width = int(flags.lstrip("-0") or "0")
    if flags.startswith("-"):
        return _verb_text(verb, value).ljust(width)
    return _verb_text(verb, value).rjust(width, "0" if flags.startswith("0") else " ")


def _verb_text(verb: str, value: object) -> str:
    is_integer = isinstance(value, int) and not isinstance(value, bool)
    if verb == "v" or (verb == "s" and isinstance(value, str)) or (verb == "d" and is_integer):
        return go_text(value)
    if verb == "q" and isinstance(value, str):
        return quote(value)
    if verb == "t" and isinstance(value, bool):
        return go_text(value)
    raise KgenError(f"`printf` with `%{verb}` of `{go_text(value)}` is not supported in a go-template")


def _eq(first: object, *others: object) -> bool:
    return any(_same(first, other) for other in others)


def _same(left: object, right: object) -> bool:
    if left is None or right is None:
        return left is right
    return compare(left, "==", right)


def _ordering(operator: str) -> Callable[[object, object], bool]:
    return lambda left, right: compare(left, operator, right)


def _and(first: object, *others: object) -> object:
    return first if not others or not is_true(first) else _and(*others)


def _or(first: object, *others: object) -> object:
    return first if not others or is_true(first) else _or(*others)


def _print(*values: object) -> str:
    shown = ""
    for position, value in enumerate(values):
        both_not_text = position and not isinstance(value, str) and not isinstance(values[position - 1], str)
        shown += (" " if both_not_text else "") + go_text(value)
    return shown


def _println(*values: object) -> str:
    return " ".join(map(go_text, values)) + "\n"


def _base64decode(text: object) -> str:
    try:
        return base64.b64decode(str(text), validate=True).decode("utf-8", "surrogateescape")
    except binascii.Error as error:
        raise ValueError("error calling base64decode: base64 decode failed") from error


FUNCTIONS: dict[str, Callable[..., object]] = {
    "and": _and,
    "base64decode": _base64decode,
    "eq": _eq,
    "exists": _exists,
    "ge": _ordering(">="),
    "gt": _ordering(">"),
    "index": _index,
    "le": _ordering("<="),
    "len": _len,
    "lt": _ordering("<"),
    "ne": lambda left, right: not _same(left, right),
    "not": lambda value: not is_true(value),
    "or": _or,
    "print": _print,
    "printf": _printf,
    "println": _println,
}
