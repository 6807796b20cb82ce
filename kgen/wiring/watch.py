"""Where a selector looks: the namespaces it reaches into, seen from the file it is written in."""

from kgen.gitops.claims import UNNAMED
from kgen.kubernetes.resource import Resource
from kgen.record import record
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.world import World


@record
class Watch:
    """The view from `resource` into `namespaces`; None stands for unknown ones and for all."""

    resource: Resource
    namespaces: frozenset[str] | None

    def may_hold(self, namespace: str | None) -> bool:
        """Whether an object in that namespace can be meant; an unknown one can be any."""
        return self.namespaces is None or not namespace or not self.namespaces.isdisjoint({namespace, UNNAMED})

    def surely_holds(self, namespace: str | None) -> bool:
        """Whether that namespace is known to be one of these."""
        return self.namespaces is not None and namespace in self.namespaces


def own_namespace(resource: Resource, world: World) -> Watch:
    """The view of an object that looks into its own namespace only."""
    namespace = world.namespace(resource)
    known = namespace is not None and not is_placeholder(namespace)
    return Watch(resource, frozenset({namespace}) if namespace is not None and known else None)


def opaque_in(watch: Watch, world: World) -> str | None:
    """What may deploy objects that are not in the repository to where a selector looks; None when nothing does."""
    named = None if watch.namespaces is None or UNNAMED in watch.namespaces else watch.namespaces
    return next((each.what for each in world.opaque_in_reach(watch.resource.path, named)), None)
