"""Objects by the words that others know them by, so that those which may matter are found without looking at all."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from kgen.discovery.folders import folder_of
from kgen.kubernetes.pod_template import pod_templates
from kgen.kubernetes.service import service

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from kgen.kubernetes.resource import Resource
    from kgen.syntax.value import Data

# Few of them, and they speak of others in ways of their own: by kind, or by host.
_ALWAYS = frozenset({"ReferenceGrant", "DestinationRule", "Gateway", "Endpoints", "EndpointSlice"})
_ANNOTATIONS = "annotations"


class Surroundings:
    """The objects of a repository as they are written."""

    def __init__(self, resources: Sequence[Resource]) -> None:
        self._resources = resources

    def of(self, resources: Iterable[Resource], left_out: Set[str]) -> Sequence[Resource]:
        """What some objects may speak of, and what may speak of the same, but for that of some files, in order.

        It has one of their words for a name, or in the labels or the selector that it is found by, or it lies in one
        of their folders.
        """
        given = tuple(resources)
        words = {word for each in given for word in _words(each.node.value)}
        folders = {folder_of(each.path) for each in given}
        found = [each for word in words for each in self._by_word.get(word, ())]
        found += [each for folder in folders for each in self._by_folder.get(folder, ())]
        meant = {each for each in (*found, *self._always) if each.path not in left_out}
        return sorted(meant, key=self._order.__getitem__)

    @cached_property
    def _order(self) -> Mapping[Resource, int]:
        return {resource: position for position, resource in enumerate(self._resources)}

    @cached_property
    def _by_word(self) -> Mapping[str, list[Resource]]:
        index: dict[str, list[Resource]] = defaultdict(list)
        for resource in self._resources:
            for word in {resource.name, *_signs(resource)}:
                index[word].append(resource)
        return index

    @cached_property
    def _by_folder(self) -> Mapping[str, list[Resource]]:
        index: dict[str, list[Resource]] = defaultdict(list)
        for resource in self._resources:
            index[folder_of(resource.path)].append(resource)
        return index

    @cached_property
    def _always(self) -> Sequence[Resource]:
        return [each for each in self._resources if each.kind in _ALWAYS]


def _signs(resource: Resource) -> Iterator[str]:
    """What selectors find an object by, and for a Service what it finds others by."""
    for pod in pod_templates(resource):
        yield from pod.labels.values()
    found = service(resource)
    if found is not None:
        yield from resource.labels.values()
        for requirement in () if found.selector is None else found.selector.requirements:
            yield from requirement.values


def _words(value: Data) -> Iterator[str]:
    """The texts in an object, its annotations aside, and the first part of those that are hosts."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key != _ANNOTATIONS:
                yield from _words(each)
    elif isinstance(value, list):
        for each in value:
            yield from _words(each)
    elif isinstance(value, str):
        yield value
        yield value.partition(".")[0]
