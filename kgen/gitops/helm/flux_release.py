"""How Flux installs a chart that lies in a Git repository (https://fluxcd.io/flux/components/helm/helmreleases/)."""

from __future__ import annotations

from posixpath import join

from kgen.gitops.fields import field, items, text
from kgen.gitops.flux.flux_kustomization import Reference
from kgen.gitops.helm.render import Release
from kgen.gitops.kustomize.problem import BuildError, Cause
from kgen.syntax.emit.json import to_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.gitops.kustomize.files import Files
    from kgen.kubernetes.resource import Resource
    from kgen.syntax.node import Node

_WITH_FOLDERS = ("GitRepository", "Bucket")
_VALUES = "values.yaml"


def chart_source(resource: Resource) -> tuple[Reference, str] | None:
    """What holds the chart of a HelmRelease and the path in it; None for a chart that comes by its name."""
    chart = _chart(resource)
    source = field(chart, "sourceRef")
    if text(source, "kind") not in _WITH_FOLDERS:
        return None
    namespace = text(source, "namespace") or resource.namespace or ""
    return Reference(text(source, "kind"), namespace, text(source, "name")), text(chart, "chart")


def flux_release(resource: Resource, files: Files, folder: str) -> Release:
    """The release that a HelmRelease with the chart in `folder` asks for; BuildError for what cannot be followed."""
    spec = field(resource.node, "spec")
    for name in ("valuesFrom", "postRenderers"):
        if items(spec, name):
            raise BuildError(f"`{name}` of HelmReleases is not followed", field(spec, name), Cause.UNSUPPORTED)
    target = text(spec, "targetNamespace")
    values = field(spec, "values")
    inline = () if values is None else (to_json(values.value).encode(),)
    return Release(
        name=text(spec, "releaseName") or (f"{target}-{resource.name}" if target else resource.name),
        namespace=target or resource.namespace,
        values=(*_files(_chart(resource), files, folder), *inline),
    )


def _chart(resource: Resource) -> Node | None:
    return field(resource.node, "spec", "chart", "spec")


def _files(chart: Node | None, files: Files, folder: str) -> Iterator[bytes]:
    """`valuesFiles`, from the root of the source; they take the place of the chart's own values."""
    listed = items(chart, "valuesFiles")
    paths = [files.resolve("", each.string() or "", each) for each in listed]
    if paths and paths[0] != join(folder, _VALUES):
        raise BuildError(f"`valuesFiles` leave out the chart's own `{_VALUES}`", listed[0], Cause.UNSUPPORTED)
    for path in paths:
        yield files.source(path).data
