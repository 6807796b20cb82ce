"""Documents that cannot be read: what is said of them, and that the others still are."""

import pytest

from kgen.syntax.value import Data
from tests.libyaml import with_libyaml
from tests.syntax.reading import documents, problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a: b: c\n", "1:5 mapping values are not allowed in this context", id="two colons", marks=with_libyaml
        ),
        pytest.param(
            "a:\n\t- b\n",
            "2:1 while scanning for the next token, found character that cannot start any token",
            id="a tab for indentation",
            marks=with_libyaml,
        ),
        pytest.param(
            "a: [1\n",
            "2:1 while parsing a flow sequence, did not find expected ',' or ']'",
            id="an open bracket",
            marks=with_libyaml,
        ),
        pytest.param("a: *x\n", "1:4 unknown anchor `x` referenced", id="an unknown anchor"),
        pytest.param("a: &x [*x]\n", "1:8 anchor `x` value contains itself", id="a recursive alias"),
        pytest.param("a: &x\n  <<: *x\n", "2:7 anchor `x` value contains itself", id="a merge of itself"),
        pytest.param("a: 'x\0'\n", "1:6 control characters are not allowed: U+0000", id="NUL"),
        pytest.param("é: \x07\n", "1:4 control characters are not allowed: U+0007", id="a bell"),
        pytest.param("a: \ufffe\n", "1:4 control characters are not allowed: U+FFFE", id="a noncharacter"),
    ],
)
def test_problem(text: str, expected: str) -> None:
    assert problems(text) == [expected]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"a: 1\nb: \xff\n", "2:4 invalid UTF-8: byte 0xff", id="Latin-1"),
        pytest.param(b"a: \xed\xa0\x80\n", "1:4 invalid UTF-8: byte 0xed", id="a lone surrogate"),
        pytest.param("\ufeffa: b".encode("utf-16-le") + b"\x01", "1:5 invalid UTF-8: byte 0x80", id="half a unit"),
    ],
)
def test_bytes_that_are_no_text(data: bytes, expected: str) -> None:
    assert problems(data) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\n---\nb: [\n---\nc\n", ["a", None, "c"], id="in the middle"),
        pytest.param("a: 'x\n---\nb\n", [None, "b"], id="an open quote"),
        pytest.param("a: {{ x }}\n--- # next\nb\n", [None, "b"], id="a template"),
        pytest.param("a\n---\nb: *x\n---\nc: *y\n---\nd\n", ["a", None, None, "d"], id="two"),
        pytest.param("# x\n---\n: : :\n---\n# y\n---\nb\n", [None, "b"], id="comments between"),
        pytest.param("%YAML 1.1\n---\na: [\n---\nb\n", [None, "b"], id="a directive"),
        pytest.param("a: \x01\n---\nb\n", [None, "b"], id="a control character"),
        pytest.param("a\r\n---\r\nb: [\r\n---\r\nc\r\n", ["a", None, "c"], id="CRLF"),
    ],
)
def test_reading_goes_on_after_a_problem(text: str, expected: list[Data]) -> None:
    found = documents(text)
    assert [document.root.value if document.root else None for document in found] == expected
    assert [document.index for document in found] == list(range(len(expected)))
    assert all((document.root is None) == (document.problem is not None) for document in found)


def test_place_after_other_documents() -> None:
    assert problems("é: 1\n---\na: 1\nb: *x\n---\nc: *y\n") == [
        "4:4 unknown anchor `x` referenced",
        "6:4 unknown anchor `y` referenced",
    ]


def test_span_and_duplicates_of_a_broken_document() -> None:
    broken = documents("a\n---\nb: [\n---\nc\n")[1]
    assert (str(broken.span), broken.duplicates) == ("2:1", [])
    with pytest.raises(ValueError, match="was not read"):
        broken.layout  # noqa: B018 # reading the attribute is what is tested


@pytest.mark.parametrize(
    ("text", "templated"),
    [
        pytest.param("a: {{ .Values.x }}\n", True, id="Helm"),
        pytest.param("{% if x %}\na: 1\n{% endif %}\n", True, id="Jinja"),
        pytest.param("a: [\n%{ if x }\n", True, id="Terraform"),
        pytest.param("a: [\n", False, id="an ordinary mistake"),
        pytest.param("a: '{{ x }}'\n---\nb: [\n", False, id="an action in another document"),
    ],
)
def test_templated(text: str, templated: bool) -> None:
    (problem,) = [document.problem for document in documents(text) if document.problem]
    assert problem.templated is templated
