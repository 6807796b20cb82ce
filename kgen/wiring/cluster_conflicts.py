"""Which objects of the units of one cluster get into each other's way."""

from __future__ import annotations

from collections import defaultdict

from kgen.record import replace
from kgen.wiring.apply_unit import may_be_one
from kgen.wiring.collision import HostPortConflict, HostPortUse, NodePortConflict, NodePortUse
from kgen.wiring.collisions import every_node_port_uses, node_port_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from kgen.wiring.collision import Collision
    from kgen.wiring.model import Wiring

_Use = NodePortUse | HostPortUse
_Taken = dict[tuple[str, "Hashable"], list[_Use]]


class ClusterConflicts:
    """Remembers what is taken in each cluster.

    Without the name of a cluster nothing is sure: two overlays of one base are mostly for two.
    """

    def __init__(self) -> None:
        self._taken: _Taken = defaultdict(list)

    def added_to(self, wiring: Wiring) -> Wiring:
        """The wiring with the ports too that others, which came before it, take in the same cluster."""
        cluster = "" if wiring.unit is None else wiring.unit.cluster
        if not cluster:
            return wiring
        uses = list(_uses(wiring))
        conflicts = tuple(_conflicts(uses, cluster, self._taken))
        for use in uses:
            self._taken[cluster, _key(use)].append(use)
        return replace(wiring, collisions=(*wiring.collisions, *conflicts)) if conflicts else wiring


def _uses(wiring: Wiring) -> Iterator[_Use]:
    """The ports that a unit takes for sure."""
    if wiring.unit is None or wiring.unit.doubt is not None:
        return
    uses: list[_Use] = [*node_port_uses(wiring.service_manifests), *every_node_port_uses(wiring.pods)]
    yield from (use for use in uses if use.resource not in wiring.background)


def _conflicts(uses: Iterable[_Use], cluster: str, taken: _Taken) -> Iterator[Collision]:
    for use in uses:
        others = taken.get((cluster, _key(use)), ())
        first = next((each for each in others if not may_be_one(each.resource, use.resource)), None)
        if isinstance(first, NodePortUse) and isinstance(use, NodePortUse):
            yield NodePortConflict(first, use)
        elif isinstance(first, HostPortUse) and isinstance(use, HostPortUse):
            yield HostPortConflict(first, use)


def _key(use: _Use) -> Hashable:
    return use.number if isinstance(use, NodePortUse) else use.key
