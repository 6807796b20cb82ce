"""The units that are looked through."""

from __future__ import annotations

from kgen.errors import KgenError
from kgen.spelling import close_matches
from kgen.syntax.display import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.show.trace.wires import Wires


def in_cluster(every: Sequence[Wires], name: str | None) -> Sequence[Wires]:
    """What is rendered for a cluster, all where it is None; raise KgenError where nothing is."""
    if name is None:
        return every
    rendered = [(each, unit.cluster) for each in every if (unit := each.wiring.unit) is not None]
    found = [each for each, cluster in rendered if cluster == name]
    if not found:
        known = sorted({cluster for _, cluster in rendered} - {""})
        raise KgenError(f"`{name}` is no cluster that the repository names", _nearest(name, known))
    return found


def chosen(every: Sequence[Wires], name: str | None) -> Sequence[Wires]:
    """Those of the unit of a name, a folder or the last parts of a name, all where it is None.

    Raise KgenError where there is no such unit.
    """
    if name is None:
        return every
    wanted = name.strip("/") or name
    rendered = [(each, unit) for each in every if (unit := each.wiring.unit) is not None]
    found = [each for each, unit in rendered if wanted in (unit.name, unit.folder)]
    found = found or [each for each, unit in rendered if unit.name.endswith(f"/{wanted}")]
    if not found:
        names = sorted({unit.name for _, unit in rendered})
        raise KgenError(f"`{name}` is no unit of the repository", _nearest(wanted, names))
    return found


def _nearest(name: str, names: Sequence[str]) -> str:
    near = close_matches(name, names, n=1) or names[:3]
    return f"did you mean {' or '.join(f'`{visible(each)}`' for each in near)}?" if near else "it has none"
