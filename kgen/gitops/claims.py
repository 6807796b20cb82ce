"""Which files cannot be taken as they stand, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from posixpath import normpath

from kgen.discovery.folders import folders_above
from kgen.gitops.inclusion import altered_files, moved_files
from kgen.gitops.kustomization import Kustomization
from kgen.kubernetes.resource import Resource
from kgen.record import record
from kgen.syntax.node import Node

UNNAMED = ""

_FLUX_GROUP = "kustomize.toolkit.fluxcd.io"
_FLUX_CHANGES = ("patches", "patchesStrategicMerge", "patchesJson6902", "components")
_CHART = "Chart.yaml"
_CHART_FOLDERS = ("templates/", "charts/")


@record
class Claims:
    """Reasons by file, and by folder (`a/b/`) for all below it; files and folders that are put in a namespace.

    `rendered` are the files whose objects are looked at as they are applied: nothing more happens to them.
    `doubt` is the reason for the files that are `in_doubt`, as they are applied in part only.
    """

    files: Mapping[str, str]
    folders: Mapping[str, str]
    moved_files: frozenset[str]
    moved_folders: frozenset[str]
    rendered: frozenset[str] = frozenset()
    in_doubt: frozenset[str] = frozenset()
    doubt: str = ""

    def reason(self, path: str) -> str | None:
        """Why objects in a file may be other than they are written there, as a clause; None when they are not."""
        if path in self.rendered:
            return None
        if path in self.in_doubt:
            return self.doubt
        if path in self.files:
            return self.files[path]
        folder = next(filter(self.folders.__contains__, folders_above(path)), None)
        return None if folder is None else self.folders[folder]

    def namespace(self, resource: Resource) -> str | None:
        """The namespace that a resource names, None for an unknown one.

        Rendered objects that name none are sure to share one: it is UNNAMED.
        """
        path = resource.path
        if path in self.rendered:
            return resource.namespace or UNNAMED
        if path in self.moved_files or not self.moved_folders.isdisjoint(folders_above(path)):
            return None
        return resource.namespace


def claims(paths: Iterable[str], kustomizations: Sequence[Kustomization], resources: Iterable[Resource]) -> Claims:
    """What kustomizations, charts and Flux do to the files of a repository."""
    charts = {folder: "it is a template of a Helm chart" for path in paths for folder in _chart_folders(path)}
    flux = [resource for resource in resources if resource.group == _FLUX_GROUP]
    patched = {_folder(each): f"{each} of Flux patches it" for each in flux if _sets(each, _FLUX_CHANGES)}
    return Claims(
        files=altered_files(kustomizations),
        folders={**patched, **charts},
        moved_files=moved_files(kustomizations),
        moved_folders=frozenset(_folder(each) for each in flux if _sets(each, ("targetNamespace",))),
    )


def _chart_folders(path: str) -> Iterator[str]:
    if path.rpartition("/")[2] == _CHART:
        for folder in _CHART_FOLDERS:
            yield path.removesuffix(_CHART) + folder


def _folder(flux: Resource) -> str:
    """The folder that a Flux Kustomization applies, `a/b/`; empty for the repository's root, its default."""
    path = _at(flux, "path")
    folder = normpath(((path and path.string()) or ".").lstrip("/"))
    return "" if folder == "." else folder + "/"


def _sets(flux: Resource, fields: tuple[str, ...]) -> bool:
    values = (_at(flux, field) for field in fields)
    return any(value is not None and value.value for value in values)


def _at(flux: Resource, field: str) -> Node | None:
    spec = flux.node.get("spec")
    return None if spec is None else spec.get(field)
