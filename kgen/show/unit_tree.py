"""The units of a repository by cluster, each below the one that asks for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import StrEnum

from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kgen.gitops.unit import Unit
    from kgen.kubernetes.resource import Resource


class Completeness(StrEnum):
    """How much of what a unit applies is known."""

    WHOLE = "rendered"
    PARTIAL = "partly rendered"
    NOTHING = "not rendered"


@record(eq=False)
class UnitRow:
    """A unit; `depth` counts the units shown above it that ask for one another, down to it."""

    unit: Unit
    depth: int

    @property
    def completeness(self) -> Completeness:
        """How much of it is known."""
        if self.unit.is_complete:
            return Completeness.WHOLE
        return Completeness.PARTIAL if self.unit.resources else Completeness.NOTHING

    @property
    def kinds(self) -> Mapping[str, int]:
        """The numbers of its objects by kind, most first."""
        return dict(Counter(resource.kind for resource in self.unit.resources).most_common())


@record
class ClusterRows:
    """What is applied to a cluster; `name` is empty for what no one in the repository assigns to any."""

    name: str
    rows: tuple[UnitRow, ...]


@record
class UnitTree:
    """The clusters by name, what has none last; and what is in no unit."""

    clusters: tuple[ClusterRows, ...]
    loose_objects: int
    loose_files: int


def unit_tree(units: Sequence[Unit], resources: Iterable[Resource]) -> UnitTree:
    """Some units, and the objects as they are written which are in those or in none."""
    below: dict[Unit | None, list[Unit]] = defaultdict(list)
    shown = set(units)
    for unit in units:
        below[_parent(unit, shown)].append(unit)
    by_cluster: dict[str, list[UnitRow]] = defaultdict(list)
    for row in _rows(None, 0, below):
        by_cluster[row.unit.cluster].append(row)
    names = sorted(by_cluster, key=lambda name: (not name, name))
    taken = {path for unit in units for path in unit.sources}
    loose = [each.path for each in resources if each.path not in taken]
    return UnitTree(tuple(ClusterRows(name, tuple(by_cluster[name])) for name in names), len(loose), len(set(loose)))


def _parent(unit: Unit, shown: set[Unit]) -> Unit | None:
    """The nearest unit above that is shown and of the same cluster."""
    above = unit.parent
    while above is not None and (above not in shown or above.cluster != unit.cluster):
        above = above.parent
    return above


def _rows(parent: Unit | None, depth: int, below: Mapping[Unit | None, Iterable[Unit]]) -> Iterator[UnitRow]:
    for unit in below.get(parent, ()):
        yield UnitRow(unit, depth)
        yield from _rows(unit, depth + 1, below)
