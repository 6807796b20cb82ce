"""How a ledger is written down."""

import csv
import io
import json

import pytest

from kgen.record import replace
from kgen.show.port_formats import CSV_COLUMNS, as_csv, as_json, as_markdown
from kgen.show.port_ledger import Ledger, LedgerRow, Owner, Place, PortKind, PortUse
from kgen.show.port_text import as_text

_RANGE = (30000, 32767)


def _ledger(name: str, path: str = "a.yaml", free: tuple[int, ...] = ()) -> Ledger:
    """One nodePort of a Service of this name."""
    use = PortUse(30080, PortKind.NODE_PORT, Owner("Service", "shop", name), 80, "TCP", Place(path, 7, 5))
    return Ledger((LedgerRow(use),), _RANGE, free, len(free))


def _cells(ledger: Ledger) -> dict[str, str]:
    """The first line of the CSV by column."""
    return next(csv.DictReader(io.StringIO(as_csv(ledger))))


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        pytest.param("web", "web", id="a name"),
        pytest.param('=HYPERLINK("http://example.com")', '\'=HYPERLINK("http://example.com")', id="a formula"),
        pytest.param("+1", "'+1", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("  =1", "'  =1", id="a formula behind spaces"),
        pytest.param("\t=1", "'    =1", id="a formula behind a tab"),
        pytest.param("\uff1d1", "'\uff1d1", id="a full-width formula"),
        pytest.param("a-b=c", "a-b=c", id="in the middle they are harmless"),
        pytest.param('a"b,c', 'a"b,c', id="quotes and commas"),
        pytest.param("a\nb\x1b[31m", "a\\nb\\x1b[31m", id="control characters"),
    ],
)
def test_csv_computes_nothing(name: str, cell: str) -> None:
    assert _cells(_ledger(name))["name"] == cell


def test_csv_paths_are_no_formulas_either() -> None:
    cells = _cells(_ledger("web", "=a.yaml"))
    assert (cells["path"], cells["line"], cells["source"]) == ("'=a.yaml", "7", "repository")


def test_csv_has_a_line_for_each_proposal() -> None:
    lines = list(csv.reader(io.StringIO(as_csv(_ledger("web", free=(30000, 30090))))))
    assert [line[:3] for line in lines[2:]] == [["30000", "free", "static"], ["30090", "free", "dynamic"]]
    assert {len(line) for line in lines} == {len(CSV_COLUMNS)}


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        pytest.param("web", "Service shop/web", id="a name"),
        pytest.param("a|b", "Service shop/a\\|b", id="a bar"),
        pytest.param("<img onerror>", "Service shop/\\<img onerror\\>", id="HTML"),
        pytest.param("[a](b)", "Service shop/\\[a\\](b)", id="a link"),
        pytest.param("a\nb", "Service shop/a\\\\nb", id="a line end"),
    ],
)
def test_markdown_means_what_it_says(name: str, cell: str) -> None:
    rows = as_markdown(_ledger(name)).splitlines()
    assert rows[2] == f"| 30080 | nodePort | static | {cell} | 80/TCP | a.yaml:7 | - |"


def test_markdown_lists_proposals_by_band() -> None:
    assert as_markdown(_ledger("web", free=(30000, 30001, 30090))).endswith(
        "\nFree in the static band: 30000, 30001\n\nFree in the dynamic band: 30090\n"
    )


def test_json_tells_everything_as_it_is_written() -> None:
    whole = json.loads(as_json(_ledger("a\x1b\u202e", free=(30086,))))
    assert whole == {
        "version": 1,
        "node_port_range": [30000, 32767],
        "ports": [
            {
                "number": 30080,
                "kind": "nodePort",
                "band": "static",
                "owner": {"kind": "Service", "namespace": "shop", "name": "a\x1b\u202e"},
                "port": 80,
                "protocol": "TCP",
                "cluster": None,
                "source": "repository",
                "path": "a.yaml",
                "line": 7,
                "column": 5,
                "conflicts": [],
            }
        ],
        "free": [{"number": 30086, "band": "dynamic"}],
    }


def test_clusters_have_a_column_where_one_is_named() -> None:
    plain = _ledger("web")
    named = Ledger((LedgerRow(replace(plain.rows[0].use, cluster="prod")), *plain.rows), _RANGE)
    lines = as_text(named).splitlines()
    assert [line.split()[:4] for line in lines[:3]] == [
        ["NUMBER", "KIND", "BAND", "CLUSTER"],
        ["30080", "nodePort", "static", "prod"],
        ["30080", "nodePort", "static", "-"],
    ]
    assert as_markdown(named).startswith("| number | kind | band | cluster | owner |")
    assert "cluster |" not in as_markdown(plain)
    assert [each["cluster"] for each in json.loads(as_json(named))["ports"]] == ["prod", None]
    assert _cells(named)["cluster"] == "prod"


def test_text_is_aligned_and_steers_no_terminal() -> None:
    head, row, *_ = as_text(_ledger("\u6f22\x1b[2J")).splitlines()
    assert "\x1b" not in row
    assert "Service shop/\u6f22\\x1b[2J  80/TCP" in row
    # The wide character takes two cells: the line is one character shorter up to the next column.
    assert row.index("80/TCP") == head.index("PORT") - 1
