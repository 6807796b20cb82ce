"""Manifests beside a kustomization that it does not list."""

from __future__ import annotations

from collections import defaultdict

from kgen.discovery.folders import folder_of
from kgen.gitops.kustomization import is_kustomization_file
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgen.gitops.kustomization import Kustomization
    from kgen.kubernetes.resource import Resource
    from kgen.repository import Repository

_FEWEST_LISTED = 2  # one file out of many: a folder with a single entry chooses among variants


@record(eq=False)
class Unreferenced:
    """The first object of a file that stands beside those which `kustomization` lists."""

    resource: Resource
    kustomization: Kustomization


def unreferenced(repository: Repository) -> Iterator[Unreferenced]:
    """The files that no kustomization names in any way, in folders whose kustomization lists most of the others.

    A name in a comment is a name too: who turns a file off that way knows of it.
    """
    found = repository.kustomizations
    named = {path for each in found for path in _named(each)}
    by_folder = {each.folder: each for each in found}
    strays: list[Unreferenced] = []
    for folder, resources in _by_folder(repository).items():
        owner = by_folder.get(folder)
        if owner is None:
            continue
        others = [each for path, each in resources.items() if path not in named]
        if len(resources) - len(others) >= max(_FEWEST_LISTED, len(others) + 1):
            strays += [Unreferenced(each, owner) for each in others]
    texts = "\n".join(each.node.source.text for each in found) if strays else ""
    yield from (each for each in strays if each.resource.path.rpartition("/")[2] not in texts)


def _named(kustomization: Kustomization) -> Iterator[str]:
    yield from kustomization.resources
    yield from kustomization.fragments
    yield from kustomization.generator_inputs


def _by_folder(repository: Repository) -> Mapping[str, dict[str, Resource]]:
    """The first object of each file, by folder and path."""
    found: dict[str, dict[str, Resource]] = defaultdict(dict)
    for resource in repository.resources:
        if not is_kustomization_file(resource.path):
            found[folder_of(resource.path)].setdefault(resource.path, resource)
    return found
