"""Objects that bring pods and Services which the repository does not show (schemas/opaque-sources.json)."""

import json
from collections.abc import Iterable, Mapping
from functools import cache

from kgen.data import root
from kgen.gitops.fields import text
from kgen.gitops.flux.flux_kustomization import flux_kustomization
from kgen.gitops.kustomization import Kustomization
from kgen.gitops.unit import Unit
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.workload_kind import nodes_at, workload_kind
from kgen.record import record
from kgen.syntax.node import Node

TABLE = "opaque-sources.json"
_GATEWAY = ("gateway.networking.k8s.io", "Gateway")  # its controller may run a proxy for each


@record
class OpaqueSource:
    """Something that deploys what cannot be seen, to `namespace` or, when None, to an unknown one.

    `installs` says that it installs a whole application (a chart, another repository) and not just its own pods.
    """

    what: str
    path: str
    namespace: str | None
    installs: bool


@record
class Followed:
    """Of the objects that ask for others to be applied, those of which `all` of these are known, or `none`."""

    all: frozenset[Node] = frozenset()
    none: frozenset[Node] = frozenset()


def followed(units: Iterable[Unit]) -> Followed:
    """What rendering made known; what one cluster lacks counts as lacking."""
    asked = [(unit.declaration.written, unit) for unit in units if unit.declaration is not None]
    known = {node for node, unit in asked if unit.doubt is None and not unit.lacks_objects}
    unknown = {node for node, unit in asked if unit.is_opaque}
    lacking = {node for node, unit in asked if unit.lacks_objects}
    return Followed(frozenset(known - lacking), frozenset(unknown))


NOTHING_FOLLOWED = Followed()


def opaque_source(resource: Resource, known: Followed = NOTHING_FOLLOWED) -> OpaqueSource | None:
    """The source that an object is: a release, an application, or a custom resource that an operator acts on.

    What is rendered is none, and a Flux Kustomization only if it is known to apply what is not in the repository.
    """
    table, node = _table(), resource.node.written
    if known.all and node in known.all:
        return None
    flux = flux_kustomization(resource) if known.none and node in known.none else None
    if flux is not None:
        namespace = text(flux.spec, "targetNamespace") or None
        return OpaqueSource(str(resource), resource.path, namespace, installs=True)
    places = table.namespaces.get((resource.group, resource.kind))
    if places is not None:
        return OpaqueSource(str(resource), resource.path, _namespace(resource, places), installs=True)
    if _runs_no_pods(resource, table):
        return None
    return OpaqueSource(str(resource), resource.path, resource.namespace, installs=False)


def remote_source(kustomization: Kustomization) -> OpaqueSource | None:
    """What a kustomization brings from elsewhere: remote resources and charts."""
    if not kustomization.remote and "helmCharts" not in kustomization.node:
        return None
    namespace = kustomization.node.get("namespace")
    known = None if namespace is None else namespace.string()
    return OpaqueSource(f"`{kustomization.path}`", kustomization.path, known, installs=True)


@record
class _Table:
    namespaces: Mapping[tuple[str, str], tuple[str, ...]]
    inert: frozenset[str]
    inert_endings: tuple[str, ...]


def _namespace(resource: Resource, places: tuple[str, ...]) -> str | None:
    nodes = (node for place in places for node in nodes_at(resource.node, place))
    return next((found for node in nodes if (found := node.string())), None)


def _runs_no_pods(resource: Resource, table: _Table) -> bool:
    group = resource.group
    if (group, resource.kind) == _GATEWAY:
        return False
    if not group or group in table.inert or f"{group}/{resource.kind}" in table.inert:
        return True
    return group.endswith(table.inert_endings) or workload_kind(group, resource.kind) is not None


@cache
def _table() -> _Table:
    document = json.loads((root() / "schemas" / TABLE).read_text(encoding="utf-8"))
    groups = [row["group"] for row in document["inert"]]
    return _Table(
        namespaces={(row["group"], row["kind"]): tuple(row["namespaces"]) for row in document["kinds"]},
        inert=frozenset(group for group in groups if not group.startswith("*")),
        inert_endings=tuple(group[1:] for group in groups if group.startswith("*")),
    )
