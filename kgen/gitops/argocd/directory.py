"""What Argo CD applies of a folder that is neither a kustomization nor a chart."""

from __future__ import annotations

from kgen.discovery.folders import folder_of
from kgen.gitops.argocd.globs import text_pattern
from kgen.gitops.kustomize.files import checked
from kgen.gitops.kustomize.loader import values_of
from kgen.gitops.kustomize.objects import expanded_objects
from kgen.gitops.kustomize.problem import BuildError, Cause, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from kgen.gitops.argocd.application import ApplicationSource
    from kgen.gitops.flux.generated import Listing
    from kgen.gitops.kustomize.files import Files
    from kgen.gitops.kustomize.tree import Value
    from kgen.syntax.document import Document

_MANIFESTS = (".yaml", ".yml", ".json")
_JSONNET = ".jsonnet"


def directory_files(listing: Listing, folder: str, source: ApplicationSource) -> list[str]:
    """The manifests of the folder that the source takes; raise BuildError for a pattern that cannot be followed."""
    include, exclude = _pattern(source, source.include), _pattern(source, source.exclude)
    start = len(f"{folder}/") if folder else 0
    found: list[str] = []
    for path in listing.below(folder):
        inside = path[start:]
        is_reached = source.recurses or folder_of(path) == folder
        is_wanted = (include is None or include.fullmatch(inside)) and not (exclude and exclude.fullmatch(inside))
        if is_reached and is_wanted and path.endswith((*_MANIFESTS, _JSONNET)):
            found.append(path)
    return found


def directory_objects(files: Files, paths: list[str], source: ApplicationSource) -> tuple[list[Value], list[Problem]]:
    """The objects in the files, and why some cannot be read; documents that are no objects are left out, as there."""
    objects: list[Value] = []
    problems: list[Problem] = []
    for path in paths:
        if path.endswith(_JSONNET):
            problems.append(Problem(f"`{path}` is Jsonnet, which kgen does not run", source.place, Cause.UNSUPPORTED))
            continue
        try:
            whole = [each for each in checked(files.documents(path)) if _is_object(each)]
            objects += expanded_objects(values_of(whole))
        except BuildError as error:
            problems.append(Problem(str(error.problem), source.place, Cause.UNREADABLE))
    return objects, problems


def _pattern(source: ApplicationSource, glob: str) -> re.Pattern[str] | None:
    if not glob:
        return None
    found = text_pattern(glob)
    if found is None:
        raise BuildError(f"the pattern `{glob[:80]}` cannot be followed", source.place, Cause.UNSUPPORTED)
    return found


def _is_object(document: Document) -> bool:
    root = document.root
    return root is not None and all(root.get(field) is not None for field in ("apiVersion", "kind", "metadata"))
