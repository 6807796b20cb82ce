"""References that kustomize does not carry along when it puts a prefix or a suffix around names.

It follows the fields in its table of name references; those of custom resources are not in it.
"""

from __future__ import annotations

from collections import defaultdict

from kgen.kubernetes.backend import Family
from kgen.wiring.backend_reference import BackendReference, ParentReference
from kgen.wiring.operation_reference import Scaling
from kgen.wiring.outcome import Unverifiable
from kgen.wiring.render_fault import LostName
from kgen.wiring.scope import may_share_namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kgen.kubernetes.resource import Resource
    from kgen.syntax.node import Node
    from kgen.wiring.reference import Reference
    from kgen.wiring.world import World

_Names = tuple[str, str, "Node", str | None]


def lost_names(references: Iterable[Reference], resources: Iterable[Resource], world: World) -> Iterator[LostName]:
    """The references to a name that an object of the unit had, and that none has now."""
    unknown = (each for each in references if isinstance(each.outcome, Unverifiable))
    names = [(each, asked) for each in unknown if (asked := _asked(each)) is not None]
    renamed = _renamed(resources if names else ())
    for reference, asked in names if renamed else ():
        own, (kind, name, place, namespace) = reference.resource, asked
        known = renamed.get((kind, name), ())
        meant = [each for each in known if may_share_namespace(namespace or own.namespace, each.namespace)]
        if meant and world.installer_near(own.path, own.namespace) is None:
            alike = (each for each in meant if _affixes(each) == _affixes(own))
            yield LostName(own, place, next(alike, meant[0]))


def _renamed(resources: Iterable[Resource]) -> Mapping[tuple[str, str], list[Resource]]:
    """The objects that are called otherwise than they are written, by kind and written name."""
    found: dict[tuple[str, str], list[Resource]] = defaultdict(list)
    for each in resources:
        written = _written_name(each)
        if written and written != each.name:
            found[each.kind, written].append(each)
    return found


def _affixes(resource: Resource) -> tuple[str, str]:
    """What was put before and behind its name: one base may be included under several."""
    prefix, _, suffix = resource.name.partition(_written_name(resource))
    return prefix, suffix


def _written_name(resource: Resource) -> str:
    return resource.name_node.written.string() or resource.name


def _asked(reference: Reference) -> _Names | None:
    """Kind, name, place and namespace of what a reference names; none of text that may mean anything."""
    if isinstance(reference, BackendReference) and reference.backend.family is not Family.URL:
        backend = reference.backend
        return "Service", backend.name, backend.name_node, backend.namespace
    if isinstance(reference, ParentReference):
        parent = reference.parent
        return "Gateway", parent.name, parent.name_node, parent.namespace
    if isinstance(reference, Scaling):
        return reference.autoscaler.kind, reference.autoscaler.name, reference.place, None
    return None
