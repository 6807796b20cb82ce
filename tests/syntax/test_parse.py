"""YAML text -> data and documents, as kubectl reads them."""

import pytest

from kgen.syntax.value import Data
from tests.libyaml import with_libyaml
from tests.syntax.reading import documents, problems, root, value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a:\n  b: [1, {c: d}]\n", {"a": {"b": [1, {"c": "d"}]}}, id="block and flow style"),
        pytest.param("- a\n-\n  - b\n- {}\n- []\n", ["a", ["b"], {}, []], id="sequences"),
        pytest.param("a:\n- b\n", {"a": ["b"]}, id="a sequence at its key's own indentation"),
        pytest.param("? a\n: b\n? c\n", {"a": "b", "c": None}, id="explicit keys"),
        pytest.param("[a, b: c]", ["a", {"b": "c"}], id="a pair in a flow sequence"),
        pytest.param('{"a":1}', {"a": 1}, id="JSON"),
        pytest.param("a:\tb", {"a": "b"}, id="a tab after a colon", marks=with_libyaml),
        pytest.param("[nginx:1.27, a:]", ["nginx:1.27", "a:"], id="colons inside flow text"),
        pytest.param("%YAML 1.1\n---\na: y\n", {"a": True}, id="a YAML directive"),
        pytest.param("a: 1 # x\n...\n", {"a": 1}, id="an explicit end"),
        pytest.param("a: &x 1\nb: *x\n", {"a": 1, "b": 1}, id="an alias"),
        pytest.param("a: &x 1\nb: &x 2\nc: *x\n", {"a": 1, "b": 2, "c": 2}, id="an anchor used again"),
        pytest.param("a: &x b\n*x : 2\n", {"a": "b", "b": 2}, id="an alias as a key"),
        pytest.param("a: &x 7\n*x : 2\n", {"a": 7, "7": 2}, id="an alias of a number as a key"),
        pytest.param("&a a: *a\n", {"a": "a"}, id="an anchor on a key"),
        pytest.param("a: &x\nb: *x\n", {"a": None, "b": None}, id="an anchor on nothing"),
        pytest.param("&a [&a x, *a]", ["x", "x"], id="an anchor used again inside what it anchors"),
        pytest.param("a: =\nb: '<<'\nc: <<\n", {"a": "=", "b": "<<", "c": "<<"}, id="signs that are text"),
    ],
)
def test_data(text: str, expected: Data) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<<: {a: 2, b: 3}\na: 1\n", {"a": 1, "b": 3}, id="a later key wins"),
        pytest.param("a: 1\n<<: {a: 2, b: 3}\n", {"a": 2, "b": 3}, id="a merge wins over an earlier key"),
        pytest.param("<<: [{a: 1}, {a: 2, b: 2}]", {"a": 1, "b": 2}, id="the first of several wins"),
        pytest.param('"<<": {a: 1}', {"<<": {"a": 1}}, id="a quoted key merges nothing"),
        pytest.param("!!merge <<: {a: 1}", {"a": 1}, id="a tagged key merges"),
        pytest.param("<<: {<<: {a: 1}, b: 2}\n", {"a": 1, "b": 2}, id="a merge in a merge"),
        pytest.param("<<: {1: a}\n", {"1": "a"}, id="a merged key is text too"),
        pytest.param(
            "z: &z {a: 1}\nb:\n  <<: [*z, {c: 3}]\n", {"z": {"a": 1}, "b": {"a": 1, "c": 3}}, id="an alias merged"
        ),
    ],
)
def test_merge_key(text: str, expected: Data) -> None:
    assert value(text) == expected


