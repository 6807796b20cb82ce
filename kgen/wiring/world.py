"""What the repository shows and hides: the ground on which references are judged."""

from collections.abc import Iterator, Sequence

from kgen.gitops.claims import Claims
from kgen.gitops.opaque import OpaqueSource
from kgen.kubernetes.pod_template import pod_templates
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import Service, service
from kgen.record import record, replace
from kgen.repository import Repository
from kgen.syntax.source import Source
from kgen.wiring.hidden import Hidden, hidden_by
from kgen.wiring.neighbourhood import Neighbourhood, written_path
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.pods import Pods, index
from kgen.wiring.scope import Nearness, nearness
from kgen.wiring.setting import Setting


@record
class World:
    """`unreadable` are the files with a document that cannot be read, templates among them.

    What is `everywhere` may deploy anything that is referred to. `beyond` is what the repository around rendered ones
    hides: what may deploy something to a namespace may do so for either.
    """

    services: tuple[Service, ...]
    service_places: Neighbourhood[Service]
    pods: Pods
    claims: Claims
    hidden: Hidden
    unreadable: Neighbourhood[Source]
    everywhere: tuple[OpaqueSource, ...] = ()
    beyond: Hidden | None = None

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
        yield from self.hidden.in_reach(path, namespaces)
        if self.beyond is not None:
            yield from self.beyond.in_reach(path, namespaces)


def _known(namespace: str | None) -> frozenset[str] | None:
    return frozenset({namespace}) if namespace else None


def survey(repository: Repository, setting: Setting) -> World:
    """Look over a repository as it is written."""
    return _world(repository.resources, setting, setting.claims, setting.hidden)


def survey_rendered(
    resources: Sequence[Resource], claims: Claims, everywhere: tuple[OpaqueSource, ...], setting: Setting
) -> World:
    """Look over objects of which some are rendered; `claims` know which."""
    hidden = hidden_by(resources, setting.followed)
    return replace(_world(resources, setting, claims, hidden), everywhere=everywhere, beyond=setting.hidden)


def _world(resources: Sequence[Resource], setting: Setting, claims: Claims, hidden: Hidden) -> World:
    services = tuple(found for each in resources if (found := service(each)) is not None)
    return World(
        services=services,
        service_places=Neighbourhood(services, written_path),
        pods=index(pod for each in resources for pod in pod_templates(each)),
        claims=claims,
        hidden=hidden,
        unreadable=setting.unreadable,
    )
