"""Services as somebody wrote them down, patches of them among these."""

import re
from collections.abc import Iterable, Iterator

from kgen.gitops.claims import Claims
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import EXTERNAL_NAME, Service
from kgen.pattern import lazy_pattern
from kgen.record import record

_PATCH = lazy_pattern(r"(?:^|[/._-])patch", re.IGNORECASE)


@record(eq=False)
class ServiceManifest:
    """A Service, or a patch of one; `is_complete` says that it is applied with what is written, and nothing else."""

    service: Service
    is_complete: bool

    @property
    def resource(self) -> Resource:
        """The Service's object."""
        return self.service.resource


def service_manifests(services: Iterable[Service], claims: Claims) -> Iterator[ServiceManifest]:
    """Every Service with whether it stands alone: nothing known of changes it, and it looks like no patch."""
    for service in services:
        is_claimed = claims.reason(service.resource.path) is not None
        yield ServiceManifest(service, not is_claimed and _looks_whole(service))


def _looks_whole(service: Service) -> bool:
    """Whether it has what patches leave out; the file of one that is applied by hand is mostly called so."""
    if not service.resource.name or _PATCH.search(service.resource.path):
        return False
    return service.selector is not None or service.type == EXTERNAL_NAME or bool(service.type and service.ports)
