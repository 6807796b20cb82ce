"""Many field paths as one tree, so that an object is looked through for all of them at once."""

from __future__ import annotations

from functools import cache

from kgen.gitops.kustomize.tree import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kgen.gitops.kustomize.tree import Glimpse, Path

    Place = tuple[int, Path, str]
    """Which of the paths leads there, where in the value that is, and what keeps it from going on, if anything does."""

EMPTY_NAME = "a field name is empty"


class FieldTree:
    """Paths by their keys; `indexes` are those of the paths that end here."""

    __slots__ = ("below", "indexes", "name")

    def __init__(self, name: str = "") -> None:
        self.name = name.removesuffix("[]")
        self.indexes: list[int] = []
        self.below: dict[str, FieldTree] = {}

    def every(self) -> Iterator[int]:
        """The indexes of all paths that go on here."""
        yield from self.indexes
        for tree in self.below.values():
            yield from tree.every()


def field_tree(paths: Iterable[str]) -> FieldTree:
    """The tree of some paths, each with its index among them."""
    root = FieldTree()
    for index, path in enumerate(paths):
        tree = root
        for key in split_path(path):
            if key not in tree.below:
                tree.below[key] = FieldTree(key)
            tree = tree.below[key]
        tree.indexes.append(index)
    return root


def places(value: Value, tree: FieldTree) -> list[Place]:
    """Where the paths lead, or stop at a scalar, in no order; nothing for what is missing or null."""
    return value.known(_places, tree)


def _places(value: Value, tree: FieldTree) -> list[Place]:
    return _places_in(value.glimpse, tree)


def _places_in(data: Glimpse, tree: FieldTree) -> list[Place]:
    if isinstance(data, Value):
        return data.known(_places, tree)
    if isinstance(data, dict):
        return [place for key, below in tree.below.items() for place in _places_at(below, data)]
    if isinstance(data, list):
        return [_under(number, place) for number, item in enumerate(data) for place in _places_in(item, tree)]
    if data is None:
        return []
    return [
        (index, (), f"field `{key}` cannot be in a scalar")
        for key, below in tree.below.items()
        for index in below.every()
    ]


def _places_at(tree: FieldTree, fields: Mapping[str, Glimpse]) -> list[Place]:
    if not tree.name:
        return [(index, (), EMPTY_NAME) for index in tree.every()]
    child = fields.get(tree.name)
    if child is None:
        return []
    ends: list[Place] = [(index, (tree.name,), "") for index in tree.indexes]
    return [*ends, *(_under(tree.name, place) for place in _places_in(child, tree))] if tree.below else ends


def _under(key: str | int, place: Place) -> Place:
    index, path, problem = place
    return index, (key, *path), problem


@cache
def split_path(path: str, separator: str = "/") -> tuple[str, ...]:
    """The keys of a path; a backslash before the separator makes it a part of a key."""
    parts = path.split(separator)
    if len(parts) > 1 and not parts[0]:
        del parts[0]
    keys = [parts[0]]
    for part in parts[1:]:
        if keys[-1].endswith("\\"):
            keys[-1] = keys[-1][:-1] + separator + part
        else:
            keys.append(part)
    return tuple(keys)
