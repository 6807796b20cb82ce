"""A unit as the ground of a wiring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgen.gitops.opaque import OpaqueSource
from kgen.record import replace
from kgen.wiring.apply_unit import ApplyUnits
from kgen.wiring.ground import Ground
from kgen.wiring.world import survey_rendered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgen.gitops.claims import Claims
    from kgen.gitops.unit import Unit
    from kgen.kubernetes.resource import Resource

_EVERYTHING = ""


def rendered_ground(unit: Unit, around: Iterable[Resource], written: Ground) -> Ground:
    """The resources of a unit, and `around` them others that stand as they are in the `written` ground."""
    own = {each.path for each in unit.resources} | unit.sources
    resources = (*unit.resources, *around)
    return Ground(
        kustomizations=(),
        resources=resources,
        world=survey_rendered(resources, _claims(unit, own, written), tuple(_everywhere(unit)), written.world),
        units=ApplyUnits({path: frozenset({unit.name}) for path in own}, frozenset()),
        custom_kinds=written.custom_kinds,
        namesakes=written.namesakes,
    )


def _claims(unit: Unit, own: Iterable[str], written: Ground) -> Claims:
    claims = written.world.claims
    if unit.doubt is None:
        return replace(claims, rendered=frozenset(own))
    reason = f"`{unit}` is rendered in part: {unit.doubt.message}"
    return replace(claims, in_doubt=frozenset(own), doubt=reason)


def _everywhere(unit: Unit) -> Iterable[OpaqueSource]:
    if unit.lacks_objects:
        yield OpaqueSource(f"`{unit}`, which is rendered in part", unit.folder, None, installs=True)
