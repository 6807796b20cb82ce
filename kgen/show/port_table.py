"""The rows of a port ledger as texts that a terminal, a page or a spreadsheet may safely show."""

from collections.abc import Iterator

from kgen.show.port_ledger import Ledger, LedgerRow, Owner, PortUse
from kgen.syntax.display import visible

CLUSTER = "cluster"


def place(use: PortUse) -> str:
    """`path:line`, or `cluster` for what is known of the cluster only."""
    return CLUSTER if use.place is None else f"{visible(use.place.path)}:{use.place.line}"


def owner(one: Owner) -> str:
    """`Service shop/web`; without the namespace where it is not known."""
    if not one.kind:
        return "a patch"
    full = f"{one.namespace}/{one.name}" if one.namespace else one.name
    return visible(f"{one.kind} {full}")


def port(use: PortUse) -> str:
    """`80/TCP`; the protocol alone where there is no port, `-` where neither is known."""
    return visible(use.protocol if use.port is None else f"{use.port}/{use.protocol}") or "-"


def table_of(ledger: Ledger) -> Iterator[tuple[str, ...]]:
    """The names of the columns, then the cells of each row; `-` for what there is not.

    There is a column for clusters where the repository names any.
    """
    yield _row("number", "kind", "band", *_clusters(ledger, "cluster"), "owner", "port", "place", "conflicts with")
    for row in ledger.rows:
        use = row.use
        clusters = _clusters(ledger, visible(use.cluster) or "-")
        yield _row(str(use.number), use.kind, _band(ledger, row), *clusters, owner(use.owner), port(use), *_places(row))


def _row(*cells: str) -> tuple[str, ...]:
    return cells


def _clusters(ledger: Ledger, cell: str) -> tuple[str, ...]:
    return (cell,) if ledger.names_clusters else ()


def _band(ledger: Ledger, row: LedgerRow) -> str:
    return ledger.band_of(row.use) or "-"


def _places(row: LedgerRow) -> tuple[str, str]:
    return place(row.use), ", ".join(map(_named, row.conflicts)) or "-"


def _named(use: PortUse) -> str:
    return f"{owner(use.owner)} ({place(use)})"
