"""The wiring of a repository as it stands, and of each unit as it is rendered."""

from __future__ import annotations

from kgen.gitops.plan import rendered
from kgen.gitops.units import plan
from kgen.record import record
from kgen.wiring.cluster_conflicts import ClusterConflicts
from kgen.wiring.files import written_files
from kgen.wiring.unit_wiring import UnitWirings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.config.model import Config
    from kgen.gitops.unit import Unit
    from kgen.repository import Repository
    from kgen.wiring.files import WrittenFiles
    from kgen.wiring.model import Wiring


@record
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


def wirings(repository: Repository, config: Config) -> Wirings:
    """Resolve every reference of a repository, in each unit by itself."""
    planned = plan(repository, config)
    units, wired, conflicts = tuple(map(rendered, planned.units)), UnitWirings(repository, planned), ClusterConflicts()
    every = tuple(conflicts.added_to(wired.of(unit)) for unit in units if not unit.is_opaque)
    files = written_files(repository, {port for each in every for port in each.requested_node_ports})
    covered = {path for unit in units for path in unit.covers}
    return Wirings(files, wired.written(covered), every, units)
