"""What the repository shows and hides: the ground on which references are judged."""

from collections.abc import Sequence
from dataclasses import dataclass

from kgen.gitops.claims import Claims, claims
from kgen.gitops.kustomization import kustomization
from kgen.gitops.opaque import OpaqueSource, opaque_source, remote_source
from kgen.kubernetes.pod_template import pod_templates
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import Service, service
from kgen.repository import Repository
from kgen.syntax.source import Source
from kgen.wiring.pods import Pods, index
from kgen.wiring.scope import Nearness, may_share_namespace, nearness, surely_share_namespace


@dataclass(frozen=True, slots=True)
class World:
    """`unreadable` are the files with a document that cannot be read, templates among them."""

    services: tuple[Service, ...]
    pods: Pods
    claims: Claims
    opaque: tuple[OpaqueSource, ...]
    unreadable: tuple[Source, ...]

    def namespace(self, resource: Resource) -> str | None:
        """The namespace that a resource is sure to be in, None for an unknown one."""
        return self.claims.namespace(resource)

    def unreadable_near(self, resource: Resource, reach: Nearness, words: Sequence[str]) -> Source | None:
        """A file within reach that cannot be read and may hold what a resource refers to.

        In the resource's own folder any file may, farther away those that hold one of the words.
        """
        for source in self.unreadable:
            distance = nearness(resource.path, source.path)
            beside = distance <= Nearness.SAME_FOLDER
            if distance <= reach and (beside or any(word in source.text for word in words)):
                return source
        return None

    def opaque_neighbour(self, resource: Resource) -> OpaqueSource | None:
        """Something that may deploy what a resource refers to, into the same or an unknown namespace."""
        return self.opaque_near(resource.path, self.namespace(resource))

    def opaque_near(self, path: str, namespace: str | None) -> OpaqueSource | None:
        """Something that may deploy what a file refers to in a namespace, None for an unknown one."""
        return next((each for each in self.opaque if _reaches(each, path, namespace)), None)

    def installer_near(self, path: str, namespace: str | None) -> OpaqueSource | None:
        """Something that may bring objects of any kind: a chart, another repository."""
        installers = (each for each in self.opaque if each.installs)
        return next((each for each in installers if _reaches(each, path, namespace)), None)


def survey(repository: Repository) -> World:
    """Look over a repository once."""
    resources = repository.resources
    paths = [source.path for source in repository.sources]
    broken = [document.source for document in repository.documents if document.problem is not None]
    return World(
        services=tuple(found for each in resources if (found := service(each)) is not None),
        pods=index(pod for each in resources for pod in pod_templates(each)),
        claims=claims(paths, repository.documents, resources),
        opaque=tuple(_opaque(repository)),
        unreadable=tuple({source.path: source for source in broken}.values()),
    )


def _opaque(repository: Repository) -> Sequence[OpaqueSource]:
    kustomizations = (kustomization(document) for document in repository.documents)
    remote = (remote_source(each) for each in kustomizations if each is not None)
    brought = (opaque_source(resource) for resource in repository.resources)
    return [source for source in (*remote, *brought) if source is not None]


def _reaches(source: OpaqueSource, path: str, namespace: str | None) -> bool:
    if not may_share_namespace(source.namespace, namespace):
        return False
    if surely_share_namespace(source.namespace, namespace):
        return True
    reach = Nearness.ADJACENT if source.installs else Nearness.SAME_FOLDER
    return nearness(source.path, path) <= reach
