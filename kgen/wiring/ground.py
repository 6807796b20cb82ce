"""What a wiring is made from."""

from __future__ import annotations

from kgen.record import record
from kgen.wiring.apply_unit import apply_units
from kgen.wiring.world import survey

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.gitops.kustomization import Kustomization
    from kgen.kubernetes.resource import Resource
    from kgen.kubernetes.schema.custom_kinds import CustomKinds
    from kgen.repository import Repository
    from kgen.wiring.apply_unit import ApplyUnits
    from kgen.wiring.namesakes import Namesakes
    from kgen.wiring.setting import Setting
    from kgen.wiring.world import World


@record
class Ground:
    """Objects, what is known around them, and which of them are applied together.

    `kustomizations` are those of the files that the objects stand in; a rendered unit has none.
    `custom_kinds` are the kinds that the repository defines, `namesakes` all of its objects as they are written.
    """

    kustomizations: Sequence[Kustomization]
    resources: tuple[Resource, ...]
    world: World
    units: ApplyUnits
    custom_kinds: CustomKinds
    namesakes: Namesakes


def ground_of(repository: Repository, setting: Setting) -> Ground:
    """The objects of a repository as they are written."""
    return Ground(
        kustomizations=repository.kustomizations,
        resources=repository.resources,
        world=survey(repository, setting),
        units=apply_units(repository),
        custom_kinds=setting.custom_kinds,
        namesakes=setting.namesakes,
    )
