"""Custom resources that nothing in the repository defines, and that no schema is at hand for."""

from collections.abc import Iterable

from kgen.kubernetes.schema.built_in import built_in_kinds
from kgen.wiring.manifest import Manifest

# Files for kustomize itself, which no API server ever sees.
_NOT_APPLIED = frozenset({"kustomize.config.k8s.io"})


def count_undefined(manifests: Iterable[Manifest], minor: int) -> int:
    """How many objects are of a kind that neither Kubernetes 1.`minor` nor the repository defines."""
    known = built_in_kinds(minor)
    return sum(
        not manifest.custom_kinds.definitions(resource.api_version, resource.kind, known.metadata)
        for manifest in manifests
        if (resource := manifest.resource).group not in known.groups and resource.group not in _NOT_APPLIED
    )
