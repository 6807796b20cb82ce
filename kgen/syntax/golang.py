"""Go's way with text that kubectl's arguments and printers show: strconv's numbers, booleans and quoting."""

_LOWER_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_DIGITS = dict(zip(_LOWER_DIGITS + _LOWER_DIGITS.upper(), [*range(36)] * 2, strict=True))
_RADIX_OF_PREFIX = {"b": 2, "o": 8, "x": 16}
_DECIMAL_FLOAT = frozenset("0123456789.eE+-_")
_TRUE = frozenset(("1", "t", "T", "TRUE", "true", "True"))
_FALSE = frozenset(("0", "f", "F", "FALSE", "false", "False"))
_SHORT_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\a": "\\a",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\v": "\\v",
}


class NumberSyntaxError(ValueError):
    """The text is no number (or boolean) of Go's; its message is strconv.ErrSyntax's `invalid syntax`."""

    def __init__(self) -> None:
        super().__init__("invalid syntax")


class NumberRangeError(ValueError):
    """The number does not fit; its message is strconv.ErrRange's `value out of range`."""

    def __init__(self) -> None:
        super().__init__("value out of range")


def parse_int(text: str, base: int, bits: int) -> int:
    """Read a signed integer of `bits` bits as strconv.ParseInt does.

    Base 0 takes Go's prefixes (`0x`, `0o`, `0b`, a bare leading `0` for octal) and underscores.
    Raise NumberSyntaxError or NumberRangeError.
    """
    digits = text[1:] if text.startswith(("+", "-")) else text
    magnitude = parse_uint(digits, base, bits)
    number = -magnitude if text.startswith("-") else magnitude
    edge = 1 << (bits - 1)
    if not -edge <= number < edge:
        raise NumberRangeError
    return number


def parse_uint(text: str, base: int, bits: int) -> int:
    """Read an unsigned integer of `bits` bits as strconv.ParseUint does; the rest is as in `parse_int`."""
    if not text:
        raise NumberSyntaxError
    radix, digits = _radix(text) if base == 0 else (base, text)
    underscored = base == 0 and "_" in digits
    number = 0
    for character in digits.replace("_", "") if underscored else digits:
        digit = _DIGITS.get(character, radix)
        if digit >= radix:
            raise NumberSyntaxError
        number = number * radix + digit
        if number >> bits:
            raise NumberRangeError  # Go gives up here, so it never sees a bad character further on
    if underscored and not _underscores_separate_digits(text):
        raise NumberSyntaxError
    return number


def parse_bool(text: str) -> bool:
    """Read one of the twelve spellings strconv.ParseBool knows; raise NumberSyntaxError for any other."""
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    raise NumberSyntaxError


def is_decimal_float(text: str) -> bool:
    """Whether strconv.ParseFloat takes `text`, written in decimal, as a finite number of 64 bits."""
    if not _DECIMAL_FLOAT.issuperset(text):
        return False
    try:
        number = float(text)
    except ValueError:
        return False
    return number - number == 0  # infinity, where Go says `value out of range`, minus itself is NaN


def quote(text: str) -> str:
    """Write `text` as strconv.Quote does, as `%q` shows it; a byte that is no UTF-8 comes out as `\\xHH`."""
    return '"' + "".join([_quoted(character) for character in text]) + '"'


def _radix(text: str) -> tuple[int, str]:
    if not text.startswith("0"):
        return 10, text
    radix = _RADIX_OF_PREFIX.get(text[1:2].lower())
    if radix is None or len(text) < 3:
        return 8, text[1:]
    return radix, text[2:]


def _underscores_separate_digits(text: str) -> bool:
    """Whether each underscore stands between two digits, the base prefix counting as one."""
    _, digits = _radix(text)
    before = "0" if digits != text else ""
    for position, character in enumerate(digits):
        after = digits[position + 1 : position + 2]
        if character == "_" and not (before in _DIGITS and after in _DIGITS):
            return False
        before = character
    return True


def _quoted(character: str) -> str:
    short = _SHORT_ESCAPES.get(character)
    if short is not None:
        return short
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x20 or code == 0x7F:
        return f"\\x{code:02x}"
    if 0xDC80 <= code <= 0xDCFF:  # how surrogateescape carries a byte that is no UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
