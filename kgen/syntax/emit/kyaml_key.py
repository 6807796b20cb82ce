"""Which of a mapping's keys KYAML leaves bare: names that no reader of YAML takes for another type."""

from kgen.syntax.emit.timestamp import is_timestamp
from kgen.syntax.golang import NumberRangeError, NumberSyntaxError, is_decimal_float, parse_int

_WORDS = frozenset(["null", "true", "t", "y", "yes", "on", "false", "f", "n", "no", "off"])
_FLOAT_WORDS = frozenset(["inf", "infinity", "nan"])


def needs_quotes(key: str) -> bool:
    """Whether `key` has more than letters, digits, `_` and inner `-./`, or reads as no string."""
    return not _is_name(key) or key.lower() in _WORDS or _is_number(key.replace("_", "")) or is_timestamp(key)


def _is_name(key: str) -> bool:
    inner = key[1:-1]
    for mark in "-./":
        inner = inner.replace(mark, "_")
    return bool(key) and (key[:1] + inner + key[-1:]).replace("_", "a").isalnum()


def _is_number(text: str) -> bool:
    return _is_integer(text) or is_decimal_float(text) or text.lower() in _FLOAT_WORDS or _is_hexadecimal(text.lower())


def _is_integer(text: str) -> bool:
    try:
        parse_int(text, 0, 64)
    except (NumberSyntaxError, NumberRangeError):
        return False
    return True


def _is_hexadecimal(text: str) -> bool:
    """Whether `text` (in lower case) is a float of Go's like `0x1.8p-3`, which must have the exponent."""
    if not text.startswith("0x") or "p" not in text:
        return False
    try:
        float.fromhex(text)
    except (ValueError, OverflowError):
        return False
    return True
