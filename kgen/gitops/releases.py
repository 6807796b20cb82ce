"""Helm releases: what stands where their objects would."""

from __future__ import annotations

from kgen.gitops.fields import field, text
from kgen.gitops.flux.flux_kustomization import RELEASE_GROUP
from kgen.gitops.kustomize.problem import Cause, Problem
from kgen.gitops.unit import Unit, UnitKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.resource import Resource

_KIND = "HelmRelease"
_CHARTS = (("chart", "spec"), ("chartRef",), ("chart",))  # of v2, of v2 without a HelmChart, of the Helm Operator


def is_release(resource: Resource) -> bool:
    """Whether an object is a HelmRelease of Flux, and not a patch of one."""
    if resource.kind != _KIND or resource.group != RELEASE_GROUP or not resource.name:
        return False
    spec = resource.node.get("spec")
    return any(field(spec, *path) is not None for path in _CHARTS)


def release_unit(resource: Resource, cluster: str, parent: Unit | None) -> Unit:
    """The release as a unit whose objects are not known."""
    spec = resource.node.get("spec")
    place = next((found for path in _CHARTS if (found := field(spec, *path)) is not None), resource.node)
    name = text(place, "chart") or text(place, "name") or resource.name
    return Unit(
        name=resource.name,
        kind=UnitKind.RELEASE,
        folder="",
        cluster=cluster,
        resources=(),
        sources=frozenset(),
        problems=(Problem(f"the chart `{name}` is for Helm to render", place, Cause.UNSUPPORTED),),
        declaration=resource.node,
        namespace=resource.namespace or "",
        parent=parent,
    )
