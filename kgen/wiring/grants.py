"""Which backends in other namespaces a ReferenceGrant allows."""

from collections.abc import Iterable, Iterator, Sequence

from kgen.kubernetes.backend import Family
from kgen.kubernetes.gateway import Grant, attaches_to_services
from kgen.kubernetes.service import Service
from kgen.wiring.backend_evidence import GrantMissing
from kgen.wiring.backend_reference import BackendReference, GrantReference
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.scope import Nearness, may_share_namespace, nearness, surely_share_namespace
from kgen.wiring.world import World


def resolve_grants(
    references: Iterable[BackendReference], grants: Sequence[Grant], world: World
) -> Iterator[GrantReference]:
    """Look for the grants that routes need for backends in other known namespaces than their own."""
    for reference in references:
        backend = reference.backend
        own, other = world.namespace(backend.resource), backend.namespace
        if backend.family is Family.ROUTE and own and other and own != other:
            yield GrantReference(backend, other, _outcome(reference, own, other, grants, world))


def _outcome(reference: BackendReference, own: str, other: str, grants: Sequence[Grant], world: World) -> Outcome:
    if isinstance(reference.outcome, Unverifiable) or reference.service is None:
        return Unverifiable(f"it is not known that {reference.backend} is there")
    route, name = reference.resource, reference.backend.name
    if attaches_to_services(route):
        return Unverifiable("meshes have rules of their own for routes between Services")
    inside = [each for each in grants if may_share_namespace(other, world.namespace(each.resource))]
    if any(each.allows(route, own, name) for each in inside):
        return Verified()
    near = next((each for each in inside if _is_beside(each, reference.service, other, world)), None)
    doubt = _doubt(reference.service, other, world)
    return Broken(GrantMissing(reference.service, near)) if doubt is None else Unverifiable(doubt)


def _is_beside(grant: Grant, service: Service, namespace: str, world: World) -> bool:
    distance = nearness(grant.resource.path, service.resource.path)
    is_inside = surely_share_namespace(namespace, world.namespace(grant.resource))
    return is_inside and distance <= Nearness.ADJACENT


def _doubt(service: Service, namespace: str, world: World) -> str | None:
    resource = service.resource
    claim = world.claims.reason(resource.path)
    if claim is not None:
        return f"of {service} {claim}"
    unreadable = world.unreadable_near(resource, Nearness.ADJACENT, ["ReferenceGrant"])
    if unreadable is not None:
        return f"`{unreadable.path}` cannot be read and may hold a ReferenceGrant"
    opaque = world.installer_near(resource.path, namespace)
    return None if opaque is None else f"{opaque.what} may bring a ReferenceGrant"
