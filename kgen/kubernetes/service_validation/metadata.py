"""Complaints about a Service's metadata, and about labels wherever they stand (ValidateObjectMeta)."""

from __future__ import annotations

from kgen.kubernetes.names import dns1035_label, dns1123_label, label_key, label_value
from kgen.kubernetes.service_validation.defaulted import text, text_map
from kgen.kubernetes.service_validation.field import each_invalid, required

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.version import KubernetesVersion
    from kgen.syntax.value import Mapping

_ANNOTATIONS_LIMIT = 256 * 1024  # bytes of all keys and values together


def metadata_complaints(metadata: Mapping, version: KubernetesVersion) -> list[str]:
    """The complaints about name, namespace, labels and annotations; a missing namespace will be `default`."""
    namespace = text(metadata.get("namespace"))
    return [
        *_name_complaints(text(metadata.get("name")), version),
        *(each_invalid("metadata.namespace", namespace, dns1123_label(namespace)) if namespace else ()),
        *label_complaints("metadata.labels", text_map(metadata.get("labels"))),
        *_annotation_complaints(text_map(metadata.get("annotations"))),
    ]


def label_complaints(path: str, labels: dict[str, str]) -> list[str]:
    """The complaints about labels or a selector, in the order they stand; the API server's is random."""
    complaints = []
    for key, value in labels.items():
        complaints += each_invalid(path, key, label_key(key))
        complaints += each_invalid(path, value, label_value(value))
    return complaints


def _name_complaints(name: str, version: KubernetesVersion) -> list[str]:
    if not name:
        return [required("metadata.name", "name or generateName is required")]
    rule = dns1123_label if version.relaxes_service_names else dns1035_label
    return each_invalid("metadata.name", name, rule(name))


def _annotation_complaints(annotations: dict[str, str]) -> list[str]:
    path = "metadata.annotations"
    complaints = []
    size = 0
    for key, value in annotations.items():
        complaints += each_invalid(path, key, label_key(key.lower()))
        size += len(key.encode("utf-8", "surrogateescape")) + len(value.encode("utf-8", "surrogateescape"))
    if size > _ANNOTATIONS_LIMIT:
        complaints.append(f"{path}: Too long: may not be more than {_ANNOTATIONS_LIMIT} bytes")
    return complaints
