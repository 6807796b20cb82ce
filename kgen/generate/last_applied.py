"""`--save-config`: the annotation in which `kubectl apply` keeps what was last applied."""

from __future__ import annotations

from kgen.generate.metadata import sorted_map
from kgen.syntax.emit.json import compact_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.value import Mapping

LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration"


def with_last_applied(resource: Mapping) -> Mapping:
    """A copy of the object that carries itself, as compact JSON and a line end, in the annotation."""
    metadata = resource["metadata"]
    assert isinstance(metadata, dict)
    before = metadata.get("annotations")
    annotations = {key: str(value) for key, value in before.items()} if isinstance(before, dict) else {}
    annotations[LAST_APPLIED] = compact_json(resource) + "\n"
    return {**resource, "metadata": {**metadata, "annotations": sorted_map(annotations)}}
