"""What rules say of a Service, or a port of one, that another object names and that is not there."""

from __future__ import annotations

from kgen.lint.fix.backends import other_port, other_service
from kgen.lint.part_of_text import part_of_text
from kgen.lint.problem import Label, Problem
from kgen.wiring.backend_evidence import Confusion, NamedAfterPods, NearName, OnlyElsewhere, PortMissing
from kgen.wiring.outcome import Broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.kubernetes.backend import Backend
    from kgen.kubernetes.service import Service, ServicePort
    from kgen.wiring.backend_reference import BackendReference


def missing_service(reference: BackendReference) -> Iterator[Problem]:
    """The problem of a Service that is proven to be named wrongly."""
    if not isinstance(reference.outcome, Broken):
        return
    match reference.outcome.evidence:
        case NearName(service):
            yield _missing(reference, service, f"{service} has a similar name", "did you mean this one?")
        case NamedAfterPods(pod, service):
            yield _missing(
                reference, service, f"that is {pod}, whose Service is `{service.resource.name}`", "it is this"
            )
        case OnlyElsewhere(service):
            yield _elsewhere(reference, service)


def missing_port(reference: BackendReference) -> Iterator[Problem]:
    """The problem of a port that the Service is proven not to have."""
    if isinstance(reference.outcome, Broken) and isinstance(reference.outcome.evidence, PortMissing):
        yield _without_port(reference.backend, reference.outcome.evidence)


def _missing(reference: BackendReference, service: Service, instead: str, label: str) -> Problem:
    backend = reference.backend
    return Problem(
        backend.name_node,
        f"{backend.resource} leads to {backend}, which is not in the repository; {instead}",
        related=(Label(service.resource.name_node, label),),
        help=f"write `{service.resource.name}`",
        resource=backend.resource,
        label="no Service has this name",
        fix=other_service(backend, service),
    )


def _elsewhere(reference: BackendReference, service: Service) -> Problem:
    backend, namespace = reference.backend, service.resource.namespace
    return Problem(
        backend.name_node,
        f"{backend.resource} leads to {backend}, which is in namespace `{namespace}` only",
        related=(Label(service.resource.name_node, f"in namespace `{namespace}`"),),
        help=f"name the Service of the namespace that is meant, or create one there; here it is `{namespace}`",
        resource=backend.resource,
        label="sought in another namespace",
    )


def _without_port(backend: Backend, evidence: PortMissing) -> Problem:
    service, meant = evidence.service, evidence.meant
    has = " and ".join(f"`{_described(port)}`" for port in service.ports)
    confusion = evidence.confusion
    confused = "" if confusion in (None, Confusion.SPELLING) else f"; `{backend.port}` is its {confusion}"
    return Problem(
        part_of_text(backend.name_node, backend.written) if backend.written else backend.place,
        f"{backend.resource} leads to port `{backend.port}` of {service}, which has {has}{confused}",
        related=tuple(_places(evidence)),
        help=_help(backend, meant),
        resource=backend.resource,
        label=f"{service} has no such port" if backend.port_node else f"port {backend.port}, as none is given",
        fix=other_port(backend, meant),
    )


def _places(evidence: PortMissing) -> Iterator[Label]:
    """Where the port that was meant stands, or every port, and what was taken for it."""
    meant = evidence.meant
    for port in evidence.service.ports if meant is None else (meant,):
        yield Label(port.node.get("port") or port.node, f"here is port `{_described(port)}`")
    if meant is not None and evidence.confusion is Confusion.TARGET_PORT:
        yield Label(meant.target_node, "this is its target port")


def _help(backend: Backend, meant: ServicePort | None) -> str:
    if meant is None:
        return f"write a port of {backend}, or give it port `{backend.port}`"
    by_name = isinstance(backend.port, str) and bool(meant.name)
    return f"write `{meant.name if by_name else meant.number}`"


def _described(port: ServicePort) -> str:
    return f"{port.name}:{port.number}" if port.name else str(port.number)
