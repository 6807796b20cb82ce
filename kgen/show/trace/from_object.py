"""Passages that begin or end with an object that is named."""

from __future__ import annotations

from kgen.kubernetes.kind_names import names_kind
from kgen.kubernetes.web_address import web_addresses
from kgen.show.trace.address_fit import closest, fit
from kgen.show.trace.crossings import crossings
from kgen.show.trace.from_service import from_service
from kgen.show.trace.from_workload import from_workload
from kgen.wiring.scope import may_share_namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.kubernetes.resource import Resource
    from kgen.show.trace.address_fit import Fit
    from kgen.show.trace.passage import Passage
    from kgen.show.trace.sight import Sight
    from kgen.show.trace.target import ObjectTarget
    from kgen.show.trace.wires import Wires
    from kgen.wiring.backend_reference import BackendReference


def from_object(target: ObjectTarget, namespace: str | None, sight: Sight) -> Iterator[Passage]:
    """Through Services, to workloads, or from objects that name Services, whichever they are."""
    for resource in named(target, namespace, sight.wires):
        services = [each for each in sight.wires.services if each.resource is resource]
        pods = [each for each in sight.wires.pods if each.resource is resource]
        if not services and not pods:
            yield from crossings(_narrowed(leading(resource, sight.wires), target), sight)
        for service in services if not target.path else ():
            yield from from_service(service, target.port, sight)
        for pod in pods if not target.path else ():
            yield from from_workload(pod, target.port, sight)


def named(target: ObjectTarget, namespace: str | None, wires: Wires) -> list[Resource]:
    """The objects of the kind and the name, in a namespace or in any."""
    return [each for each in of_kind(target.kind, namespace, wires) if each.name == target.name]


def of_kind(word: str, namespace: str | None, wires: Wires) -> list[Resource]:
    """The objects of a kind that can be traced."""
    kind = word.partition(".")[0]
    return [
        each
        for each in traceable(wires)
        if names_kind(kind, each.kind) and may_share_namespace(namespace, each.namespace)
    ]


def traceable(wires: Wires) -> Iterable[Resource]:
    """The objects that ports lead through, each once."""
    services = (service.resource for service in wires.services)
    pods = (pod.resource for pod in wires.pods)
    return dict.fromkeys((*services, *pods, *wires.backends, *wires.gateways))


def leading(resource: Resource, wires: Wires) -> list[BackendReference]:
    """The references of an object to Services; of a Gateway those of the routes that are attached to it, once each."""
    attached = (each for route in wires.links.attached(resource) for each in wires.links.backends(route))
    every = (*wires.backends.get(resource, ()), *attached)
    return list({reference.place.written: reference for reference in every}.values())


def _narrowed(references: Iterable[BackendReference], target: ObjectTarget) -> Iterable[BackendReference]:
    """The references that a target's port means, and to which a request for its path goes, on any host."""
    wanted = [each for each in references if target.port in ("", str(each.backend.port))]
    return closest(_fits(wanted, target.path)) if target.path else wanted


def _fits(references: Iterable[BackendReference], path: str) -> Iterator[tuple[str, Fit, BackendReference]]:
    for reference in references:
        for address in web_addresses(reference.backend):
            found = fit(address, address.host.lower(), path)
            if found is not None:
                yield address.host, found, reference
