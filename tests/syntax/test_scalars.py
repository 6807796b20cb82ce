"""What scalars mean to kubectl; each row was checked against sigs.k8s.io/yaml 1.6.0 with go-yaml v2.4.4."""

import math

import pytest

from kgen.syntax.value import Data
from tests.syntax.reading import problems, value

_PLAIN: list[tuple[str, Data]] = [
    # booleans of YAML 1.1, in three spellings each
    ("y", True), ("Y", True), ("yes", True), ("Yes", True), ("YES", True), ("on", True), ("true", True),
    ("n", False), ("N", False), ("no", False), ("off", False), ("OFF", False), ("false", False),
    ("yEs", "yEs"), ("oN", "oN"), ("tRUE", "tRUE"), ("t", "t"),
    # nothing
    ("", None), ("~", None), ("null", None), ("NULL", None), ("nULL", "nULL"), ("~1", "~1"),
    # integers
    ("80", 80), ("+12", 12), ("-0", 0), ("0777", 511), ("0o777", 511), ("0O7", 7), ("-0777", -511), ("00", 0),
    ("0x1F", 31), ("0X1F", 31), ("-0x10", -16), ("0b11", 3), ("-0b11", -3), ("0B1", 1),
    ("1_000", 1000), ("1__0", 10), ("1_", 1), ("+_1", 1), ("_1", "_1"), ("0x_1", 1),
    ("08", 8), ("09", 9), ("0_8", 8), ("0o8", "0o8"), ("0b2", "0b2"), ("0x", "0x"), ("0xg", "0xg"),
    ("9223372036854775807", 2**63 - 1), ("-9223372036854775808", -(2**63)),
    ("9223372036854775808", 2.0**63), ("18446744073709551615", 2.0**64), ("99999999999999999999", 1e20),
    ("0x10000000000000000", "0x10000000000000000"),
    # floats; a whole one reaches kubectl as an integer
    ("1.5", 1.5), (".5", 0.5), ("+.5", 0.5), ("-.5e3", -500), ("1.", 1), ("0.", 0), ("1e3", 1000), ("1E5", 100000),
    ("12e03", 12000), ("1.0", 1), ("-0.0", 0), ("08.5", 8.5), ("685_230.15", 685230.15), (".1_0", 0.1),
    ("1e999", "1e999"), ("1e-999", 0), ("123456789012345678.0", 123456789012345680), ("1e20", 1e20),
    ("0x1p4", "0x1p4"), ("1e", "1e"), (".e3", ".e3"), (".", "."), ("12.5.6", "12.5.6"), ("infinity", "infinity"),
    (".inf", math.inf), ("+.Inf", math.inf), ("-.INF", -math.inf), (".inf2", ".inf2"),
    # text that other readers take for something else
    ("1:30", "1:30"), ("190:20:30", "190:20:30"), ("53:53", "53:53"), ("2001-01-01", "2001-01-01"),
    ("2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"), ("=", "="), ("<<", "<<"), ("-", "-"),
    ("+-", "+-"), ("10Gi", "10Gi"), ("100m", "100m"), ("1.2.3.4", "1.2.3.4"), ("1,000", "1,000"), ("١", "١"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row for row in _PLAIN if row[0] != "-"])
def test_plain_scalar(text: str, expected: Data) -> None:
    found = value(f"a: {text}\n")
    assert found == {"a": expected}
    assert isinstance(found, dict)
    assert type(found["a"]) is type(expected)


def test_not_a_number() -> None:
    found = value("- .nan\n- .NaN\n- .NAN\n")
    assert isinstance(found, list)
    assert all(isinstance(each, float) and math.isnan(each) for each in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("'80'", "80", id="single quotes make text"),
        pytest.param('"yes"', "yes", id="double quotes make text"),
        pytest.param('""', "", id="an empty text is not null"),
        pytest.param("'it''s'", "it's", id="a quote is doubled in single quotes"),
        pytest.param(r'"\t\x41☺\U0001F600"', "\tA☺😀", id="escapes in double quotes"),
        pytest.param("|\n  80\n", "80\n", id="a literal block is text"),
        pytest.param("|-\n  a\n   b\n", "a\n b", id="a literal block keeps its inner indentation"),
        pytest.param(">\n  a\n  b\n\n  c\n", "a b\nc\n", id="a folded block folds"),
        pytest.param('"a\n  b\n\n  c"', "a b\nc", id="quoted text folds"),
        pytest.param("a\n  b", "a b", id="plain text folds"),
    ],
)
def test_text(text: str, expected: str) -> None:
    assert value(f"a: {text}\n") == {"a": expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("!!str 12", "12"),
        ("!!str", ""),
        ('!!int "12"', 12),
        ("!<tag:yaml.org,2002:int> 3", 3),
        ("!!float 3", 3),
        ("!!float 2.5", 2.5),
        ("!!float 0x10", 16),
        ("!!bool yes", True),
        ("!!null ''", None),
        ("!!binary aGk=", "hi"),
        ('!!binary "aG\\nk="', "hi"),
        ("!!binary /w==", "\ufffd"),
        ("!!timestamp 2001-01-01", "2001-01-01"),
        ("!vault 12", "12"),
        ("!!foo 3", "3"),
        ("!foo [1]", [1]),
        ("!!set {b}", {"b": None}),
    ],
)
def test_tagged_value(text: str, expected: Data) -> None:
    assert value(f"a: {text}\n") == {"a": expected}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("!!int 3.5", "1:4 cannot decode `3.5` as a !!int"),
        ("!!int 99999999999999999999", "1:4 cannot decode `99999999999999999999` as a !!int"),
        ("!!float abc", "1:4 cannot decode `abc` as a !!float"),
        ("!!float 18446744073709551615", "1:4 cannot decode `18446744073709551615` as a !!float"),
        ("!!bool 1", "1:4 cannot decode `1` as a !!bool"),
        ("!!null x", "1:4 cannot decode `x` as a !!null"),
        ('!!binary "a"', "1:4 !!binary value contains invalid base64 data"),
    ],
)
def test_tag_that_the_text_does_not_fit(text: str, message: str) -> None:
    assert problems(f"a: {text}\n") == [message]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("80", "80"),
        ("0777", "511"),
        ("0x1", "1"),
        ("1_000", "1000"),
        ("y", "true"),
        ("off", "false"),
        ("'y'", "y"),
        ("1.5", "1.5"),
        ("0.1", "0.1"),
        ("1.0", "1"),
        ("-0.0", "-0"),
        ("1e3", "1000"),
        ("1e6", "1e+06"),
        ("1234567.0", "1.234567e+06"),
        ("1e-5", "1e-05"),
        ("100000.5", "100000.5"),
        ("99999999999999999999", "1e+20"),
        ("9007199254740993", "9007199254740993"),
        ("1e300", ".inf"),
        ("-.inf", "-.inf"),
        (".nan", ".nan"),
        ("2001-01-01", "2001-01-01"),
        ("&x 12", "12"),
    ],
)
def test_key_is_made_text(written: str, key: str) -> None:
    assert value(f"{written}: a\n") == {key: "a"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("~: a", "1:1 unsupported map key `~`"),
        ("b: 1\nnull: a", "2:1 unsupported map key `null`"),
        ("18446744073709551615: a", "1:1 unsupported map key `18446744073709551615`"),
        ("[a]: 1", "1:1 invalid map key: a key must be a scalar"),
        ("a: {b: {c}}\nd: {{e}}", "2:5 invalid map key: a key must be a scalar"),
    ],
)
def test_key_that_json_cannot_have(text: str, message: str) -> None:
    assert problems(text) == [message]
