"""What output calls units."""

from __future__ import annotations

from collections import Counter

from kgen.gitops.plan import Promise
from kgen.gitops.unit import Unit, UnitKind
from kgen.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgen.gitops.plan import PlannedUnit


def named(planned: Sequence[PlannedUnit]) -> Iterator[PlannedUnit]:
    """The units under names that tell them apart, parents first.

    A folder that nothing names is called by its path. What an object asks for is called as the object is: `web`, with
    the cluster before it where the repository has several (`production/web`), the object's namespace where that does
    not do, and its kind or its file behind it where that does not do either.
    """
    units = [each for each in planned if isinstance(each, Unit)]
    several = len({unit.cluster for unit in units if unit.cluster}) > 1
    clusters = {unit: unit.cluster if several else "" for unit in units}
    short = Counter((unit.kind, _called(unit, clusters[unit])) for unit in units)
    taken: dict[str, UnitKind] = {}
    renamed: dict[Unit | None, Unit] = {}
    for unit in planned:
        if isinstance(unit, Promise):
            taken[unit.name] = UnitKind.KUSTOMIZATION
            yield unit
            continue
        name = _called(unit, clusters[unit])
        if short[unit.kind, name] > 1:
            name = _called(unit, clusters[unit], unit.namespace)
        if name in taken and unit.declaration is not None:
            is_of_kind = taken[name] is unit.kind
            name = f"{name} ({unit.declaration.source.path if is_of_kind else unit.kind})"
        taken[name] = unit.kind
        renamed[unit] = replace(unit, name=name, parent=renamed.get(unit.parent))
        yield renamed[unit]


def _called(unit: Unit, *before: str) -> str:
    """The name with what is to stand before it, where an object asks for the unit."""
    return unit.name if unit.declaration is None else "/".join(part for part in (*before, unit.name) if part)
