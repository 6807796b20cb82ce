"""kubectl's KYAML (KEP-5295)."""

import pytest

from kgen.errors import KubectlError
from kgen.syntax.emit.kyaml import to_kyaml

BARE = "a kind app1 a-b a.b a/b _a a_b é 日本 1a 0xg 1e309 0x1p99999 10.0.0.1 yEsx nil"
QUOTED = """
    -a a- .a a. a/ a:b a~ ~ null NULL true TrUe t F y yes off 0 1 017 1_000 0x1f 1e3 1.5 inf Infinity _nan
    0x1p4 2001-01-01
"""


def test_layout() -> None:
    value = {
        "spec": {"ports": [{"port": 80}, {"port": 81}], "args": ["a", "b"], "nothing": None, "ready": True, "m": [[1]]}
    }
    assert (
        to_kyaml(value)
        == """\
---
{
  spec: {
    ports: [{
      port: 80,
    }, {
      port: 81,
    }],
    args: [
      "a",
      "b",
    ],
    nothing: null,
    ready: true,
    m: [[
      1,
    ]],
  },
}
"""
    )


def test_a_list_of_both_kinds_has_an_item_a_line() -> None:
    assert to_kyaml([{}, 1, []]) == "---\n[\n  {},\n  1,\n  [],\n]\n"


@pytest.mark.parametrize("key", BARE.split())
def test_bare_keys(key: str) -> None:
    assert to_kyaml({key: 1}) == f"---\n{{\n  {key}: 1,\n}}\n"


@pytest.mark.parametrize("key", [*QUOTED.split(), "", "a b"])
def test_quoted_keys(key: str) -> None:
    assert to_kyaml({key: 1}) == f'---\n{{\n  "{key}": 1,\n}}\n'


def test_keys_stay_on_one_line() -> None:
    assert to_kyaml({"a\n\tb": 1}) == '---\n{\n  "a\\n\\tb": 1,\n}\n'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("yes", '"yes"', id="always quoted"),
        pytest.param('a"\\b', r'"a\"\\b"', id="quote and backslash"),
        pytest.param("a\tb", '"a\tb"', id="a tab stays"),
        pytest.param("\0\a\b\v\f\r\x1b\x01", r'"\0\a\b\v\f\r\e\x01"', id="control characters"),
        pytest.param("\u00a0\u2028\u2029\u200b\ufeff", r'"\_\L\P\u200b\ufeff"', id="other unprintable characters"),
        pytest.param("é😀", '"é😀"', id="printable characters"),
        pytest.param("a\nb", '"\\\n   a\\n\\\n   b\\\n  "', id="two lines"),
        pytest.param("a\nb\n", '"\\\n   a\\n\\\n   b\\n\\\n  "', id="two lines and a break"),
        pytest.param("\n", '"\\\n   \\n\\\n  "', id="a break alone"),
        pytest.param(" a\n\tb", '"\\\n  \\ a\\n\\\n  \\\tb\\\n  "', id="lines that start with a blank"),
    ],
)
def test_strings(text: str, written: str) -> None:
    assert to_kyaml(text) == f"---\n{written}\n"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        pytest.param("\x7f", "control characters are not allowed", id="control character"),
        pytest.param({"a\x85": 1}, "line 1: did not find expected ',' or '}'", id="next-line in a key"),
        pytest.param(
            {"a": "\x85", "b": {"c\x85": 1}}, "line 1: did not find expected ',' or '}'", id="blames the mapping"
        ),
    ],
)
def test_refused(value: object, message: str) -> None:
    with pytest.raises(KubectlError) as refusal:
        to_kyaml(value)
    assert str(refusal.value) == f"error decoding: yaml: {message}"
