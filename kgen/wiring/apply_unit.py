"""Which objects are sure to be applied together."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Set
from itertools import combinations

from kgen.annotation import TypeVar
from kgen.discovery.folders import folder_of
from kgen.gitops.kustomization import Kustomization
from kgen.kubernetes.resource import Resource
from kgen.record import record
from kgen.repository import Repository
from kgen.wiring.neighbourhood import Written
from kgen.wiring.placeholder import is_placeholder

Item = TypeVar("Item", bound=Written)


@record
class ApplyUnits:
    """`roots` are the outermost kustomizations that each file belongs to, by their folders.

    `plain_folders` are those that are applied as a whole, if at all: no kustomization chooses among their files, and
    no two files hold the same object, as variants to choose from do.
    """

    roots: Mapping[str, frozenset[str]]
    plain_folders: Set[str]

    def pairs(self, keyed: Iterable[tuple[Hashable, Item]]) -> Iterator[tuple[Item, Item]]:
        """The pairs of items with one key that are applied together and are not versions of one object."""
        groups: dict[Hashable, list[Item]] = defaultdict(list)
        for key, item in keyed:
            groups[key].append(item)
        for items in groups.values():
            for first, second in combinations(items, 2):
                if first.resource.name != second.resource.name and self.are_together(first.resource, second.resource):
                    yield first, second

    def collisions(self, keyed: Iterable[tuple[Hashable, Item]]) -> Iterator[tuple[Item, Item]]:
        """Each item after the first of its key in a unit, which comes with it, if these are of two objects.

        Unlike in `pairs`, the files of a plain folder are a unit too.
        """
        first: dict[tuple[Hashable, Hashable], Item] = {}
        for key, item in keyed:
            others = [first.setdefault((key, unit), item) for unit in self._units(item.resource)]
            earlier = (each for each in others if each is not item)
            other = next((each for each in earlier if not may_be_one(each.resource, item.resource)), None)
            if other is not None:
                yield other, item

    def are_together(self, first: Resource, second: Resource) -> bool:
        """Whether one file or one outermost kustomization holds both."""
        return first.path == second.path or not self._roots(first).isdisjoint(self._roots(second))

    def _units(self, resource: Resource) -> Iterator[tuple[str, str]]:
        yield "file", resource.path
        roots, folder = self._roots(resource), folder_of(resource.path)
        yield from (("root", root) for root in sorted(roots))
        if not roots and folder in self.plain_folders:
            yield "folder", folder

    def _roots(self, resource: Resource) -> frozenset[str]:
        return self.roots.get(resource.path, frozenset())


def apply_units(repository: Repository) -> ApplyUnits:
    """What the kustomizations of a repository bring together, and the folders without any."""
    found = repository.kustomizations
    chosen_from = {each.folder for each in found} | _folders_of_variants(repository.resources)
    folders = {folder_of(resource.path) for resource in repository.resources}
    return ApplyUnits(_roots_by_file(found), folders - chosen_from)


def may_be_one(resource: Resource, other: Resource) -> bool:
    """Whether two manifests of one kind may be versions of one object; an unknown namespace can be any."""
    if is_placeholder(resource.name) or is_placeholder(other.name):
        return True
    namespaces = [each.namespace for each in (resource, other)]
    is_unknown = any(each is None or is_placeholder(each) for each in namespaces)
    return resource.name == other.name and (is_unknown or namespaces[0] == namespaces[1])


def _roots_by_file(kustomizations: Iterable[Kustomization]) -> Mapping[str, frozenset[str]]:
    by_folder = {each.folder: each for each in kustomizations}
    included = {path for each in by_folder.values() for path in each.resources}
    found: dict[str, set[str]] = defaultdict(set)
    for root in by_folder.keys() - included:
        for path in _files_below(root, by_folder):
            found[path].add(root)
    return {path: frozenset(roots) for path, roots in found.items()}


def _files_below(root: str, by_folder: Mapping[str, Kustomization]) -> set[str]:
    """The files that a kustomization and those that it includes list."""
    pending, seen = [root], {root}
    while pending:
        for path in by_folder[pending.pop()].resources:
            if path in by_folder and path not in seen:
                pending.append(path)
            seen.add(path)
    return {path for path in seen if path not in by_folder}  # the difference of sets would take all folders each time


def _folders_of_variants(resources: Iterable[Resource]) -> set[str]:
    """The folders in which two files hold the same object."""
    holders: dict[tuple[str, ...], str] = {}
    found: set[str] = set()
    for each in resources:
        folder = folder_of(each.path)
        identity = folder, each.group, each.kind, each.namespace or "", each.name
        if each.name and holders.setdefault(identity, each.path) != each.path:
            found.add(folder)
    return found
