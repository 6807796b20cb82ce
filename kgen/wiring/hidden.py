"""What deploys objects that nobody can see here."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter

from kgen.gitops.opaque import Followed, OpaqueSource, opaque_source, remote_source
from kgen.record import record
from kgen.wiring.neighbourhood import Neighbourhood
from kgen.wiring.scope import Nearness, nearness

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kgen.kubernetes.resource import Resource
    from kgen.repository import Repository


@record
class Hidden:
    """Sources of such objects, by place and by the namespace that they name."""

    places: Neighbourhood[OpaqueSource]
    by_namespace: Mapping[str, Sequence[OpaqueSource]]

    def in_reach(self, path: str, namespaces: frozenset[str] | None) -> Iterator[OpaqueSource]:
        """Those of the same known namespaces wherever they are written, and those near that may be of the same.

        None stands for unknown namespaces.
        """
        for namespace in sorted(namespaces or ()):
            yield from self.by_namespace.get(namespace, ())
        for each in self.places.near(path):
            reach = Nearness.ADJACENT if each.installs else Nearness.SAME_FOLDER
            may_share = namespaces is None or each.namespace is None or each.namespace in namespaces
            if may_share and nearness(each.path, path) <= reach:
                yield each


def hidden_in(repository: Repository, followed: Followed) -> Hidden:
    """What a repository does not show; what objects ask for that are `followed` is rendered, or known to be missing."""
    remote = (source for each in repository.kustomizations if (source := remote_source(each)) is not None)
    return _hidden((*remote, *_brought(repository.resources, followed)))


def hidden_by(resources: Iterable[Resource], followed: Followed) -> Hidden:
    """What some objects bring that is not among them."""
    return _hidden(_brought(resources, followed))


def _brought(resources: Iterable[Resource], followed: Followed) -> Iterator[OpaqueSource]:
    for each in resources:
        source = opaque_source(each, followed)
        if source is not None:
            yield source


def _hidden(sources: Iterable[OpaqueSource]) -> Hidden:
    every = tuple(sources)
    by_namespace: dict[str, list[OpaqueSource]] = defaultdict(list)
    for each in every:
        if each.namespace is not None:
            by_namespace[each.namespace].append(each)
    return Hidden(Neighbourhood(every, attrgetter("path")), by_namespace)
