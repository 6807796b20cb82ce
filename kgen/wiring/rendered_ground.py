"""A unit as the ground of a wiring."""

from __future__ import annotations

from kgen.gitops.opaque import OpaqueSource
from kgen.record import replace
from kgen.wiring.apply_unit import ApplyUnits
from kgen.wiring.ground import Ground
from kgen.wiring.world import survey_rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgen.gitops.claims import Claims
    from kgen.gitops.unit import Unit
    from kgen.kubernetes.resource import Resource
    from kgen.wiring.setting import Setting


def rendered_ground(unit: Unit, around: Iterable[Resource], setting: Setting) -> Ground:
    """The resources of a unit, and `around` them others as they are written."""
    own = {each.path for each in unit.resources} | unit.sources
    resources = (*unit.resources, *around)
    return Ground(
        kustomizations=(),
        resources=resources,
        world=survey_rendered(resources, _claims(unit, own, setting.claims), tuple(_everywhere(unit)), setting),
        units=ApplyUnits({path: frozenset({unit.name}) for path in own}, frozenset()),
        custom_kinds=setting.custom_kinds,
        namesakes=setting.namesakes,
    )


def _claims(unit: Unit, own: Iterable[str], claims: Claims) -> Claims:
    if unit.doubt is None:
        return replace(claims, rendered=frozenset(own))
    reason = f"`{unit}` is rendered in part: {unit.doubt.message}"
    return replace(claims, in_doubt=frozenset(own), doubt=reason)


def _everywhere(unit: Unit) -> Iterable[OpaqueSource]:
    if unit.lacks_objects:
        yield OpaqueSource(f"`{unit}`, which is rendered in part", unit.folder, None, installs=True)
