"""Objects by the folders they are written in, so that those near a file are found without looking at all."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Generic, Protocol, TypeVar

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
    """An index of items by folder: `near` gives those that are not elsewhere, the nearest first."""

    def __init__(self, items: Iterable[Item], path_of: Callable[[Item], str]) -> None:
        """`path_of` tells an item's file: `written_path` for what a resource states."""
        self._path_of = path_of
        self._by_folder: dict[str, list[tuple[int, Item]]] = defaultdict(list)
        self._by_parent: dict[str, set[str]] = defaultdict(set)
        for position, item in enumerate(items):
            folder = folder_of(path_of(item))
            self._by_folder[folder].append((position, item))
            while (parent := folder_of(folder)) != folder and folder not in self._by_parent[parent]:
                self._by_parent[parent].add(folder)
                folder = parent

    def near(self, path: str, reach: Nearness = Nearness.ADJACENT) -> list[Item]:
        """The items within reach of a file, by nearness and then in their given order."""
        own = folder_of(path)
        found = [
            (nearness(path, self._path_of(item)), position, item)
            for folder in self._folders_around(own)
            for position, item in self._by_folder.get(folder, ())
        ]
        return [item for distance, _, item in sorted(found, key=itemgetter(0, 1)) if distance <= reach]

    def _folders_around(self, own: str) -> set[str]:
        """The folder, and those at most two steps away from it."""
        once = {folder_of(own), *self._by_parent.get(own, ())}
        twice = {step for folder in once for step in (folder_of(folder), *self._by_parent.get(folder, ()))}
        return {own} | once | twice
