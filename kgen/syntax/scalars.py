"""What a scalar means to kubectl: go-yaml v2's rules, then the numbers its JSON decoder makes of them."""

import math

from kgen.pattern import lazy_pattern
from kgen.syntax.golang import NumberRangeError, NumberSyntaxError, parse_int, parse_uint
from kgen.syntax.unreadable import UnreadableError

Scalar = str | int | float | bool | None

MERGE = "<<"
"""The merge key as a plain scalar gives it; a quoted `"<<"` is equal to it but never this very object."""

_TRUE = ("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON")
_FALSE = ("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF")
_NULL = ("", "~", "null", "Null", "NULL")
_WORDS: dict[str, bool | float | None] = {
    **dict.fromkeys(_TRUE, True),
    **dict.fromkeys(_FALSE, False),
    **dict.fromkeys(_NULL),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), math.inf),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
}

_YAML_FLOAT = lazy_pattern(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
# Where a point comes first go-yaml leaves all to strconv.ParseFloat, which lets underscores separate digits.
_POINT_FLOAT = lazy_pattern(r"\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?")
_BASE64 = lazy_pattern(r"[A-Za-z0-9+/]*={0,2}")
_ESCAPED_BYTE = lazy_pattern("[\udc80-\udcff]")

_TAG_PREFIX = "tag:yaml.org,2002:"
_TAGGED_TYPES: dict[str, type] = {"bool": bool, "int": int, "float": float, "null": type(None)}

# Short plain scalars repeat endlessly (`name`, `80`, `true`), so what one means is worked out once.
_REMEMBERED_LENGTH = 40
_REMEMBERED_COUNT = 50_000


class PlainScalars(dict[str, Scalar]):
    """The meaning of plain (unquoted, untagged) scalars, worked out when first asked for."""

    def __missing__(self, text: str) -> Scalar:
        value = as_json_number(resolve(text))
        if len(text) <= _REMEMBERED_LENGTH:
            if len(self) >= _REMEMBERED_COUNT:
                self.clear()
            self[text] = value
        return value


PLAIN = PlainScalars()


def resolve(text: str) -> Scalar:
    """Return what go-yaml v2 makes of a plain scalar; sexagesimal numbers, dates and `=` stay text."""
    if text in _WORDS:
        return _WORDS[text]
    if text == MERGE:
        return MERGE
    first = text[0]
    if first == ".":
        return _finite(text) if _POINT_FLOAT.fullmatch(text) else text
    if first in "+-0123456789":
        return _number(text)
    return text


def resolve_tagged(tag: str, text: str, index: int) -> Scalar:
    """Return a tagged scalar's value; UnreadableError at `index` where go-yaml cannot decode it so.

    Text under an application's own tag (`!vault`, `!reference`) stays text, as in go-yaml.
    """
    name = tag.removeprefix(_TAG_PREFIX)
    if name == "merge" and text == MERGE:
        return MERGE
    if name == "binary":
        return _binary(text, index)
    if name not in _TAGGED_TYPES:
        return text
    value = resolve(text)
    if name == "float" and type(value) is int and value < 2**63:  # but not uint64, which go-yaml forgot
        value = float(value)
    if type(value) is not _TAGGED_TYPES[name]:
        raise UnreadableError(f"cannot decode `{text[:40]}` as a !!{name}", index)
    return as_json_number(value)


def as_json_number(value: Scalar) -> Scalar:
    """Return a number as kubectl has it after its way through JSON: whole floats are integers of 64 bits."""
    if isinstance(value, float) and value.is_integer():
        from decimal import Decimal  # noqa: PLC0415 # 1 ms, for what few files hold

        number = int(Decimal(repr(value)))  # the shortest digits that name the float, which JSON is written with
        return number if -(2**63) <= number < 2**63 else value
    if isinstance(value, int) and value >= 2**63:
        return float(value)
    return value


def key_text(value: Scalar, written: str) -> str | None:
    """Return the text of a key that is no string, None where JSON has no such key (null, unsigned 64-bit).

    `written` is the key in the source; floats take sigs.k8s.io/yaml's 32-bit form (`1e6` -> `1e+06`).
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, str):
        return value
    number = resolve(written) if written else value
    if isinstance(number, int) and number >= 2**63:
        return None
    return _float32_text(number) if isinstance(number, float) else str(value)


def _number(text: str) -> Scalar:
    digits = text.replace("_", "")
    for parse in (parse_int, parse_uint):
        try:
            return parse(digits, 0, 64)
        except (NumberSyntaxError, NumberRangeError):
            continue
    return _finite(digits, text) if _YAML_FLOAT.fullmatch(digits) else text


def _finite(digits: str, text: str = "") -> float | str:
    """A number beyond 64-bit floats is an error to strconv.ParseFloat, so the scalar stays text."""
    number = float(digits)
    return number if math.isfinite(number) else text or digits


def _binary(text: str, index: int) -> str:
    from base64 import b64decode  # noqa: PLC0415 # 1 ms, for what hardly any file has

    encoded = text.replace("\n", "").replace("\r", "")
    try:
        data = b64decode(encoded, validate=True)
    except ValueError:
        raise UnreadableError("!!binary value contains invalid base64 data", index) from None
    # JSON has no bytes: Go writes U+FFFD for each one that is no UTF-8.
    return _ESCAPED_BYTE.sub("\ufffd", data.decode("utf-8", "surrogateescape"))


def _float32_text(number: float) -> str:
    """Write a float as Go's FormatFloat(number, 'g', -1, 32): the fewest digits that name it in 32 bits."""
    from decimal import Decimal  # noqa: PLC0415

    rounded = _float32(number)
    if not math.isfinite(rounded):
        return ".nan" if math.isnan(rounded) else ".inf" if rounded > 0 else "-.inf"
    forms = (f"{rounded:.{digits}e}" for digits in range(9))
    shortest = next(form for form in forms if _float32(float(form)) == rounded)
    return format(Decimal(shortest), "f") if -4 <= int(shortest.split("e")[1]) < 6 else shortest


def _float32(number: float) -> float:
    import struct  # noqa: PLC0415

    try:
        return float(struct.unpack("f", struct.pack("f", number))[0])
    except OverflowError:
        return math.copysign(math.inf, number)
