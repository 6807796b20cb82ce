"""What a fault is, and one planted instance of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kgen.kubernetes.resource import Resource
from kgen.syntax.node import Node
from tests.mutations.edit import Edit
from tests.mutations.healthy import Healthy

Line = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Mutation:
    """One edit that breaks one thing.

    `lines` are the files and lines of which its finding must name one: the edited one, mostly. `participants` are the
    objects whose reference it breaks.
    """

    edit: Edit
    lines: frozenset[Line]
    participants: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of mistake.

    `rules` are those that may answer, each alone. `plant` yields every place of a repository that can have it.
    `of_readers` are rules that may join in about other objects that refer to what is edited and are broken as well.
    """

    name: str
    rules: tuple[str, ...]
    plant: Callable[[Healthy], Iterator[Mutation]]
    of_readers: tuple[str, ...] = ()


def in_place(edit: Edit | None, *participants: Resource) -> Iterator[Mutation]:
    """The mutation that is reported where it is written; nothing where the edit cannot be made."""
    if edit is not None:
        yield Mutation(edit, frozenset({(edit.source.path, edit.line)}), participants)


def read_at(edit: Edit | None, reader: Node, *participants: Resource) -> Iterator[Mutation]:
    """The mutation that is reported at another value, which refers to the edited one."""
    if edit is not None:
        yield Mutation(edit, frozenset({(reader.source.path, reader.span.line)}), participants)
