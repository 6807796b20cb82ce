"""What the repository shows and hides: the ground on which references are judged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from kgen.gitops.claims import Claims, claims
from kgen.gitops.opaque import NOTHING_FOLLOWED, Followed, OpaqueSource, opaque_source, remote_source
from kgen.kubernetes.pod_template import pod_templates
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import Service, service
from kgen.record import record
from kgen.repository import Repository
from kgen.syntax.source import Source
from kgen.wiring.neighbourhood import Neighbourhood, written_path
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.pods import Pods, index
from kgen.wiring.scope import Nearness, nearness


@record
class World:
    """`unreadable` are the files with a document that cannot be read, templates among them.

    What is `everywhere` may deploy anything that is referred to. `beyond` is the repository as it is written, around
    what is rendered: what may deploy something to a namespace may do so for either. `followed` are the objects that ask
    for others which are rendered, too.
    """

    services: tuple[Service, ...]
    service_places: Neighbourhood[Service]
    pods: Pods
    claims: Claims
    opaque_places: Neighbourhood[OpaqueSource]
    opaque_by_namespace: Mapping[str, Sequence[OpaqueSource]]
    unreadable: Neighbourhood[Source]
    everywhere: tuple[OpaqueSource, ...] = ()
    beyond: "World | None" = None
    followed: Followed = NOTHING_FOLLOWED

    def namespace(self, resource: Resource) -> str | None:
        """The namespace that a resource is sure to be in, None for an unknown one."""
        found = self.claims.namespace(resource)
        return None if found is None or is_placeholder(found) else found

    def are_one_unit(self, one: Resource, other: Resource) -> bool:
        """Whether both are rendered together into one namespace, in which a name is given only once."""
        rendered = self.claims.rendered
        are_rendered = one.path in rendered and other.path in rendered
        return are_rendered and self.namespace(one) == self.namespace(other)

    def unreadable_near(self, resource: Resource, reach: Nearness, words: Sequence[str]) -> Source | None:
        """A file within reach that cannot be read and may hold what a resource refers to.

        In the resource's own folder any file may, farther away those that hold one of the words.
        """
        for source in self.unreadable.near(resource.path, reach):
            beside = nearness(resource.path, source.path) <= Nearness.SAME_FOLDER
            if source.path in self.claims.rendered:
                continue  # a template, which was looked at as it is filled in
            if beside or any(word in source.text for word in words):
                return source
        return None

    def opaque_neighbour(self, resource: Resource) -> OpaqueSource | None:
        """Something that may deploy what a resource refers to, into the same or an unknown namespace."""
        return self.opaque_near(resource.path, self.namespace(resource))

    def opaque_near(self, path: str, namespace: str | None) -> OpaqueSource | None:
        """Something that may deploy what a file refers to in a namespace, None for an unknown one."""
        return next(self.opaque_in_reach(path, _known(namespace)), None)

    def installer_near(self, path: str, namespace: str | None) -> OpaqueSource | None:
        """Something that may bring objects of any kind: a chart, another repository."""
        return next((each for each in self.opaque_in_reach(path, _known(namespace)) if each.installs), None)

    def opaque_in_reach(self, path: str, namespaces: frozenset[str] | None) -> Iterator[OpaqueSource]:
        """Those of the same known namespaces wherever they are written, and those near that may be of the same.

        None stands for unknown namespaces.
        """
        yield from self.everywhere
        for namespace in sorted(namespaces or ()):
            yield from self.opaque_by_namespace.get(namespace, ())
        for each in self.opaque_places.near(path):
            reach = Nearness.ADJACENT if each.installs else Nearness.SAME_FOLDER
            may_share = namespaces is None or each.namespace is None or each.namespace in namespaces
            if may_share and nearness(each.path, path) <= reach:
                yield each
        if self.beyond is not None:
            yield from self.beyond.opaque_in_reach(path, namespaces)


def _known(namespace: str | None) -> frozenset[str] | None:
    return frozenset({namespace}) if namespace else None


def survey(repository: Repository, followed: Followed = NOTHING_FOLLOWED) -> World:
    """Look over a repository as it is written, once; `followed` is what rendering its units has shown."""
    resources, services = repository.resources, _services(repository.resources)
    paths = [source.path for source in repository.sources]
    broken = [document.source for document in repository.documents if document.problem is not None]
    opaque = tuple(_opaque(repository, followed))
    return World(
        services=services,
        service_places=Neighbourhood(services, written_path),
        pods=index(pod for each in resources for pod in pod_templates(each)),
        claims=claims(paths, repository.kustomizations, resources),
        opaque_places=Neighbourhood(opaque, attrgetter("path")),
        opaque_by_namespace=_by_namespace(opaque),
        unreadable=Neighbourhood({source.path: source for source in broken}.values(), attrgetter("path")),
        followed=followed,
    )


def survey_rendered(
    resources: Sequence[Resource], claims: Claims, everywhere: tuple[OpaqueSource, ...], beyond: World
) -> World:
    """Look over objects of which some are rendered; `claims` know which."""
    brought = (opaque_source(resource, beyond.followed) for resource in resources)
    opaque = tuple(source for source in brought if source is not None)
    services = _services(resources)
    return World(
        services=services,
        service_places=Neighbourhood(services, written_path),
        pods=index(pod for each in resources for pod in pod_templates(each)),
        claims=claims,
        opaque_places=Neighbourhood(opaque, attrgetter("path")),
        opaque_by_namespace=_by_namespace(opaque),
        unreadable=beyond.unreadable,
        everywhere=everywhere,
        beyond=beyond,
    )


def _services(resources: Iterable[Resource]) -> tuple[Service, ...]:
    return tuple(found for each in resources if (found := service(each)) is not None)


def _opaque(repository: Repository, followed: Followed) -> Sequence[OpaqueSource]:
    remote = map(remote_source, repository.kustomizations)
    brought = (opaque_source(resource, followed) for resource in repository.resources)
    return [source for source in (*remote, *brought) if source is not None]


def _by_namespace(sources: Iterable[OpaqueSource]) -> Mapping[str, Sequence[OpaqueSource]]:
    """The sources that name a namespace, by that."""
    found: dict[str, list[OpaqueSource]] = defaultdict(list)
    for each in sources:
        if each.namespace is not None:
            found[each.namespace].append(each)
    return found
