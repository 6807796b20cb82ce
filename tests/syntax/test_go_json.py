"""JSON as Go's encoding/json reads it, and its messages."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.syntax.go_json import Json, JsonSyntaxError, Number, parse_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


def plain(value: Json) -> object:
    """The value with Python's integers."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return int(value.text) if isinstance(value, Number) else value


@given(VALUES, st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_reads_what_python_writes(value: object, ascii_only: bool, indent: int | str | None) -> None:
    try:
        text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
        text.encode()
    except UnicodeEncodeError:
        return
    assert plain(parse_json(text)) == value


@pytest.mark.parametrize("text", ["0", "-0", "1.0", "1e3", "-12.5E+07"])
def test_numbers_stay_as_written(text: str) -> None:
    assert parse_json(text) == Number(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "unexpected end of JSON input"),
        (" ", "unexpected end of JSON input"),
        ("{", "unexpected end of JSON input"),
        ('{"a"', "unexpected end of JSON input"),
        ('"', "unexpected end of JSON input"),
        ("bad", "invalid character 'b' looking for beginning of value"),
        ("'a'", "invalid character '\\'' looking for beginning of value"),
        ("é", "invalid character 'Ã' looking for beginning of value"),
        ("{1:2}", "invalid character '1' looking for beginning of object key string"),
        ('{"a":1,}', "invalid character '}' looking for beginning of object key string"),
        ('{"a" 1}', "invalid character '1' after object key"),
        ('{"a":1 "b"}', "invalid character '\"' after object key:value pair"),
        ("[1 2]", "invalid character '2' after array element"),
        ("[1,]", "invalid character ']' looking for beginning of value"),
        ("{} {}", "invalid character '{' after top-level value"),
        ("01", "invalid character '1' after top-level value"),
        ("tru", "invalid character ' ' in literal true (expecting 'e')"),
        ("nil", "invalid character 'i' in literal null (expecting 'u')"),
        ("-", "invalid character ' ' in numeric literal"),
        ("1.", "invalid character ' ' after decimal point in numeric literal"),
        ("1e+", "invalid character ' ' in exponent of numeric literal"),
        ('"\\x"', "invalid character 'x' in string escape code"),
        ('"\\u12g4"', "invalid character 'g' in \\u hexadecimal character escape"),
        ('"a\nb"', "invalid character '\\n' in string literal"),
        ("[" * 20000, "exceeded max depth"),
    ],
)
def test_messages(text: str, message: str) -> None:
    with pytest.raises(JsonSyntaxError) as refusal:
        parse_json(text)
    assert str(refusal.value) == message


def test_lone_surrogates_are_replaced() -> None:
    assert parse_json('"\\ud83d\\ude00 \\ud83d x"') == "\U0001f600 \ufffd x"
