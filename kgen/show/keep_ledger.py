"""The ledger of a repository, and of the cluster that it is applied to."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from kgen.show.cluster_ports import outside_git, refused
from kgen.show.free_ports import lowest_free
from kgen.show.port_ledger import Ledger, LedgerRow, Place, PortKind, PortUse
from kgen.show.repository_ports import RepositoryPorts

_KINDS = list(PortKind)


def keep_ledger(
    ports: RepositoryPorts, cluster: Iterable[PortUse], node_port_range: tuple[int, int], wanted: int
) -> Ledger:
    """Every port with its conflicts, and `wanted` free numbers: neither a Service nor a pod takes those."""
    elsewhere = outside_git(cluster, ports.uses)
    rows = _rows([*ports.uses, *elsewhere], _all_conflicts(ports, elsewhere))
    taken = {row.use.number for row in rows}
    return Ledger(tuple(rows), node_port_range, lowest_free(wanted, taken, node_port_range), wanted)


def narrowed(ledger: Ledger, keeps: Callable[[PortUse, Place], bool]) -> Ledger:
    """The same with those rows of the repository only that are to be kept; free is what was free."""
    rows = tuple(row for row in ledger.rows if row.use.place is None or keeps(row.use, row.use.place))
    return Ledger(rows, ledger.node_port_range, ledger.free, ledger.wanted)


def without_other_clusters(ports: RepositoryPorts, cluster: str) -> RepositoryPorts:
    """What may be for a cluster: all that is for it, and what the repository does not tell the cluster of."""
    uses = tuple(use for use in ports.uses if use.cluster in (cluster, ""))
    kept = frozenset(uses)
    conflicts = {
        use: inside
        for use, others in ports.conflicts.items()
        if use in kept and (inside := tuple(other for other in others if other in kept))
    }
    return RepositoryPorts(uses, conflicts, ports.whole & kept)


def _all_conflicts(ports: RepositoryPorts, elsewhere: Iterable[PortUse]) -> Mapping[PortUse, Sequence[PortUse]]:
    found: dict[PortUse, list[PortUse]] = defaultdict(list)
    for use, others in ports.conflicts.items():
        found[use] += others
    for use, request in refused(elsewhere, ports.uses, ports.whole):
        found[use].append(request)
        found[request].append(use)
    return found


def _rows(uses: Iterable[PortUse], conflicts: Mapping[PortUse, Sequence[PortUse]]) -> list[LedgerRow]:
    return [
        LedgerRow(use, tuple(sorted(conflicts.get(use, ()), key=_order)))
        for use in sorted(dict.fromkeys(uses), key=_order)
    ]


def _order(use: PortUse) -> tuple[int, int, bool, str, int, int, str, str, str]:
    path, line, column = ("", 0, 0) if use.place is None else (use.place.path, use.place.line, use.place.column)
    kind = _KINDS.index(use.kind)
    return (
        use.number,
        kind,
        use.place is None,
        path,
        line,
        column,
        use.owner.namespace or "",
        use.owner.name,
        use.cluster,
    )
