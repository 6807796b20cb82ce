"""The layout of kubectl's YAML, and what becomes of data on its way through JSON."""

import pytest

from kgen.errors import KubectlError
from kgen.syntax.emit.yaml import to_yaml


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param({"a": {"b": 1}}, "a:\n  b: 1\n", id="mapping in a mapping"),
        pytest.param({"a": ["b", "c"]}, "a:\n- b\n- c\n", id="lists are level with their key"),
        pytest.param({"a": [{"c": 1, "b": [2]}]}, "a:\n- b:\n  - 2\n  c: 1\n", id="mappings in a list"),
        pytest.param([[1, [2]], []], "- - 1\n  - - 2\n- []\n", id="lists in a list"),
        pytest.param({"a": {}, "b": [], "c": None}, "a: {}\nb: []\nc: null\n", id="nothing"),
        pytest.param({"a": True, "b": False, "c": -3}, "a: true\nb: false\nc: -3\n", id="booleans and numbers"),
        pytest.param({"a\nb": 1}, "? |-\n  a\n  b\n: 1\n", id="a key of two lines"),
        pytest.param({"a\nb": {"c": 1}}, "? |-\n  a\n  b\n: c: 1\n", id="a mapping behind an explicit key"),
        pytest.param({"a\nb": [1, 2]}, "? |-\n  a\n  b\n: - 1\n  - 2\n", id="a list behind an explicit key"),
        pytest.param({"k" * 129: 1}, f"? {'k' * 129}\n: 1\n", id="a key over 128 bytes"),
        pytest.param({"é" * 64: 1}, f"{'é' * 64}: 1\n", id="a key of 128 bytes"),
        pytest.param({"no": "no", "": ""}, '"": ""\n"no": "no"\n', id="keys are quoted as values are"),
        pytest.param({"a\r": 1}, '? "a\\r"\n: 1\n', id="a carriage return makes a key explicit"),
        pytest.param({"it's: x": 1, "\t": 2}, "\"\\t\": 2\n'it''s: x': 1\n", id="both quotes of simple keys"),
        pytest.param({"a": {"b": "x\ny\n", "c": 1}}, "a:\n  b: |\n    x\n    y\n  c: 1\n", id="literal in a mapping"),
        pytest.param("text", "text\n", id="text alone"),
    ],
)
def test_layout(value: object, written: str) -> None:
    assert to_yaml(value) == written


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("a\x85b", "a b", id="one next-line is a space"),
        pytest.param("a\x85\x85b", "|-\n  a\n  b", id="of two one is a line feed"),
        pytest.param("a  \x85 \x85  \x85 b", "|-\n  a\n\n  b", id="blanks around them are dropped"),
        pytest.param("a\x85", "'a '", id="next-line last"),
        pytest.param("a\udce9b", "a\ufffdb", id="a byte that is no UTF-8"),
    ],
)
def test_go_yaml_reads_the_json_first(text: str, read: str) -> None:
    assert to_yaml([text]) == f"- {read}\n"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        pytest.param("\x7f", "yaml: control characters are not allowed", id="DEL"),
        pytest.param({"a": ["\x80"]}, "yaml: control characters are not allowed", id="a C1 control"),
        pytest.param({"\uffff": 1}, "yaml: control characters are not allowed", id="no character, in a key"),
        pytest.param({"a\x85": 1}, "yaml: line 1: did not find expected ',' or '}'", id="next-line in a key"),
        pytest.param(
            {"a": "\x85", "b\x85\x85": 1}, "yaml: line 3: did not find expected ',' or '}'", id="lines are counted"
        ),
        pytest.param({"k" * 1023: 1}, "yaml: did not find expected ',' or '}'", id="a key over 1024 in JSON"),
        pytest.param("a\x85--- b", "yaml: line 2: found unexpected document indicator", id="document marker"),
        pytest.param({"b\x85": "\x7f"}, "yaml: control characters are not allowed", id="control characters win"),
    ],
)
def test_refused(value: object, message: str) -> None:
    with pytest.raises(KubectlError) as refusal:
        to_yaml(value)
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    ("number", "written"),
    [
        pytest.param(1.0, "1", id="whole"),
        pytest.param(-0.0, "0", id="negative zero"),
        pytest.param(0.5, "0.5", id="fraction"),
        pytest.param(1234567.5, "1.2345675e+06", id="from 1e6 on with an exponent"),
        pytest.param(0.0001, "0.0001", id="small"),
        pytest.param(0.00001, "1e-05", id="smaller"),
        pytest.param(1e19, "10000000000000000000", id="fits 64 bits"),
        pytest.param(1e20, "1e+20", id="beyond 64 bits"),
        pytest.param(2**64 - 1, "18446744073709551615", id="unsigned"),
        pytest.param(2**64, "1.8446744073709552e+19", id="an integer beyond 64 bits"),
    ],
)
def test_numbers(number: float, written: str) -> None:
    assert to_yaml(number) == f"{written}\n"


def test_what_json_cannot_hold_is_refused() -> None:
    with pytest.raises(KubectlError, match="json: unsupported value: NaN"):
        to_yaml([float("nan")])


def test_other_data_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError, match="tuple is no plain data"):
        to_yaml([(1, 2)])
