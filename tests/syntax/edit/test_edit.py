"""Edits change what they name and leave every other byte."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.syntax.edit.edit import Edit, apply, edit_of
from kgen.syntax.source import Source
from kgen.syntax.span import Span


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(b"a: b\n", b"a: c\n", id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + b"a: b\r\n", codecs.BOM_UTF8 + b"a: c\r\n", id="with a byte order mark"),
        pytest.param(b"a: b # \xff\xc3", b"a: c # \xff\xc3", id="with bytes that are no UTF-8"),
        pytest.param("\ufeffa: b".encode("utf-16-le"), "\ufeffa: c".encode("utf-16-le"), id="UTF-16, little end first"),
        pytest.param("\ufeffa: b".encode("utf-16-be"), "\ufeffa: c".encode("utf-16-be"), id="UTF-16, big end first"),
        pytest.param("\ufeffa: b".encode("utf-16-be") + b"\0", None, id="UTF-16 that ends within a character"),
        pytest.param(b"a: d\n", None, id="something else stands there"),
    ],
)
def test_bytes_around_stay(before: bytes, after: bytes | None) -> None:
    made = apply(Source("a.yaml", before), [Edit("a.yaml", Span(1, 4, 1, 5), "b", "c")])
    assert (made and made.data) == after


def test_several_edits_are_made_wherever_they_stand() -> None:
    source = Source("a.yaml", b"one two three")
    edits = [
        edit_of(source, 8, 13, "3"),
        edit_of(source, 0, 3, "1"),
        edit_of(source, 4, 4, "and "),
        edit_of(source, 0, 3, "1"),
    ]
    made = apply(source, edits)
    assert made is not None
    assert made.data == b"1 and two 3"


@given(st.binary(), st.binary(), st.text(alphabet="ab\r\n\u00e9"))
def test_what_is_before_and_behind_stays(before: bytes, behind: bytes, text: str) -> None:
    source = Source("a", before + b"\n@\n" + behind)
    at = source.text.find("\n@\n") + 1
    made = apply(source, [edit_of(source, at, at + 1, text)])
    if made is None:
        return
    assert made.undecoded_text == source.undecoded_text[:at] + text + source.undecoded_text[at + 1 :]
    if not source.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        first = source.data.find(b"\n@\n") + 1
        assert made.data == source.data[:first] + text.encode() + source.data[first + 1 :]


ONE = Span(1, 3, 1, 5)


@pytest.mark.parametrize(
    ("other", "collides"),
    [
        pytest.param(Edit("a", ONE, "", "x"), False, id="the very same"),
        pytest.param(Edit("b", ONE, "", "y"), False, id="in another file"),
        pytest.param(Edit("a", ONE, "", "y"), True, id="another text in the same place"),
        pytest.param(Edit("a", Span(1, 4, 2, 1), "", ""), True, id="overlapping"),
        pytest.param(Edit("a", Span(1, 5, 1, 6), "", ""), False, id="beside"),
        pytest.param(Edit("a", Span(1, 5, 1, 5), "", "y"), True, id="an insertion right behind"),
        pytest.param(Edit("a", Span(1, 6, 1, 6), "", "y"), False, id="an insertion further on"),
    ],
)
def test_edits_collide(other: Edit, collides: bool) -> None:
    assert Edit("a", ONE, "", "x").collides(other) is collides
    assert other.collides(Edit("a", ONE, "", "x")) is collides
