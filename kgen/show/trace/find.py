"""Everything that a target leads through, in what stands as written and in what is rendered."""

from __future__ import annotations

from kgen.show.trace.from_address import from_address
from kgen.show.trace.from_node_port import from_node_port
from kgen.show.trace.from_object import from_object
from kgen.show.trace.merge import merged
from kgen.show.trace.target import AddressTarget, NodePortTarget, ObjectTarget
from kgen.wiring.scope import may_share_namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.show.port_ledger import Place
    from kgen.show.trace.passage import Passage
    from kgen.show.trace.sight import Sight
    from kgen.show.trace.target import Target


def trace(target: Target, sights: Iterable[Sight], namespace: str | None) -> list[Passage]:
    """The passages in each sight, those that several units share once with all their names.

    What stands as written is left out where a unit shows what becomes of it.
    """
    found = [(passage, sight.wires.wiring.unit) for sight in sights for passage in _in(target, sight, namespace)]
    rendered = {_core(passage) for passage, unit in found if unit is not None}
    kept = (pair for pair in found if pair[1] is not None or _core(pair[0]) not in rendered)
    return merged((passage, "" if unit is None else unit.name) for passage, unit in kept)


def _in(target: Target, sight: Sight, namespace: str | None) -> Iterator[Passage]:
    match target:
        case NodePortTarget(number):
            yield from (each for each in from_node_port(number, sight) if _begins_in(each, namespace))
        case AddressTarget():
            yield from from_address(target, namespace, sight)
        case ObjectTarget():
            yield from from_object(target, namespace, sight)


def _begins_in(passage: Passage, namespace: str | None) -> bool:
    owner = passage.hops[0].owner
    return owner is None or may_share_namespace(namespace, owner.namespace)


def _core(passage: Passage) -> Place | None:
    """The place by which a passage is known again: the Service's port, or else the first that is written."""
    own = None if passage.service is None else passage.service.place
    return own or next((hop.place for hop in passage.hops if hop.place is not None), None)
