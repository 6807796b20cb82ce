"""What can be said of a Service that the repository does not have.

Services come from charts, operators, other repositories and people's hands, so most misses prove nothing. What proves
one is a Service near by that has the port asked for and all but the name, where nothing else may bring another.
"""

from collections.abc import Iterator

from kgen.gitops.opaque import OpaqueSource
from kgen.kubernetes.backend import Backend, Family
from kgen.kubernetes.service import Service
from kgen.wiring.backend_evidence import BackendEvidence, NamedAfterPods, NearName, OnlyElsewhere
from kgen.wiring.near import is_near
from kgen.wiring.outcome import Broken, Outcome, Unverifiable
from kgen.wiring.scope import Nearness, may_share_namespace, nearness
from kgen.wiring.services import Services, has_port
from kgen.wiring.world import World

_SHORTEST_WORD = 5
_KIND_WORDS = ("-service", "-svc")


def missing_service(backend: Backend, services: Services, world: World, namespace: str | None) -> Outcome:
    """The outcome for a name that no Service has in the namespace, None for an unknown one."""
    if backend.family is Family.URL:
        return Unverifiable(f"no {backend} is in the repository")
    unreadable = world.unreadable_near(backend.resource, Nearness.ADJACENT, [backend.name])
    if unreadable is not None:
        return Unverifiable(f"`{unreadable.path}` cannot be read and may hold {backend}")
    evidence = next(_proofs(backend, services, world, namespace), None)
    opaque = _opaque(backend, evidence, world, namespace)
    if opaque is not None:
        return Unverifiable(f"{opaque.what} may bring {backend}")
    if evidence is not None:
        return Broken(evidence)
    return Unverifiable(f"no {backend} is in the repository, and none is known that should be meant")


def _opaque(
    backend: Backend, evidence: BackendEvidence | None, world: World, namespace: str | None
) -> OpaqueSource | None:
    """What may bring the Service; an operator does not bring one that differs by a slip from one beside the backend."""
    path = backend.resource.path
    if isinstance(evidence, NearName) and _is_slip(evidence.service, backend) and _is_beside(evidence.service, backend):
        return world.installer_near(path, namespace)
    return world.opaque_near(path, namespace)


def _proofs(backend: Backend, services: Services, world: World, namespace: str | None) -> Iterator[BackendEvidence]:
    candidates = [
        each
        for each in world.service_places.near(backend.resource.path)
        if world.claims.reason(each.resource.path) is None and has_port(each, backend)
    ]
    inside = [
        each
        for each in candidates
        if may_share_namespace(namespace, world.namespace(each.resource))
        and not services.is_named_by(backend.resource, each)
    ]
    yield from (NearName(each) for each in inside if _is_slip(each, backend))
    beside = [each for each in inside if _is_beside(each, backend)]
    yield from (NearName(each) for each in beside if _without_kind(each.resource.name) == _without_kind(backend.name))
    yield from _named_after_pods(backend, beside, services)
    namesakes = (each for each in candidates if each.resource.name == backend.name)
    yield from (OnlyElsewhere(each) for each in namesakes if _is_beside(each, backend))


def _is_slip(service: Service, backend: Backend) -> bool:
    return is_near(backend.name, service.resource.name, _SHORTEST_WORD)


def _is_beside(service: Service, backend: Backend) -> bool:
    return nearness(service.resource.path, backend.resource.path) <= Nearness.SAME_FOLDER


def _without_kind(name: str) -> str:
    for word in _KIND_WORDS:
        name = name.removesuffix(word)
    return name


def _named_after_pods(backend: Backend, beside: list[Service], services: Services) -> Iterator[NamedAfterPods]:
    """The Services that select a workload of this very name, each with the workload."""
    for service in beside:
        for pod in services.pods.get(service, ()):
            if pod.resource.name == backend.name:
                yield NamedAfterPods(pod, service)
