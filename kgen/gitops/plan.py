"""Units before they are rendered: those that nothing else waits for are rendered when they are asked for."""

from __future__ import annotations

from kgen.gitops.unit import Unit
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@record(eq=False)
class Promise:
    """A kustomization that asks for nothing else and belongs to no cluster, as `render` will give it.

    `files` are those that it is made from, as far as that can be told before.
    """

    name: str
    folder: str
    files: frozenset[str]
    render: Callable[[], Unit]


PlannedUnit = Unit | Promise


@record(eq=False)
class Plan:
    """The units of a repository in their order."""

    units: tuple[PlannedUnit, ...]

    @property
    def known(self) -> Iterator[Unit]:
        """Those that had to be rendered to know what the others are; all that is named by an object is among them."""
        return (each for each in self.units if isinstance(each, Unit))

    @property
    def promised(self) -> list[Promise]:
        """The others."""
        return [each for each in self.units if isinstance(each, Promise)]


def rendered(unit: PlannedUnit) -> Unit:
    """The unit itself; one that was promised is rendered anew each time."""
    return unit.render() if isinstance(unit, Promise) else unit
