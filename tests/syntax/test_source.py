"""Text, lines and positions of a source."""

import pytest

from kgen.syntax.source import Source
from kgen.syntax.span import Span


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"", "", id="nothing"),
        pytest.param("é".encode(), "é", id="UTF-8"),
        pytest.param(b"\xef\xbb\xbfa", "a", id="UTF-8 with BOM"),
        pytest.param(b"\xff\xfea\x00", "a", id="UTF-16 LE"),
        pytest.param(b"\xfe\xff\x00a", "a", id="UTF-16 BE"),
        pytest.param(b"\xff\xfea\x00b", "a\ufffd", id="UTF-16 with half a unit"),
        pytest.param(b"\xff\xfe\x00\xd8a\x00", "\ufffda", id="UTF-16 with half a pair"),
        pytest.param(b"a\xffb\xe2\x82", "a\ufffdb\ufffd\ufffd", id="bytes that are no UTF-8"),
    ],
)
def test_text(data: bytes, text: str) -> None:
    source = Source("x", data)
    assert source.text == text
    assert len(source.undecoded_text) == len(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\n", ["a", ""]),
        ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
        ("a\n\r\n\n", ["a", "", "", ""]),
        ("a\x85b\u2028c\x0cd\n", ["a\x85b\u2028c\x0cd", ""]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    source = Source("x", text.encode())
    assert source.line_count == len(lines)
    assert [source.line(number) for number in range(1, len(lines) + 1)] == lines
    assert source.line(0) == source.line(len(lines) + 1) == ""


@pytest.mark.parametrize(
    ("index", "position"), [(0, (1, 1)), (1, (1, 2)), (2, (1, 3)), (4, (2, 1)), (5, (2, 2)), (6, (3, 1))]
)
def test_position(index: int, position: tuple[int, int]) -> None:
    source = Source("x", "é😀\r\na\n".encode())
    assert source.position(index) == position
    assert source.index(*position) == index


def test_span() -> None:
    source = Source("x", b"ab\ncd\n")
    assert source.span(1, 4) == Span(1, 2, 2, 2)
    assert str(source.span(1, 4)) == "1:2"
    assert repr(source) == "Source('x', 6 bytes)"
