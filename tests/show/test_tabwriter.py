"""Alignment as Go's text/tabwriter does it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.show.tabwriter import aligned, escaped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\tb\nlong\tc\n", "a     b\nlong  c\n", id="a column is as wide as its widest cell"),
        pytest.param("a\tb\nno column\nlong\tc\n", "a  b\nno column\nlong  c\n", id="a line without it ends a column"),
        pytest.param("a\tb\tc\nd\te\nf\tgh\ti\n", "a  b  c\nd  e\nf  gh  i\n", id="so it is with later columns"),
        pytest.param("\tb\n\tc\n", "  b\n  c\n", id="empty cells are as wide as the padding"),
        pytest.param("é\tb\nab\tc\n", "é   b\nab  c\n", id="characters count, not bytes"),
        pytest.param("a\t\nbc\t\n", "a   \nbc  \n", id="spaces at the end stay"),
        pytest.param("a\vb\n", "a  b\n", id="a vertical tab ends a cell"),
        pytest.param("long\tb\fa\tc\n", "long  b\na  c\n", id="a form feed ends all columns"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_aligned(text: str, expected: str) -> None:
    assert aligned(text, 2) == expected


def test_a_column_has_a_least_width() -> None:
    assert aligned("a\tb\n", 3, 6) == "a     b\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("\x1b[31mred\r", "^[[31mred\\r", id="as kubectl shows it"),
        pytest.param("\0\x07\x7f\x9b\u202e", "\\x00\\x07\\x7f\\x9b\\u202e", id="what kubectl lets through"),
        pytest.param("a\tb\v\f\n", "a\tb\v\f\n", id="what sets columns"),
    ],
)
def test_what_drives_a_terminal_is_made_visible(text: str, expected: str) -> None:
    assert escaped(text) == expected


CELLS = st.lists(st.text("abcé", max_size=5), min_size=3, max_size=3)


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_a_full_table_has_straight_columns(table: list[list[str]]) -> None:
    printed = aligned("\n".join(map("\t".join, table)), 2).split("\n")
    width = max(len(row[0]) for row in table) + 2
    assert [line[:width].rstrip(" ") for line in printed] == [row[0] for row in table]
    second = width + max(len(row[1]) for row in table) + 2
    assert [line[second:] for line in printed] == [row[2] for row in table]
