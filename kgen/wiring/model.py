"""The wiring of a repository: every reference, resolved once."""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain

from kgen.annotation import Protocol, TypeVar
from kgen.gitops.unit import Unit
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.port_entry import PortEntry, container_port_entries, service_port_entries
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import Service
from kgen.record import record
from kgen.repository import Repository
from kgen.wiring.backend_reference import ServiceReference
from kgen.wiring.collision import Collision
from kgen.wiring.collisions import resolve_collisions
from kgen.wiring.consumers import resolve_consumers
from kgen.wiring.ground import Ground, ground_of
from kgen.wiring.ingress_paths import DuplicatePath, duplicate_paths
from kgen.wiring.manifest import Manifest, manifests
from kgen.wiring.node_port_request import NodePortRequest, node_port_requests
from kgen.wiring.operations import Operations, resolve_operations
from kgen.wiring.ports import resolve_ports
from kgen.wiring.probe_ports import ProbedPort, resolve_probes
from kgen.wiring.reference import Reference, Selection, TargetPort, WorkloadSelection
from kgen.wiring.render_failure import RenderFailure, render_failures
from kgen.wiring.render_fault import RenderFault
from kgen.wiring.render_faults import render_faults
from kgen.wiring.selection import resolve_selection
from kgen.wiring.selector_fault import SelectorFault
from kgen.wiring.selector_faults import resolve_selector_faults
from kgen.wiring.service_manifest import ServiceManifest, service_manifests
from kgen.wiring.setting import setting_of
from kgen.wiring.workload import resolve_workload
from kgen.wiring.world import World


class _Subject(Protocol):
    @property
    def resource(self) -> Resource | None:
        """The object at fault if something is wrong, None where that is a piece of one."""


Subject = TypeVar("Subject", bound=_Subject)


@record
class Wiring:
    """The objects and the references between them, in the order of files and documents.

    `unit` is what rendered them, None for those that stand as written. References lead to `background` objects too,
    but these are no subjects: another wiring has them.
    """

    manifests: tuple[Manifest, ...]
    services: tuple[Service, ...]
    service_manifests: tuple[ServiceManifest, ...]
    node_port_requests: tuple[NodePortRequest, ...]
    port_entries: tuple[PortEntry, ...]
    pods: tuple[PodTemplate, ...]
    selections: tuple[Selection, ...]
    target_ports: tuple[TargetPort, ...]
    workload_selections: tuple[WorkloadSelection, ...]
    probed_ports: tuple[ProbedPort, ...]
    operations: Operations
    consumers: tuple[ServiceReference, ...]
    duplicate_paths: tuple[DuplicatePath, ...]
    collisions: tuple[Collision, ...]
    selector_faults: tuple[SelectorFault, ...]
    render_failures: tuple[RenderFailure, ...]
    render_faults: tuple[RenderFault, ...]
    background: Set[Resource]
    unit: Unit | None = None

    def references(self) -> Iterator[Reference]:
        """Every reference of a subject, with its outcome."""
        return self._foreground(self._all_references())

    def subjects(self) -> Iterator[object]:
        """Everything that a rule can subscribe to."""
        return self._foreground(self._all_subjects())

    @property
    def requested_node_ports(self) -> frozenset[tuple[str, int]]:
        """The files with requests for node ports, each with the number."""
        return frozenset((each.path, each.number) for each in self.node_port_requests)

    def _foreground(self, every: Iterator[Subject]) -> Iterator[Subject]:
        if not self.background:
            return every
        return (each for each in every if each.resource not in self.background)

    def _all_references(self) -> Iterator[Reference]:
        return chain(
            self.selections,
            self.target_ports,
            self.workload_selections,
            self.probed_ports,
            self.operations.references,
            self.consumers,
        )

    def _all_subjects(self) -> Iterator[_Subject]:
        return chain(
            self.manifests,
            self.services,
            self.service_manifests,
            self.node_port_requests,
            self.port_entries,
            self.pods,
            self.duplicate_paths,
            self._all_references(),
            self.operations.rivalries,
            self.operations.overlaps,
            self.collisions,
            self.selector_faults,
            self.render_failures,
            self.render_faults,
        )


def build(repository: Repository) -> Wiring:
    """Resolve every reference of a repository as it is written."""
    return wire(ground_of(repository, setting_of(repository)))


def wire(ground: Ground, background: Set[Resource] = frozenset(), unit: Unit | None = None) -> Wiring:
    """Resolve every reference between some objects; `background` are those among them that are no subjects."""
    world, resources = ground.world, ground.resources
    selections, workloads = _selections(world), _workload_selections(world)
    operations = resolve_operations(resources, selections, world, ground.units)
    consumers = tuple(resolve_consumers(resources, selections, world, background))
    pods, asking = _without(background, world.pods.templates), _without(background, selections)
    objects, services = tuple(manifests(ground)), tuple(service_manifests(world.services, world.claims))
    named = (*consumers, *operations.references)
    return Wiring(
        manifests=objects,
        services=world.services,
        service_manifests=services,
        node_port_requests=tuple(node_port_requests(world.services)),
        port_entries=tuple(_port_entries(_without(background, world.services), pods)),
        pods=world.pods.templates,
        selections=selections,
        target_ports=tuple(port for each in asking for port in resolve_ports(each, world)),
        workload_selections=workloads,
        probed_ports=tuple(resolve_probes(pods, world)),
        operations=operations,
        consumers=consumers,
        duplicate_paths=tuple(duplicate_paths(resources, world)),
        selector_faults=tuple(resolve_selector_faults(ground, selections, workloads)),
        collisions=tuple(resolve_collisions(objects, services, world, ground.units)),
        render_failures=() if unit is None else tuple(render_failures(unit)),
        render_faults=() if unit is None else tuple(render_faults(unit, named, selections, world)),
        background=background,
        unit=unit,
    )


def _selections(world: World) -> tuple[Selection, ...]:
    resolved = (resolve_selection(service, world) for service in world.services)
    return tuple(each for each in resolved if each is not None)


def _workload_selections(world: World) -> tuple[WorkloadSelection, ...]:
    held = (resolve_workload(pod, world) for pod in world.pods.templates)
    return tuple(each for each in held if each is not None)


def _without(background: Set[Resource], every: Sequence[Subject]) -> Sequence[Subject]:
    """The subjects: nobody asks about the others, and they are most where nearly all is rendered."""
    return [each for each in every if each.resource not in background] if background else every


def _port_entries(services: Iterable[Service], pods: Iterable[PodTemplate]) -> Iterator[PortEntry]:
    for service in services:
        yield from service_port_entries(service)
    for pod in pods:
        yield from container_port_entries(pod)
