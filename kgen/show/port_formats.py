"""A port ledger as JSON, CSV and Markdown."""

import csv
import io
import json
from collections.abc import Iterable

from kgen.pattern import lazy_pattern
from kgen.show.port_ledger import Band, Ledger, LedgerRow, PortUse
from kgen.show.port_table import CLUSTER, place, table_of
from kgen.syntax.display import visible

VERSION = 1
_CSV_USE = ("number", "kind", "band", "owner_kind", "namespace", "name", "port", "protocol")
CSV_COLUMNS = (*_CSV_USE, "source", "path", "line", "conflicts", "cluster")
# What a spreadsheet takes for the start of a formula, full-width forms included.
_FORMULA = lazy_pattern(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_MARKDOWN_MARKS = lazy_pattern(r"([\\`*_\[\]<>|~&!#$])")

Json = dict[str, "Json"] | list["Json"] | str | int | None


def as_json(ledger: Ledger) -> str:
    """One indented object in ASCII, which docs/ports.md describes."""
    whole: Json = {
        "version": VERSION,
        "node_port_range": list(ledger.node_port_range),
        "ports": [_row_data(ledger, row) for row in ledger.rows],
        "free": [{"number": number, "band": ledger.band(number)} for number in ledger.free],
    }
    return json.dumps(whole, indent=2) + "\n"


def as_csv(ledger: Ledger) -> str:
    """A line of names, one for each port, then one of kind `free` for each proposal; RFC 4180, but lines end in LF."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for row in ledger.rows:
        writer.writerow(map(_harmless, _csv_cells(ledger, row)))
    for number in ledger.free:
        writer.writerow([str(number), "free", ledger.band(number), *[""] * (len(CSV_COLUMNS) - 3)])
    return text.getvalue()


def as_markdown(ledger: Ledger) -> str:
    """A table, and below it the proposals."""
    columns, *every = table_of(ledger)
    rows = [columns, ("---:",) + ("---",) * (len(columns) - 1), *(tuple(map(_literal, cells)) for cells in every)]
    table = "".join(f"| {' | '.join(cells)} |\n" for cells in rows)
    return table + "".join(f"\nFree in the {band} band: {_listed(ledger, band)}\n" for band in _free_bands(ledger))


def _row_data(ledger: Ledger, row: LedgerRow) -> Json:
    return {**_use_data(ledger, row.use), "conflicts": [_use_data(ledger, use) for use in row.conflicts]}


def _use_data(ledger: Ledger, use: PortUse) -> dict[str, Json]:
    return {
        "number": use.number,
        "kind": use.kind,
        "band": ledger.band_of(use),
        "owner": {"kind": use.owner.kind, "namespace": use.owner.namespace, "name": use.owner.name},
        "port": use.port,
        "protocol": use.protocol,
        "cluster": use.cluster or None,
        "source": CLUSTER if use.place is None else "repository",
        "path": use.place.path if use.place else None,
        "line": use.place.line if use.place else None,
        "column": use.place.column if use.place else None,
    }


def _csv_cells(ledger: Ledger, row: LedgerRow) -> Iterable[str]:
    use = row.use
    return (
        str(use.number),
        use.kind,
        ledger.band_of(use) or "",
        use.owner.kind,
        use.owner.namespace or "",
        use.owner.name,
        "" if use.port is None else str(use.port),
        use.protocol,
        CLUSTER if use.place is None else "repository",
        use.place.path if use.place else "",
        str(use.place.line) if use.place else "",
        " ".join(map(place, row.conflicts)),
        use.cluster,
    )


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet computes: an apostrophe goes before what begins like a formula."""
    text = visible(cell)
    return f"'{text}" if _FORMULA.match(text) else text


def _literal(cell: str) -> str:
    """Text that means nothing to Markdown."""
    return cell if cell == "-" else _MARKDOWN_MARKS.sub(r"\\\1", cell)


def _free_bands(ledger: Ledger) -> list[Band]:
    return list(dict.fromkeys(map(ledger.band, ledger.free)))


def _listed(ledger: Ledger, band: Band) -> str:
    return ", ".join(str(number) for number in ledger.free if ledger.band(number) is band)
