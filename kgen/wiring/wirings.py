"""The wiring of a repository as it stands, and of each unit as it is rendered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgen.gitops.opaque import followed
from kgen.gitops.units import units
from kgen.wiring.cluster_conflicts import with_cluster_conflicts
from kgen.wiring.files import written_files
from kgen.wiring.ground import ground_of
from kgen.wiring.model import wire
from kgen.wiring.narrowed_selectors import is_narrowed
from kgen.wiring.outcome import Broken, Unverifiable, Verified
from kgen.wiring.render_fault import NarrowedSelector
from kgen.wiring.rendered_ground import rendered_ground
from kgen.wiring.selector_fault import SelectorLeftOut
from kgen.wiring.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from kgen.config.model import Config
    from kgen.gitops.unit import Unit
    from kgen.kubernetes.resource import Resource
    from kgen.repository import Repository
    from kgen.syntax.node import Node
    from kgen.wiring.files import WrittenFiles
    from kgen.wiring.ground import Ground
    from kgen.wiring.model import Wiring
    from kgen.wiring.reference import Reference


@dataclass(frozen=True, slots=True)
class Wirings:
    """`written` is the wiring of what is applied as it is written, `rendered` has that of each of the `units`."""

    files: WrittenFiles
    written: Wiring
    rendered: tuple[Wiring, ...]
    units: tuple[Unit, ...]

    def __iter__(self) -> Iterator[Wiring]:
        """Each wiring, that of what is written first."""
        yield self.written
        yield from self.rendered

    def references(self) -> tuple[Reference, ...]:
        """Every reference, once for each place that it is written in: of several units the one that fares worst."""
        worst: dict[tuple[type, Node], Reference] = {}
        for reference in (each for wiring in self for each in wiring.references()):
            key = type(reference), reference.place.written
            if key not in worst or _badness(reference) > _badness(worst[key]):
                worst[key] = reference
        return tuple(worst.values())


def wirings(repository: Repository, config: Config) -> Wirings:
    """Resolve every reference of a repository, in each unit by itself."""
    found = tuple(units(repository.root, repository.sources, repository.documents, config))
    written = ground_of(repository, followed(found))
    rendered = with_cluster_conflicts(_rendered((unit for unit in found if not unit.is_opaque), written))
    files = written_files(repository, (request for each in rendered for request in each.node_port_requests))
    return Wirings(files, wire(written, _covered(written, found)), rendered, found)


def _covered(written: Ground, found: Iterable[Unit]) -> Set[Resource]:
    """The objects that are looked at as units render them, not as they are written."""
    sure = [unit for unit in found if unit.doubt is None]
    paths = {path for unit in sure for path in unit.sources}
    nodes = {resource.node.written for unit in sure for resource in unit.resources}
    return {each for each in written.resources if each.path in paths or each.node in nodes}


def _rendered(found: Iterable[Unit], written: Ground) -> Iterator[Wiring]:
    """What is broken inside a unit is held against the rest of the repository, the first time that it is met."""
    confirmed: set[object] = set()
    surroundings = Surroundings(written.resources)
    for unit in found:
        alone = wire(rendered_ground(unit, (), written), unit=unit)
        faults = {(kind, place): resource for kind, place, resource in _faults(alone)}
        if faults.keys() <= confirmed:
            yield alone
            continue
        around = surroundings.of(faults.values(), unit.sources)
        whole = wire(rendered_ground(unit, around, written), frozenset(around), unit)
        confirmed.update((kind, place) for kind, place, _ in _faults(whole))
        yield whole


def _badness(reference: Reference) -> int:
    return (Verified, Unverifiable, Broken).index(type(reference.outcome))


def _faults(wiring: Wiring) -> Iterator[tuple[type, Node, Resource]]:
    """What is wrong only if nothing elsewhere sets it right: its kind, where it is written, and whose it is."""
    for reference in wiring.references():
        if isinstance(reference.outcome, Broken):
            yield type(reference), reference.place.written, reference.resource
    for fault in wiring.selector_faults:
        if isinstance(fault, SelectorLeftOut):
            yield SelectorLeftOut, fault.resource.node.written, fault.resource
    for lost in wiring.render_faults:
        yield type(lost), lost.resource.node.written, lost.resource
    for selection in filter(is_narrowed, wiring.selections):
        yield NarrowedSelector, selection.place.written, selection.resource
