"""The Services of a repository, found by name and by what they select."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from kgen.discovery.folders import folder_of
from kgen.kubernetes.backend import Backend, Family
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import Service, ServicePort
from kgen.record import record
from kgen.wiring.reference import Selection


@record
class Services:
    """Indexes over Services: by name, and in `pods` what each selects.

    `named_by` are the pairs of an object and the name of a Service in it, `named_in` family, folder and name.
    """

    by_name: Mapping[str, list[Service]]
    pods: Mapping[Service, tuple[PodTemplate, ...]]
    named_by: Set[tuple[Resource, str]]
    named_in: Set[tuple[Family, str, str]]

    def named(self, name: str) -> list[Service]:
        """Those of a name, in whatever namespace."""
        return self.by_name.get(name, [])

    def has_own_consumer(self, service: Service, backend: Backend) -> bool:
        """Whether objects like a backend's, in the Service's own folder, name the Service: it is theirs then."""
        return (backend.family, folder_of(service.resource.path), backend.name) in self.named_in


def index_services(
    services: Iterable[Service], selections: Iterable[Selection], backends: Sequence[Backend]
) -> Services:
    """Index Services with what they select and who names them."""
    by_name: dict[str, list[Service]] = defaultdict(list)
    for service in services:
        by_name[service.resource.name].append(service)
    return Services(
        by_name=by_name,
        pods={each.service: each.pods for each in selections},
        named_by={(each.resource, each.name) for each in backends},
        named_in={(each.family, folder_of(each.resource.path), each.name) for each in backends},
    )


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
