"""A port ledger for people at a terminal."""

from collections.abc import Iterator

from kgen.kubernetes.node_port_range import static_band
from kgen.show.port_ledger import Band, Ledger
from kgen.show.port_table import table_of
from kgen.syntax.display import cells

_GAP = "  "


def as_text(ledger: Ledger) -> str:
    """An aligned table, the proposals, and what it comes to."""
    table = [*_aligned(*table_of(ledger)), ""] if ledger.rows else []
    return "\n".join((*table, *_proposals(ledger), _sum(ledger))) + "\n"


def _aligned(columns: tuple[str, ...], *rows: tuple[str, ...]) -> Iterator[str]:
    every = (tuple(map(str.upper, columns)), *rows)
    widths = [max(map(cells, column)) for column in zip(*every, strict=True)]
    for row in every:
        padded = (text + " " * (width - cells(text)) for text, width in zip(row, widths, strict=True))
        yield _GAP.join(padded).rstrip()


def _proposals(ledger: Ledger) -> Iterator[str]:
    low, high = ledger.node_port_range
    end = static_band(ledger.node_port_range)[1]
    for band, numbers, remark in (
        (Band.STATIC, f"{low}-{end}", ""),
        (Band.DYNAMIC, f"{end + 1}-{high}", ", which the API server also hands out by itself"),
    ):
        free = [str(number) for number in ledger.free if ledger.band(number) is band]
        if free:
            yield f"Free in the {band} band {numbers}{remark}: {' '.join(free)}"
    if len(ledger.free) < ledger.wanted:
        yield f"Only {len(ledger.free)} of {ledger.wanted} are free in {low}-{high}"


def _sum(ledger: Ledger) -> str:
    node_ports = sum(row.use.is_node_port for row in ledger.rows)
    counts = (
        _count(node_ports, "port of the node port range", "ports of the node port range"),
        _count(len(ledger.rows) - node_ports, "port of pods on their nodes", "ports of pods on their nodes"),
    )
    return f"{', '.join(counts)}; {_count(len(ledger.conflicting), 'is', 'are')} in conflict."


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
