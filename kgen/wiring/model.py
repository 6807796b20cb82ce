"""The wiring of a repository: every reference, resolved once."""

from collections.abc import Iterator
from dataclasses import dataclass

from kgen.config.model import Config
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.port_entry import PortEntry, container_port_entries, service_port_entries
from kgen.kubernetes.service import Service
from kgen.repository import Repository
from kgen.syntax.document import Document
from kgen.wiring.backend_reference import ServiceReference
from kgen.wiring.collision import Collision
from kgen.wiring.collisions import resolve_collisions
from kgen.wiring.consumers import resolve_consumers
from kgen.wiring.ingress_paths import DuplicatePath, duplicate_paths
from kgen.wiring.manifest import Manifest, manifests
from kgen.wiring.missing_file import MissingFile, missing_files
from kgen.wiring.node_port_request import NodePortRequest, node_port_requests
from kgen.wiring.operations import Operations, resolve_operations
from kgen.wiring.ports import resolve_ports
from kgen.wiring.probe_ports import ProbedPort, resolve_probes
from kgen.wiring.reference import Reference, Selection, TargetPort, WorkloadSelection
from kgen.wiring.selection import resolve_selection
from kgen.wiring.selector_fault import SelectorFault
from kgen.wiring.selector_faults import resolve_selector_faults
from kgen.wiring.service_manifest import ServiceManifest, service_manifests
from kgen.wiring.unread import Unread, unread
from kgen.wiring.workload import resolve_workload
from kgen.wiring.world import World, survey


@dataclass(frozen=True, slots=True)
class Wiring:
    """What rules read: the objects and the references between them, in the order of files and documents."""

    documents: tuple[Document, ...]
    unread: tuple[Unread, ...]
    missing_files: tuple[MissingFile, ...]
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

    def references(self) -> Iterator[Reference]:
        """Every reference with its outcome."""
        yield from self.selections
        yield from self.target_ports
        yield from self.workload_selections
        yield from self.probed_ports
        yield from self.operations.references
        yield from self.consumers

    def subjects(self) -> Iterator[object]:
        """Everything that a rule can subscribe to."""
        yield from self.documents
        yield from self.unread
        yield from self.missing_files
        yield from self.manifests
        yield from self.services
        yield from self.service_manifests
        yield from self.node_port_requests
        yield from self.port_entries
        yield from self.pods
        yield from self.duplicate_paths
        yield from self.references()
        yield from self.operations.rivalries
        yield from self.operations.overlaps
        yield from self.collisions
        yield from self.selector_faults


def build(repository: Repository, _config: Config) -> Wiring:
    """Resolve every reference of a repository."""
    world = survey(repository)
    resolved = (resolve_selection(service, world) for service in world.services)
    selections = tuple(each for each in resolved if each is not None)
    held = (resolve_workload(pod, world) for pod in world.pods.templates)
    workloads = tuple(each for each in held if each is not None)
    objects = tuple(manifests(repository, world.claims))
    services = tuple(service_manifests(world.services, world.claims))
    return Wiring(
        documents=repository.documents,
        unread=tuple(unread(repository.documents, [source.path for source in repository.sources])),
        missing_files=tuple(missing_files(repository)),
        manifests=objects,
        services=world.services,
        service_manifests=services,
        node_port_requests=tuple(node_port_requests(repository, world.services)),
        port_entries=tuple(_port_entries(world)),
        pods=world.pods.templates,
        selections=selections,
        target_ports=tuple(port for each in selections for port in resolve_ports(each, world)),
        workload_selections=workloads,
        probed_ports=tuple(resolve_probes(world)),
        operations=resolve_operations(repository, world, selections),
        consumers=tuple(resolve_consumers(repository.resources, selections, world)),
        duplicate_paths=tuple(duplicate_paths(repository.resources, world)),
        selector_faults=tuple(resolve_selector_faults(repository, world, selections, workloads)),
        collisions=tuple(resolve_collisions(repository, objects, services, world)),
    )


def _port_entries(world: World) -> Iterator[PortEntry]:
    for service in world.services:
        yield from service_port_entries(service)
    for pod in world.pods.templates:
        yield from container_port_entries(pod)