@pytest.mark.parametrize("merged", ["3", "[1]", "[[{a: 1}]]"])
def test_merge_of_what_is_no_mapping(merged: str) -> None:
    (problem,) = problems(f"<<: {merged}\n")
    assert problem.endswith("map merge requires map or sequence of maps as the value")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("# a\n\n# b\n", [], id="comments only"),
        pytest.param("---\n---\n# x\n---\n...\n", [], id="separators only"),
        pytest.param("a\n---\nb\n", ["a", "b"], id="two"),
        pytest.param("---\na\n--- # second\nb\n", ["a", "b"], id="a comment after a separator"),
        pytest.param("--- a\n--- {b: c}\n", ["a", {"b": "c"}], id="values on the separators' lines"),
        pytest.param("---\n\n---\na\n---\n# x\n---\nb\n---\n", ["a", "b"], id="empty ones between"),
        pytest.param("a\n...\n%YAML 1.1\n---\nb\n", ["a", "b"], id="a directive before the second"),
        pytest.param("a: |\n  ---\nb: '---'\n", [{"a": "---\n", "b": "---"}], id="separators that are none"),
        pytest.param("a\r\n---\r\nb\r\n", ["a", "b"], id="CRLF"),
        pytest.param("a: 1\r---\rb: 2\r", [{"a": 1}, {"b": 2}], id="CR"),
        pytest.param("null\n---\n''\n", [None, ""], id="null and empty text are values"),
    ],
)
def test_documents_of_a_stream(text: str, expected: list[Data]) -> None:
    found = documents(text)
    assert [document.root.value if document.root else "no root" for document in found] == expected
    assert [document.index for document in found] == list(range(len(expected)))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"\xef\xbb\xbfa: \xc3\xa9", {"a": "é"}, id="UTF-8 with BOM"),
        pytest.param("\ufeffa: é😀".encode("utf-16-le"), {"a": "é😀"}, id="UTF-16 LE"),
        pytest.param("\ufeffa: é😀".encode("utf-16-be"), {"a": "é😀"}, id="UTF-16 BE"),
        pytest.param("a: \u00a0b".encode(), {"a": "\u00a0b"}, id="a no-break space is text"),
    ],
)
def test_encodings(data: bytes, expected: Data) -> None:
    assert value(data) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", ["a 1:1 3:1"], id="at the root"),
        pytest.param("a: 1\na: 2\na: 3\n", ["a 1:1 2:1", "a 1:1 3:1"], id="three times"),
        pytest.param("x: [{a: 1, a: 2}]\n", ["x[0].a 1:6 1:12"], id="in flow style"),
        pytest.param("1: a\n'1': b\n", ["1 1:1 2:1"], id="the same once made text"),
        pytest.param("a: {b: 1, b: 2}\na: 3\n", ["b 1:5 1:11", "a 1:1 2:1"], id="inside a value that is replaced"),
        pytest.param("<<: {a: 1}\na: 2\n", [], id="not after a merge"),
        pytest.param("a: 1\nb: {a: 2}\n", [], id="not in different mappings"),
    ],
)
def test_duplicate_keys(text: str, expected: list[str]) -> None:
    (document,) = documents(text)
    assert [f"{again.path} {first.span} {again.span}" for first, again in document.duplicates] == expected


def test_the_last_of_duplicate_keys_counts() -> None:
    node = root("a: 1\nb: 2\na: 3\n")
    assert node.value == {"a": 3, "b": 2}
    assert str(node["a"].span) == "3:4"
    assert str(node["a"].key_span) == "3:1"


def test_the_keys_of_a_duplicate_are_two_nodes() -> None:
    (document,) = documents("a: 1\na: 2\n")
    ((first, again),) = document.duplicates
    assert first != again
    assert (first.value, first.raw, again.raw) == ("a", "a", "a")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n", "1:1-2:1"),
        ("# x\n---\na: 1\n---\nb: 2\n", "2:1-4:1"),
        ("a: 1\n...\n", "1:1-2:4"),
    ],
)
def test_span_of_a_document(text: str, expected: str) -> None:
    span = documents(text)[0].span
    assert f"{span}-{span.end_line}:{span.end_column}" == expected
