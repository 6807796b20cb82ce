"""Objects by the folders they are written in, so that those near a file are found without looking at all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from operator import itemgetter

from kgen.annotation import Generic, Protocol, TypeVar
from kgen.discovery.folders import folder_of
from kgen.kubernetes.resource import Resource
from kgen.wiring.scope import Nearness, nearness


class Written(Protocol):
    """Something that a resource states."""

    @property
    def resource(self) -> Resource:
        """The object it is a part or a reading of."""


def written_path(item: Written) -> str:
    """The file of something that a resource states."""
    return item.resource.path


Item = TypeVar("Item")


class Neighbourhood(Generic[Item]):
    """An index of items by folder: `near` gives those that are not elsewhere, the nearest first.

    It is made when it is first asked: most units have all that they speak of, and nobody looks around.
    """

    def __init__(self, items: Iterable[Item], path_of: Callable[[Item], str]) -> None:
        """`path_of` tells an item's file: `written_path` for what a resource states."""
        self._items = items
        self._path_of = path_of

    def near(self, path: str, reach: Nearness = Nearness.ADJACENT) -> list[Item]:
        """The items within reach of a file, by nearness and then in their given order."""
        if not self._by_folder:
            return []
        own = folder_of(path)
        found = [
            (nearness(path, self._path_of(item)), position, item)
            for folder in self._folders_around(own)
            for position, item in self._by_folder.get(folder, ())
        ]
        return [item for distance, _, item in sorted(found, key=itemgetter(0, 1)) if distance <= reach]

    @cached_property
    def _by_folder(self) -> Mapping[str, list[tuple[int, Item]]]:
        found: dict[str, list[tuple[int, Item]]] = defaultdict(list)
        for position, item in enumerate(self._items):
            found[folder_of(self._path_of(item))].append((position, item))
        return found

    @cached_property
    def _by_parent(self) -> Mapping[str, set[str]]:
        """The folders directly in each that have items in them or below them."""
        found: dict[str, set[str]] = defaultdict(set)
        for holding in self._by_folder:
            folder = holding
            while (parent := folder_of(folder)) != folder and folder not in found[parent]:
                found[parent].add(folder)
                folder = parent
        return found

    def _folders_around(self, own: str) -> set[str]:
        """The folder, and those at most two steps away from it."""
        once = {folder_of(own), *self._by_parent.get(own, ())}
        twice = {step for folder in once for step in (folder_of(folder), *self._by_parent.get(folder, ()))}
        return {own} | once | twice
