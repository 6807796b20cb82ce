"""The Services of a repository, found by name and by what they select."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from kgen.discovery.folders import folder_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Set

    from kgen.kubernetes.backend import Backend, Family
    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.kubernetes.resource import Resource
    from kgen.kubernetes.service import Service, ServicePort
    from kgen.wiring.reference import Selection


class Services:
    """Indexes over Services: by name, and in `pods` what each selects."""

    def __init__(
        self, services: Iterable[Service], selections: Iterable[Selection], backends: Callable[[], Iterable[Backend]]
    ) -> None:
        """`backends` are all that name a Service; they are asked for only where one is missing."""
        self.by_name: Mapping[str, list[Service]] = defaultdict(list)
        for service in services:
            self.by_name[service.resource.name].append(service)
        self.pods: Mapping[Service, tuple[PodTemplate, ...]] = {each.service: each.pods for each in selections}
        self._backends = backends

    def named(self, name: str) -> list[Service]:
        """Those of a name, in whatever namespace."""
        return self.by_name.get(name, [])

    def is_named_by(self, resource: Resource, service: Service) -> bool:
        """Whether an object names a Service of that name."""
        return (resource, service.resource.name) in self._named_by

    def has_own_consumer(self, service: Service, backend: Backend) -> bool:
        """Whether objects like a backend's, in the Service's own folder, name the Service: it is theirs then."""
        return (backend.family, folder_of(service.resource.path), backend.name) in self._named_in

    @cached_property
    def _named_by(self) -> Set[tuple[Resource, str]]:
        return {(each.resource, each.name) for each in self._backends()}

    @cached_property
    def _named_in(self) -> Set[tuple[Family, str, str]]:
        return {(each.family, folder_of(each.resource.path), each.name) for each in self._backends()}


def port_of(service: Service, backend: Backend) -> ServicePort | None:
    """The port of a Service that a backend asks for."""
    return next(ports_asked(service, backend), None)


def ports_asked(service: Service, backend: Backend) -> Iterator[ServicePort]:
    """Every port of a Service that has the number or the name that a backend asks for."""
    wanted = backend.port
    return (port for port in service.ports if wanted == (port.number if isinstance(wanted, int) else port.name))


def has_port(service: Service, backend: Backend) -> bool:
    """Whether a Service has the port that a backend asks for, if it asks for one, with a protocol that it speaks."""
    protocols = [port.protocol for port in ports_asked(service, backend)]
    return backend.port is None or (bool(protocols) and backend.protocol in ("", *protocols))
