"""The order that the objects are printed in."""

from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.ids import Gvk
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.resource import BuiltResource
from kgen.gitops.kustomize.tree import Value

_FIRST = (
    "Namespace",
    "ResourceQuota",
    "StorageClass",
    "CustomResourceDefinition",
    "ServiceAccount",
    "PodSecurityPolicy",
    "Role",
    "ClusterRole",
    "RoleBinding",
    "ClusterRoleBinding",
    "ConfigMap",
    "Secret",
    "Endpoints",
    "Service",
    "LimitRange",
    "PriorityClass",
    "PersistentVolume",
    "PersistentVolumeClaim",
    "Deployment",
    "StatefulSet",
    "CronJob",
    "PodDisruptionBudget",
)
_LAST = ("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration")


def sort_resources(collection: Collection, options: Value | None) -> None:
    """Sort as `sortOptions` says: legacy, which is also meant by none, puts what others need first."""
    order = "legacy" if options is None else options.text_at("order") or ""
    legacy = options.get("legacySortOptions") if options is not None else None
    if order not in ("legacy", "fifo") or (order == "fifo" and legacy is not None):
        raise BuildError(f"`{order}` is no order: legacy or fifo", options.origin if options is not None else None)
    if order == "fifo":
        return
    first = _FIRST if legacy is None else _texts(legacy, "orderFirst")
    last = _LAST if legacy is None else _texts(legacy, "orderLast")
    ranks = {kind: rank - len(first) for rank, kind in enumerate(first)}
    ranks.update({kind: rank + 1 for rank, kind in enumerate(last)})
    ordered = sorted(collection.resources, key=lambda resource: _key(resource, ranks))
    Collection().append_all(ordered)  # here kustomize notices that patches made two objects one
    collection.resources = ordered


def _texts(options: Value, field: str) -> tuple[str, ...]:
    found = options.get(field)
    return tuple(each.text() for each in found.items) if found is not None else ()


def _key(resource: BuiltResource, ranks: dict[str, int]) -> tuple[int, str, str]:
    found = resource.id
    own = found.gvk
    place = f"{_gvk_text(own)}|{found.namespace or '~X'}|{found.name or '~N'}"
    return ranks.get(own.kind, 0), "_".join((own.group or "~G", own.version or "~V", own.kind or "~K")), place


def _gvk_text(own: Gvk) -> str:
    return ".".join((own.kind or "[noKind]", own.version or "[noVer]", own.group or "[noGrp]"))
