"""Object metadata in the order of Go's ObjectMeta, as kubectl prints it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.version import KubernetesVersion
    from kgen.syntax.value import Mapping

# The fields of Go's ObjectMeta, in its order.
OBJECT_META = (
    "name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "generation", "creationTimestamp",
    "deletionTimestamp", "deletionGracePeriodSeconds", "labels", "annotations", "ownerReferences", "finalizers",
    "managedFields",
)  # fmt: skip
CHANGE_CAUSE = "kubernetes.io/change-cause"


def metadata(
    version: KubernetesVersion,
    name: str = "",
    namespace: str = "",
    labels: dict[str, str] | None = None,
    annotations: dict[str, str] | None = None,
) -> Mapping:
    """The `metadata` of an object; empty parts are left out, maps are sorted as Go's JSON sorts them."""
    out: Mapping = {}
    if name:
        out["name"] = name
    if namespace:
        out["namespace"] = namespace
    if version.prints_null_creation_timestamp:
        out["creationTimestamp"] = None
    if labels:
        out["labels"] = sorted_map(labels)
    if annotations:
        out["annotations"] = sorted_map(annotations)
    return out


def sorted_map(texts: dict[str, str]) -> Mapping:
    """A map of strings in the order of Go's encoding/json: by UTF-8 bytes."""
    return {key: texts[key] for key in sorted(texts, key=lambda key: key.encode("utf-8", "surrogateescape"))}


def amended(resource: Mapping, namespace: str, annotations: dict[str, str]) -> Mapping:
    """A copy of an object with a namespace, unless empty, and further annotations."""
    before = resource["metadata"]
    assert isinstance(before, dict)
    fields = before | {"namespace": namespace} if namespace else before
    if annotations:
        kept = before.get("annotations")
        texts = {key: str(value) for key, value in kept.items()} if isinstance(kept, dict) else {}
        fields = fields | {"annotations": sorted_map(texts | annotations)}
    return {**resource, "metadata": {name: fields[name] for name in sorted(fields, key=OBJECT_META.index)}}


def without_managed_fields(resource: Mapping) -> Mapping:
    """A copy of an object as it is shown unless `--show-managed-fields` asks for everything."""
    before = resource["metadata"]
    assert isinstance(before, dict)
    kept: Mapping = {name: value for name, value in before.items() if name != "managedFields"}
    return {**resource, "metadata": kept}
