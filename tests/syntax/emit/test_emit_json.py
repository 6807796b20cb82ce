"""kubectl's JSON: Go's escapes, four spaces, the data's own order."""

import pytest

from kgen.errors import KubectlError
from kgen.syntax.emit.json import compact_json, to_json


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("plain", '"plain"', id="plain"),
        pytest.param("<a>&", r'"\u003ca\u003e\u0026"', id="HTML characters"),
        pytest.param("\u2028\u2029", r'"\u2028\u2029"', id="line separators"),
        pytest.param('"\\', r'"\"\\"', id="quote and backslash"),
        pytest.param("\b\f\n\r\t", r'"\b\f\n\r\t"', id="short escapes"),
        pytest.param("\0\x1f", r'"\u0000\u001f"', id="other control characters"),
        pytest.param("\x7f\x85", '"\x7f\x85"', id="DEL and C1 stay"),
        pytest.param("é😀\ufffd", '"é😀\ufffd"', id="the rest stays"),
        pytest.param("a\udcc3\udc28", r'"a\ufffd\ufffd"', id="bytes that are no UTF-8"),
    ],
)
def test_strings(text: str, written: str) -> None:
    assert compact_json(text) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        pytest.param(-3, "-3", id="integer"),
        pytest.param(2.0, "2", id="whole"),
        pytest.param(-0.0, "-0", id="negative zero"),
        pytest.param(0.000001, "0.000001", id="1e-6"),
        pytest.param(0.0000001, "1e-7", id="1e-7"),
        pytest.param(1.5e-10, "1.5e-10", id="exponent of two digits"),
        pytest.param(1e20, "100000000000000000000", id="1e20"),
        pytest.param(1e21, "1e+21", id="1e21"),
        pytest.param(123.456, "123.456", id="fraction"),
    ],
)
def test_numbers(number: float, written: str) -> None:
    assert compact_json(number) == written


def test_infinity_is_refused() -> None:
    with pytest.raises(KubectlError, match=r"json: unsupported value: -Inf"):
        compact_json(float("-inf"))


def test_compact() -> None:
    value = {"b": [1, None, True], "a": {"c": False, "d": {}}, "e": []}
    assert compact_json(value) == '{"b":[1,null,true],"a":{"c":false,"d":{}},"e":[]}'


def test_indented() -> None:
    value = {"kind": "Service", "spec": {"ports": [{"port": 80}], "none": {}, "empty": []}}
    assert (
        to_json(value)
        == """\
{
    "kind": "Service",
    "spec": {
        "ports": [
            {
                "port": 80
            }
        ],
        "none": {},
        "empty": []
    }
}
"""
    )
