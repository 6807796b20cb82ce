"""What go-yaml v2 reads a plain scalar as: whatever is not a string has to be quoted to stay one."""

from kgen.syntax.emit.timestamp import is_timestamp
from kgen.syntax.golang import NumberRangeError, NumberSyntaxError, is_decimal_float, parse_int, parse_uint

_BOOLEANS = "y Y yes Yes YES true True TRUE on On ON n N no No NO false False FALSE off Off OFF"
_NULLS = "~ null Null NULL"
_FLOATS = ".nan .NaN .NAN .inf .Inf .INF +.inf +.Inf +.INF -.inf -.Inf -.INF"
_NAMED = frozenset(["", *_BOOLEANS.split(), *_NULLS.split(), *_FLOATS.split()])
_DIGITS = "0123456789"


def reads_as_string(text: str) -> bool:
    """Whether `text`, written plain, stays a string for go-yaml and for a reader of YAML 1.1's base 60."""
    if text in _NAMED:
        return False
    first = text[0]
    if first == ".":
        return not is_decimal_float(text)
    if first not in "+-0123456789":
        return True
    return not (_is_number(text.replace("_", "")) or is_timestamp(text) or _is_base_60(text))


def _is_number(text: str) -> bool:
    if _is_integer(text, 0) or is_decimal_float(text):
        return True
    # go-yaml cuts `0b` off before it looks for a sign.
    return text.startswith("0b") and _is_integer(text[2:], 2)


def _is_integer(text: str, base: int) -> bool:
    for parse in (parse_int, parse_uint):
        try:
            parse(text, base, 64)
        except (NumberSyntaxError, NumberRangeError):
            continue
        return True
    return False


def _is_base_60(text: str) -> bool:
    """YAML 1.1's `12:30`: go-yaml reads it as a string but quotes it for the sake of others."""
    head, *places = text.removeprefix("-" if text.startswith("-") else "+").split(":")
    if not places or not head or head[0] not in _DIGITS or head.strip(_DIGITS + "_"):
        return False
    places[-1], _, fraction = places[-1].partition(".")
    return not fraction.strip(_DIGITS + "_") and all(_is_place(place) for place in places)


def _is_place(text: str) -> bool:
    return not text.strip(_DIGITS) and (len(text) == 1 or (len(text) == 2 and text < "6"))
