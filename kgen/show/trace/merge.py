"""Passages that several units share."""

from __future__ import annotations

from kgen.record import replace
from kgen.show.trace.passage import Entrance, Passage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgen.show.trace.passage import Hop


def merged(found: Iterable[tuple[Passage, str]]) -> list[Passage]:
    """Each passage once with the names of its units, an empty one being none, in the order of the first ones.

    Those that differ in namespaces only are one, without namespaces: overlays put the same path into several.
    """
    groups: dict[Passage, list[tuple[Passage, str]]] = {}
    for passage, unit in found:
        groups.setdefault(_without_namespaces(passage), []).append((passage, unit))
    return [_one(anywhere, group) for anywhere, group in groups.items()]


def _one(anywhere: Passage, group: list[tuple[Passage, str]]) -> Passage:
    first = group[0][0]
    is_same = all(passage == first for passage, _ in group)
    units = dict.fromkeys(unit for _, unit in group if unit)
    return replace(first if is_same else anywhere, units=tuple(units))


def _without_namespaces(passage: Passage) -> Passage:
    return Passage(
        entrances=tuple(_entrance(each) for each in passage.entrances),
        service=None if passage.service is None else _hop(passage.service),
        ends=tuple(map(_hop, passage.ends)),
    )


def _entrance(entrance: Entrance) -> Entrance:
    return Entrance(_hop(entrance.hop), tuple(map(_hop, entrance.gateways)))


def _hop(hop: Hop) -> Hop:
    return hop if hop.owner is None else replace(hop, owner=replace(hop.owner, namespace=None))
