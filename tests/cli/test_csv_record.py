"""A string slice flag's value, read as Go's encoding/csv reads the first record of a text."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.cli.kubectl.csv_record import CsvError, read_record


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param("80", ["80"], id="one"),
        pytest.param("80,81", ["80", "81"], id="two"),
        pytest.param("80,", ["80", ""], id="nothing behind the comma"),
        pytest.param(" 80 , 81", [" 80 ", " 81"], id="spaces stay"),
        pytest.param('"80,81",82', ["80,81", "82"], id="quoted comma"),
        pytest.param('"a""b"', ['a"b'], id="doubled quote"),
        pytest.param("80\n81", ["80"], id="only the first line"),
        pytest.param("\n\r\n80", ["80"], id="empty lines before it"),
        pytest.param('"a\nb",c', ["a\nb", "c"], id="quoted line break"),
        pytest.param("#80", ["#80"], id="no comments"),
        pytest.param("80\r", ["80"], id="last carriage return is dropped"),
    ],
)
def test_fields(text: str, fields: list[str]) -> None:
    assert read_record(text) == fields


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("\n\n", "EOF", id="no record"),
        pytest.param('8"0', 'parse error on line 1, column 2: bare " in non-quoted-field', id="bare quote"),
        pytest.param('é"', 'parse error on line 1, column 3: bare " in non-quoted-field', id="columns are bytes"),
        pytest.param(
            '"80', 'parse error on line 1, column 4: extraneous or missing " in quoted-field', id="open quote"
        ),
        pytest.param(
            '"a"b', 'parse error on line 1, column 3: extraneous or missing " in quoted-field', id="behind it"
        ),
        pytest.param(
            '"a\nb',
            'record on line 1; parse error on line 2, column 2: extraneous or missing " in quoted-field',
            id="open over two lines",
        ),
    ],
)
def test_refused_with_gos_message(text: str, message: str) -> None:
    with pytest.raises(CsvError) as refused:
        read_record(text)
    assert str(refused.value) == message


@given(st.lists(st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"])), min_size=1))
def test_reads_back_what_was_written(fields: list[str]) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="").writerow(fields)
    assert read_record(written.getvalue()) == fields
