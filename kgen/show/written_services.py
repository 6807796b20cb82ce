"""The Services of a repository, as `describe` and `get` look them up."""

from collections.abc import Iterable, Iterator

from kgen.kubernetes.service import EXTERNAL_NAME, Service
from kgen.record import record, replace
from kgen.show.service_data import ServiceData, service_data
from kgen.show.service_table import UNKNOWN
from kgen.spelling import close_matches
from kgen.wiring.world import World


@record
class WrittenService:
    """A Service with its fields; their namespace is the one asked for or known, else `<unknown>`."""

    service: Service
    data: ServiceData

    @property
    def place(self) -> str:
        """Where it is written, as `file:line`."""
        resource = self.service.resource
        return f"{resource.path}:{resource.node.span.line}"


def written_services(world: World, namespace: str | None) -> list[WrittenService]:
    """Those that may be in a namespace, None for any, by namespace and name; one without a namespace fits any.

    Patches, which mostly lack the selector, are left out where they stand beside what they patch.
    """
    found = [_written(each, world, namespace) for each in world.services if _fits(each, world, namespace)]
    whole = {each.data.name for each in found if _is_whole(each.service)}
    kept = [each for each in found if each.data.name and (_is_whole(each.service) or each.data.name not in whole)]
    return sorted(kept, key=lambda each: (each.data.namespace, each.data.name))


def named(services: Iterable[WrittenService], name: str) -> list[WrittenService]:
    """Those of a name."""
    return [each for each in services if each.data.name == name]


def not_found(services: Iterable[WrittenService], name: str) -> str:
    """kubectl's words for a Service that is not there, and the nearest names below."""
    near = close_matches(name, sorted({each.data.name for each in services}), n=3, cutoff=0.6)
    hint = f"\n  hint: did you mean `{'`, `'.join(near)}`?" if near else ""
    return f'Error from server (NotFound): services "{name}" not found{hint}'


def places(services: Iterable[WrittenService]) -> Iterator[str]:
    """Where each is written, with the namespace where that is known."""
    for each in services:
        namespace = each.data.namespace
        yield each.place if namespace == UNKNOWN else f"{each.place} (namespace `{namespace}`)"


def _fits(service: Service, world: World, namespace: str | None) -> bool:
    return namespace is None or world.namespace(service.resource) in {None, namespace}


def _written(service: Service, world: World, namespace: str | None) -> WrittenService:
    shown = namespace or world.namespace(service.resource) or UNKNOWN
    return WrittenService(service, replace(service_data(service.resource.node.value), namespace=shown))


def _is_whole(service: Service) -> bool:
    return service.selector is not None or service.type == EXTERNAL_NAME
