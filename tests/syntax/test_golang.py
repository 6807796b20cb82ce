"""strconv, as kubectl's flags and messages show it; the expectations are Go's."""

from collections.abc import Callable

import pytest

from kgen.syntax.golang import (
    NumberRangeError,
    NumberSyntaxError,
    is_decimal_float,
    parse_bool,
    parse_int,
    parse_uint,
    quote,
)


@pytest.mark.parametrize(
    ("text", "base", "bits", "number"),
    [
        pytest.param("80", 10, 64, 80, id="decimal"),
        pytest.param("080", 10, 64, 80, id="leading zero in base 10"),
        pytest.param("+80", 10, 64, 80, id="plus sign"),
        pytest.param("-1", 10, 32, -1, id="minus sign"),
        pytest.param("030000", 0, 64, 12288, id="leading zero is octal in base 0"),
        pytest.param("0o17", 0, 64, 15, id="octal prefix"),
        pytest.param("0X1f", 0, 64, 31, id="hexadecimal prefix in capitals"),
        pytest.param("-0b101", 0, 64, -5, id="binary prefix after a sign"),
        pytest.param("30_000", 0, 64, 30000, id="underscore"),
        pytest.param("0x_1f", 0, 64, 31, id="underscore behind the prefix"),
        pytest.param("0", 0, 64, 0, id="zero alone"),
        pytest.param("-9223372036854775808", 10, 64, -(2**63), id="least of 64 bits"),
        pytest.param("2147483647", 0, 32, 2**31 - 1, id="greatest of 32 bits"),
    ],
)
def test_parse_int(text: str, base: int, bits: int, number: int) -> None:
    assert parse_int(text, base, bits) == number


@pytest.mark.parametrize(
    ("parse", "text", "base", "bits", "error"),
    [
        pytest.param(parse_int, "", 10, 64, NumberSyntaxError, id="empty"),
        pytest.param(parse_int, "+", 10, 64, NumberSyntaxError, id="sign alone"),
        pytest.param(parse_int, "+-1", 10, 64, NumberSyntaxError, id="two signs"),
        pytest.param(parse_int, " 1", 10, 64, NumberSyntaxError, id="blank"),
        pytest.param(parse_int, "٣", 10, 64, NumberSyntaxError, id="a digit of another script"),
        pytest.param(parse_int, "1_000", 10, 64, NumberSyntaxError, id="underscore outside base 0"),
        pytest.param(parse_int, "1__0", 0, 64, NumberSyntaxError, id="two underscores"),
        pytest.param(parse_int, "_1", 0, 64, NumberSyntaxError, id="underscore first"),
        pytest.param(parse_int, "1_", 0, 64, NumberSyntaxError, id="underscore last"),
        pytest.param(parse_int, "0x", 0, 64, NumberSyntaxError, id="prefix alone"),
        pytest.param(parse_int, "08", 0, 64, NumberSyntaxError, id="no octal digit"),
        pytest.param(parse_int, "2147483648", 0, 32, NumberRangeError, id="beyond 32 bits"),
        pytest.param(parse_int, "-9223372036854775809", 10, 64, NumberRangeError, id="below 64 bits"),
        pytest.param(parse_int, "99999999999999999999x", 10, 64, NumberRangeError, id="out of range before bad"),
        pytest.param(parse_uint, "-1", 10, 16, NumberSyntaxError, id="unsigned takes no sign"),
        pytest.param(parse_uint, "65536", 10, 16, NumberRangeError, id="beyond 16 bits unsigned"),
    ],
)
def test_no_number(
    parse: Callable[[str, int, int], int], text: str, base: int, bits: int, error: type[ValueError]
) -> None:
    with pytest.raises(error):
        parse(text, base, bits)


def test_unsigned_uses_every_bit() -> None:
    assert parse_uint("18446744073709551615", 10, 64) == 2**64 - 1


def test_errors_speak_as_strconv_does() -> None:
    assert [str(NumberSyntaxError()), str(NumberRangeError())] == ["invalid syntax", "value out of range"]


@pytest.mark.parametrize("text", ["1", "t", "T", "TRUE", "true", "True"])
def test_true(text: str) -> None:
    assert parse_bool(text)


@pytest.mark.parametrize("text", ["0", "f", "F", "FALSE", "false", "False"])
def test_false(text: str) -> None:
    assert not parse_bool(text)


@pytest.mark.parametrize("text", ["", "yes", "tRUE", " true", "2"])
def test_no_boolean(text: str) -> None:
    with pytest.raises(NumberSyntaxError):
        parse_bool(text)


@pytest.mark.parametrize(
    ("text", "is_float"),
    [
        pytest.param("1.5e-3", True, id="exponent"),
        pytest.param(".5_0", True, id="underscore between digits"),
        pytest.param("1.", True, id="no fraction"),
        pytest.param("1e309", False, id="overflow"),
        pytest.param("inf", False, id="infinity is not written in digits"),
        pytest.param("1e", False, id="no exponent"),
        pytest.param("._5", False, id="underscore behind the point"),
        pytest.param("٣.5", False, id="a digit of another script"),
    ],
)
def test_is_decimal_float(text: str, is_float: bool) -> None:
    assert is_decimal_float(text) is is_float


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("a\tb", r'"a\tb"', id="tab"),
        pytest.param('say "a\\b"', r'"say \"a\\b\""', id="quote and backslash"),
        pytest.param("\x7f\x00", r'"\x7f\x00"', id="control characters"),
        pytest.param("é日", '"é日"', id="printable characters stay"),
        pytest.param("\u00a0\u200b", r'"\u00a0\u200b"', id="blanks but the space are escaped"),
        pytest.param("\U000e0001", r'"\U000e0001"', id="beyond sixteen bits"),
        pytest.param("a\udcff", r'"a\xff"', id="a byte that is no UTF-8"),
    ],
)
def test_quote(text: str, quoted: str) -> None:
    assert quote(text) == quoted
