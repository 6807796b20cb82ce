"""Paths of Ingresses that lead from the same place, of which one is never taken."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kgen.kubernetes.ingress import IngressPath, annotations, ingress_class, ingress_paths, is_ingress
from kgen.kubernetes.resource import Resource
from kgen.record import record
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.scope import may_share_namespace
from kgen.wiring.world import World


@record(eq=False)
class DuplicatePath:
    """A path that another of the same host, type and class precedes."""

    path: IngressPath
    earlier: IngressPath

    @property
    def resource(self) -> Resource:
        """The Ingress that is too late."""
        return self.path.ingress


def duplicate_paths(resources: Iterable[Resource], world: World) -> Iterator[DuplicatePath]:
    """The duplicates among Ingresses that are surely applied together: those of one file."""
    first: dict[object, list[IngressPath]] = defaultdict(list)
    for resource in resources:
        if not is_ingress(resource) or world.claims.reason(resource.path) is not None:
            continue
        for path in ingress_paths(resource):
            alike = first[resource.path, path.host, path.path, path.type]
            earlier = next((each for each in alike if _clash(each, path)), None)
            if earlier is not None:
                yield DuplicatePath(path, earlier)
            alike.append(path)


def _clash(earlier: IngressPath, path: IngressPath) -> bool:
    one, other = earlier.ingress, path.ingress
    if is_placeholder(path.host) or is_placeholder(path.path) or _are_told_apart(earlier, path):
        return False
    if ingress_class(one) != ingress_class(other):
        return False
    # Annotations make canaries, entry points and rewrites of what looks the same.
    return one is other or (
        one.name != other.name
        and annotations(one) == annotations(other)
        and may_share_namespace(one.namespace, other.namespace)
    )


def _are_told_apart(earlier: IngressPath, path: IngressPath) -> bool:
    """Whether an annotation speaks of one of the Services: AWS conditions and actions, Skipper's weights."""
    names = {name for each in (earlier, path) if (name := each.service_name)}
    texts = [text for pair in annotations(path.ingress).items() for text in pair]
    return any(name in text for name in names for text in texts)
