"""Objects by kind and name."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kgen.kubernetes.resource import Resource


class Namesakes:
    """An index of objects, in whatever namespace and version."""

    def __init__(self, resources: Iterable[Resource]) -> None:
        self._by_name: defaultdict[tuple[str, str, str], list[Resource]] = defaultdict(list)
        for resource in resources:
            self._by_name[_identity(resource)].append(resource)

    def of(self, resource: Resource) -> Sequence[Resource]:
        """Those of its kind and name."""
        return self._by_name.get(_identity(resource), ())


def _identity(resource: Resource) -> tuple[str, str, str]:
    return resource.group, resource.kind, resource.name
