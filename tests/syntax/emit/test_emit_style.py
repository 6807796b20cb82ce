"""How a string is quoted in kubectl's YAML: one list item per row, as the real printer writes it."""

import pytest

from kgen.syntax.emit.yaml import to_yaml

PLAIN = """
    = << nil none nan inf tRUE yEs Nulls
    2001-13-01 2001-02-29 2001-02-30 2001-1 12345-01-01 2001-01-01T1:2:3 2001-01-01T24:0:0Z
    1:60 8080:80 1:2:3x 0xg 1e 1e309 .1e999 ._5 0x 0b2 1_e 10.0.0.1 1.2.3 0xffffffffffffffff0
    --x -x ~a a#b a:b a[b] a,b .. -- ?x :x
"""
OTHER_TYPE = """
    y Y yes Yes YES n N no No NO true True TRUE false False FALSE on On ON off Off OFF
    ~ null Null NULL .nan .NaN .NAN .inf .Inf .INF +.inf -.Inf
    123 -1 +1 0x1f 0o17 017 0b1 0b-1 1_000 1. 1e3 08 +.5 .5 .5e3 1.5_0 18446744073709551615 18446744073709551616
    2001-01-01 2001-1-1 2000-02-29 0000-1-1 2001-01-01T00:00:00Z 2001-1-1t1:2:3.5+01:00 2001-1-1T1:2:3,5-24:60
    12:30 1:2:3 8080:8 -1:30 1_0:30.5_
"""
INDICATORS = """
    # , [ ] { } & * ! | > " % @ ` #a ,a [a] {a} &a *a !a |a >a %a @a `a
    - ? : --- ... ---a a:
"""


@pytest.mark.parametrize("text", [*PLAIN.split(), "é日本 \u00a0x", "a 'quoted' \"word\""])
def test_plain(text: str) -> None:
    assert to_yaml([text]) == f"- {text}\n"


@pytest.mark.parametrize("text", [*OTHER_TYPE.split(), "", "2001-01-01   1:2:3.25"])
def test_double_quoted_to_stay_a_string(text: str) -> None:
    assert to_yaml([text]) == f'- "{text}"\n'


@pytest.mark.parametrize(
    "text",
    [*INDICATORS.split(), " a", "a ", "a: b", "a #b", "- a", "? a", ": a", "\u2028", "a\u2029b"],
)
def test_single_quoted(text: str) -> None:
    written = text.replace("\u2029", "\u2029  ")
    assert to_yaml([text]) == f"- '{written}'\n"


def test_single_quote_is_doubled() -> None:
    assert to_yaml(["'", "'a'b"]) == "- ''''\n- '''a''b'\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("a\tb", r'"a\tb"', id="tab"),
        pytest.param("a\rb", r'"a\rb"', id="carriage return"),
        pytest.param("\0\a\b\v\f\x1b\x01\x1f", r'"\0\a\b\v\f\e\x01\x1F"', id="control characters"),
        pytest.param("😀", r'"\U0001F600"', id="emoji"),
        pytest.param("a\ufeff", r'"a\uFEFF"', id="byte order mark"),
        pytest.param('\t"\\', r'"\t\"\\"', id="quote and backslash"),
        pytest.param("\u2028 a", r'"\L a"', id="break before space"),
        pytest.param("a \u2029", r'"a \P"', id="space before break"),
        pytest.param("\ufeffa \u00a0é", r'"\uFEFF\x61\x20\_\xE9"', id="all escaped behind a first byte order mark"),
        pytest.param("a\nb ", r'"a\nb "', id="line feed with a last space"),
        pytest.param("a \nb", r'"a \nb"', id="space before line feed"),
        pytest.param("a\n\tb", r'"a\n\tb"', id="line feed and tab"),
        pytest.param("a\udcff\t", '"a\ufffd\\t"', id="a byte that is no UTF-8"),
    ],
)
def test_double_quoted_for_its_characters(text: str, written: str) -> None:
    assert to_yaml([text]) == f"- {written}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("a\nb", "|-\n  a\n  b\n", id="no break at the end"),
        pytest.param("a\nb\n", "|\n  a\n  b\n", id="one break at the end"),
        pytest.param("a\n\n", "|+\n  a\n\n", id="breaks at the end"),
        pytest.param("\n", "|2+\n\n", id="one break alone"),
        pytest.param("\na", "|2-\n\n  a\n", id="break first"),
        pytest.param(" a\nb", "|2-\n   a\n  b\n", id="space first"),
        pytest.param("a\n\n  b", "|-\n  a\n\n    b\n", id="blank line and deeper line"),
        pytest.param("yes\n", "|\n  yes\n", id="text that would be a boolean"),
        pytest.param("a\u2028b\n", "|\n  a\u2028  b\n", id="line separator"),
        pytest.param("a\nb\u2028", "|\n  a\n  b\u2028", id="line separator last"),
    ],
)
def test_literal_block(text: str, written: str) -> None:
    assert to_yaml([text]) == f"- {written}"
