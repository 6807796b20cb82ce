"""The references of all wirings by what they connect, so that they can be followed in both directions."""

from __future__ import annotations

from collections import defaultdict

from kgen.kubernetes.endpoints import serves_as_endpoints_of
from kgen.show.trace.meant import meant_service
from kgen.wiring.backend_reference import GrantReference
from kgen.wiring.collision import NodePortConflict
from kgen.wiring.scope import may_share_namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kgen.kubernetes.backend import Backend
    from kgen.kubernetes.resource import Resource
    from kgen.kubernetes.service import Service, ServicePort
    from kgen.syntax.node import Node
    from kgen.wiring.backend_reference import BackendReference, ParentReference
    from kgen.wiring.model import Wiring
    from kgen.wiring.reference import Selection, TargetPort


class Links:
    """Indexes over the wirings that were added, each of which has objects of its own."""

    def __init__(self) -> None:
        self._selections: dict[Service, Selection] = {}
        self._targets: dict[tuple[Service, Node], TargetPort] = {}
        self._asking: dict[Service, dict[Node, BackendReference]] = defaultdict(dict)
        self._backends: dict[Resource, list[BackendReference]] = defaultdict(list)
        self._parents: dict[Resource, list[ParentReference]] = defaultdict(list)
        self._grants: dict[Backend, GrantReference] = {}
        self._endpoints: dict[Service, list[Resource]] = {}
        self._sayings: dict[Resource, list[object]] = defaultdict(list)
        self._conflicts: dict[Service, list[NodePortConflict]] = defaultdict(list)

    def add(self, wiring: Wiring) -> None:
        """Take in what a wiring says by itself; references to Services and Gateways are added one by one."""
        self._selections.update((each.service, each) for each in wiring.selections)
        self._targets.update(((each.service, each.port.node), each) for each in wiring.target_ports)
        self._grants.update((each.backend, each) for each in wiring.consumers if isinstance(each, GrantReference))
        self._endpoints.update(_endpoints(wiring))
        for resource, subjects in _sayings(wiring).items():
            self._sayings[resource].extend(subjects)
        for conflict in wiring.collisions:
            if isinstance(conflict, NodePortConflict):
                self._conflicts[conflict.first.service].append(conflict)
                self._conflicts[conflict.second.service].append(conflict)

    def add_backend(self, reference: BackendReference) -> None:
        """Count a reference for its object, and for the Service that it leads to or was meant for.

        There it counts once for each place: a later one goes before what was seen from afar.
        """
        self._backends[reference.resource].append(reference)
        meant = meant_service(reference)
        if meant is not None:
            self._asking[meant][reference.place.written] = reference

    def add_parent(self, reference: ParentReference) -> None:
        """Count a reference for the route that is attached."""
        self._parents[reference.resource].append(reference)

    def selection(self, service: Service) -> Selection | None:
        """What a Service selects, None for one without a selector."""
        return self._selections.get(service)

    def target(self, service: Service, port: ServicePort) -> TargetPort | None:
        """Where a port of a Service leads, None for a Service without a selector."""
        return self._targets.get((service, port.node))

    def asking(self, service: Service) -> Sequence[BackendReference]:
        """What leads to a Service, or was meant to."""
        return list(self._asking.get(service, {}).values())

    def backends(self, resource: Resource) -> Sequence[BackendReference]:
        """The Services that an object names."""
        return self._backends.get(resource, ())

    def parents(self, route: Resource) -> Sequence[ParentReference]:
        """The Gateways that a route names."""
        return self._parents.get(route, ())

    def attached(self, gateway: Resource) -> Sequence[Resource]:
        """The routes that name a Gateway."""
        return [
            route
            for route, parents in self._parents.items()
            if any(each.gateway is not None and each.gateway.resource is gateway for each in parents)
        ]

    def grant(self, backend: Backend) -> GrantReference | None:
        """What allows a backend in another namespace, None where none is needed."""
        return self._grants.get(backend)

    def endpoints(self, service: Service) -> Sequence[Resource]:
        """The objects that give a Service endpoints by hand."""
        return self._endpoints.get(service, ())

    def said_of(self, service: Service) -> Sequence[object]:
        """What rules may subscribe to of a Service itself: no references."""
        return self._sayings.get(service.resource, ())

    def conflicts(self, service: Service) -> Sequence[NodePortConflict]:
        """The other Services that ask for a number of this one."""
        return self._conflicts.get(service, ())


def _endpoints(wiring: Wiring) -> Mapping[Service, list[Resource]]:
    by_name: dict[str, list[Resource]] = defaultdict(list)
    for manifest in wiring.manifests:
        name = serves_as_endpoints_of(manifest.resource)
        if name is not None:
            by_name[name].append(manifest.resource)
    return {
        service: [each for each in found if may_share_namespace(service.resource.namespace, each.namespace)]
        for service in wiring.services
        if (found := by_name.get(service.resource.name))
    }


def _sayings(wiring: Wiring) -> Mapping[Resource, Sequence[object]]:
    """What rules may subscribe to of the Services that a wiring is of, by their objects."""
    found: dict[Resource, list[object]] = defaultdict(list)
    for service in wiring.services:
        found[service.resource].append(service)
    for manifest in wiring.service_manifests:
        found[manifest.service.resource].append(manifest)
    for each in (*wiring.port_entries, *wiring.selector_faults, *wiring.node_port_requests):
        if each.resource is not None:
            found[each.resource].append(each)
    return {resource: subjects for resource, subjects in found.items() if resource not in wiring.background}
