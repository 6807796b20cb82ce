"""The wiring of each unit, on the ground of what the whole repository holds."""

from __future__ import annotations

from functools import cached_property

from kgen.gitops.opaque import followed
from kgen.wiring.ground import ground_of
from kgen.wiring.model import wire
from kgen.wiring.narrowed_selectors import is_narrowed
from kgen.wiring.outcome import Broken
from kgen.wiring.rendered_ground import rendered_ground
from kgen.wiring.selector_fault import SelectorLeftOut
from kgen.wiring.setting import setting_of
from kgen.wiring.surroundings import Surroundings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from kgen.gitops.plan import Plan
    from kgen.gitops.unit import Unit
    from kgen.kubernetes.resource import Resource
    from kgen.repository import Repository
    from kgen.wiring.ground import Ground
    from kgen.wiring.model import Wiring


class UnitWirings:
    """Wires units one by one; what comes of one does not depend on those before it."""

    def __init__(self, repository: Repository, plan: Plan) -> None:
        self._repository = repository
        self._setting = setting_of(repository, followed(plan.known))
        self._surroundings = Surroundings(repository.resources)

    def of(self, unit: Unit) -> Wiring:
        """What is broken inside a unit is held against the rest of the repository."""
        alone = wire(rendered_ground(unit, (), self._setting), unit=unit)
        faulty = tuple(_at_fault(alone))
        if not faulty:
            return alone
        around = self._surroundings.of(faulty, unit.sources)
        return wire(rendered_ground(unit, around, self._setting), frozenset(around), unit)

    def written(self, paths: Set[str]) -> Wiring:
        """The wiring of what is applied as it is written, but for what units render of files at `paths`."""
        covered = {each for each in self._repository.resources if each.path in paths}
        return wire(self._ground, covered)

    @cached_property
    def _ground(self) -> Ground:
        return ground_of(self._repository, self._setting)


def _at_fault(wiring: Wiring) -> Iterator[Resource]:
    """Whose is what is wrong only if nothing elsewhere sets it right."""
    for reference in wiring.references():
        if isinstance(reference.outcome, Broken):
            yield reference.resource
    for fault in wiring.selector_faults:
        if isinstance(fault, SelectorLeftOut):
            yield fault.resource
    for lost in wiring.render_faults:
        yield lost.resource
    for selection in filter(is_narrowed, wiring.selections):
        yield selection.resource
