"""Manifest text on a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.syntax.display import cells, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("app: web", "app: web", id="plain text stays"),
        pytest.param("größe: 京", "größe: 京", id="other scripts stay"),
        pytest.param("a\tb", "a    b", id="a tab is four spaces"),
        pytest.param("\x1b[31mred", "\\x1b[31mred", id="an escape sequence is spelled out"),
        pytest.param("\x9b31m", "\\x9b31m", id="so is its one-character form"),
        pytest.param("a\rb\x00", "a\\rb\\x00", id="carriage return and null are spelled out"),
        pytest.param("abc\u202edef", "abc\\u202edef", id="text cannot be turned around"),
        pytest.param("a\u2028b", "a\\u2028b", id="nor broken into lines"),
        pytest.param("bad\udcff", "bad\\udcff", id="a byte that was no text"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_visible_steers_a_terminal(text: str) -> None:
    shown = visible(text)
    assert {unicodedata.category(character) for character in shown}.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("abc", 3, id="ASCII"),
        pytest.param("日本", 4, id="wide characters take two"),
        pytest.param("ｗｅｂ", 6, id="full-width letters too"),
        pytest.param("e\u0301", 1, id="a combining accent takes none"),
        pytest.param("é", 1, id="a composed letter takes one"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width
