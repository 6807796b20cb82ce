"""Which Service, and which of its ports, a backend leads to."""

from collections.abc import Iterable, Iterator

from kgen.kubernetes.backend import Backend, Family
from kgen.kubernetes.service import EXTERNAL_NAME, Service, ServicePort
from kgen.kubernetes.workload_kind import node_at
from kgen.wiring.backend_evidence import Faulty
from kgen.wiring.backend_reference import BackendReference
from kgen.wiring.missing_port import missing_port
from kgen.wiring.missing_service import missing_service
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.scope import Nearness, may_share_namespace, nearness, surely_share_namespace
from kgen.wiring.services import Services, has_port, ports_asked
from kgen.wiring.world import World

_BY_POD = (Family.MESH, Family.URL)  # they reach the pods of a headless Service on any of their ports


def resolve_backends(backends: Iterable[Backend], services: Services, world: World) -> Iterator[BackendReference]:
    """Follow backends to their Services."""
    for backend in backends:
        reason = _why_unknown(backend, world)
        if reason is None:
            yield _resolve(backend, services, world)
        else:
            yield BackendReference(backend, Unverifiable(reason))


def namespace_of(backend: Backend, world: World) -> str | None:
    """The namespace that a backend's Service is sought in, None for an unknown one."""
    return backend.namespace or world.namespace(backend.resource)


def _why_unknown(backend: Backend, world: World) -> str | None:
    claim = world.claims.reason(backend.resource.path)
    if claim is not None:
        return claim
    texts = (backend.name, backend.namespace, backend.port)
    unfilled = next((text for text in texts if isinstance(text, str) and is_placeholder(text)), None)
    if unfilled is not None:
        return f"`{unfilled}` is still to be filled in"
    return backend.unknown or None


def _resolve(backend: Backend, services: Services, world: World) -> BackendReference:
    possible = _possible(backend, services, world)
    if backend.fault is not None:
        meant = _meant(backend, possible, world)
        return BackendReference(backend, Broken(Faulty(backend.fault, meant[0] if len(meant) == 1 else None)))
    if not possible:
        return BackendReference(backend, missing_service(backend, services, world, namespace_of(backend, world)))
    meant = _meant(backend, possible, world)
    if not meant:
        return BackendReference(backend, Unverifiable(f"only `{possible[0].resource.path}` far away has {backend}"))
    found = next((each for each in meant if has_port(each, backend) and _why_uncertain(each, world) is None), None)
    if found is not None:
        return BackendReference(backend, Verified(), found, _port(found, backend))
    return BackendReference(backend, _without_port(backend, meant, possible, services, world), meant[0])


def _possible(backend: Backend, services: Services, world: World) -> list[Service]:
    """The Services of the name that may be in the namespace, nearest first; the unit's own if it has one."""
    namespace, path = namespace_of(backend, world), backend.resource.path
    if backend.namespace is None:
        own = [each for each in services.named(backend.name) if world.are_one_unit(backend.resource, each.resource)]
        if own:
            return own
    found = [
        each for each in services.named(backend.name) if may_share_namespace(namespace, world.namespace(each.resource))
    ]
    return sorted(found, key=lambda service: nearness(path, service.resource.path))


def _meant(backend: Backend, possible: list[Service], world: World) -> list[Service]:
    """Those near by, or else those that are surely in the namespace."""
    namespace, path = namespace_of(backend, world), backend.resource.path
    near = [each for each in possible if nearness(path, each.resource.path) <= Nearness.ADJACENT]
    return near or [each for each in possible if surely_share_namespace(namespace, world.namespace(each.resource))]


def _without_port(
    backend: Backend, meant: list[Service], possible: list[Service], services: Services, world: World
) -> Outcome:
    """The outcome where none of the Services that are meant is sure to have the port."""
    reasons = (_why_uncertain(each, world) or _why_any_port(each, backend) for each in meant)
    uncertain = next((reason for reason in reasons if reason is not None), None)
    if uncertain is not None:
        return Unverifiable(uncertain)
    nearest = meant[0]
    if nearness(backend.resource.path, nearest.resource.path) > Nearness.SAME_FOLDER or backend.family is Family.URL:
        doubt = _doubt(backend, nearest, possible, services, world)
        if doubt is not None:
            return Unverifiable(doubt)
    return Broken(missing_port(backend, nearest, services))


def _doubt(backend: Backend, service: Service, possible: list[Service], services: Services, world: World) -> str | None:
    """Why a Service of the name may be another one than is meant, as it is not beside the backend."""
    is_elsewhere = nearness(backend.resource.path, service.resource.path) is Nearness.ELSEWHERE
    is_unique = len(possible) == 1
    if not is_unique and (is_elsewhere or backend.family is Family.URL):
        return f"several files of the repository have {backend}"
    if not is_unique and any(has_port(each, backend) for each in possible):
        return f"another {backend} of the repository has the port"
    if not is_unique and services.has_own_consumer(service, backend):
        return f"{service} is used in its own folder"
    namespace = namespace_of(backend, world)
    if surely_share_namespace(namespace, world.namespace(service.resource)):
        return None
    opaque = world.opaque_near(backend.resource.path, namespace)
    return None if opaque is None else f"{opaque.what} may bring another {backend}"


def _port(service: Service, backend: Backend) -> ServicePort | None:
    """The port that a backend asks for; None where it asks for none."""
    return next((port for port in ports_asked(service, backend) if backend.protocol in ("", port.protocol)), None)


def _why_uncertain(service: Service, world: World) -> str | None:
    """Why the ports of a Service may be others than those written."""
    claim = world.claims.reason(service.resource.path)
    if claim is not None:
        return f"of {service} {claim}"
    if service.type == EXTERNAL_NAME:
        return None
    if service.selector is None or any(port.number is None for port in service.ports):
        return f"{service} is written in part only"
    return None


def _why_any_port(service: Service, backend: Backend) -> str | None:
    """Why a Service may take a port that it does not have."""
    if service.type == EXTERNAL_NAME:
        return f"{service} is an ExternalName, which needs no ports"
    if not service.ports:
        return f"{service} has no ports"
    address = node_at(service.resource.node, "spec.clusterIP")
    is_headless = address is not None and address.value == "None"
    return f"{service} is headless" if is_headless and backend.family in _BY_POD else None
