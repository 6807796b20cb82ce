"""Objects as somebody wrote them down, to be held against what the API server takes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kgen.gitops.kustomization import kustomizations
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.schema.custom_kinds import CustomKinds
from kgen.wiring.ground import Ground

_SOPS = "sops"
_WORDS = re.compile(r"[^a-z0-9]+")
_PATCH_WORDS = frozenset({"patch", "patches", "overlay", "overlays"})


@dataclass(frozen=True, slots=True, eq=False)
class Manifest:
    """A resource that is not known to be a patch.

    `is_complete` says that nothing adds to it as far as is known; `namesakes` are the resources of its kind and name
    in the repository: where one is a patch without saying so, another is the whole. `custom_kinds` are the kinds that
    the repository defines.
    """

    resource: Resource
    is_complete: bool
    namesakes: Sequence[Resource]
    custom_kinds: CustomKinds


def manifests(ground: Ground) -> Iterator[Manifest]:
    """The resources that are applied; a file that SOPS has encrypted is another one by then."""
    patches, claims = _patches(ground), ground.world.claims
    for resource in ground.resources:
        if resource.path not in patches and _SOPS not in resource.node:
            is_complete = claims.reason(resource.path) is None
            yield Manifest(resource, is_complete, ground.namesakes.of(resource), ground.custom_kinds)


def _patches(ground: Ground) -> set[str]:
    """The files that kustomizations patch with, and those that are named so and that no kustomization builds on."""
    found = kustomizations(ground.documents)
    quoted = {path for each in found for path in each.fragments}
    listed = {path for each in found for path in each.resources}
    named = {each.path for each in ground.resources if _is_named_patch(each.path)}
    return (quoted | named - listed) - ground.world.claims.rendered


def _is_named_patch(path: str) -> bool:
    """Whether a file or its folder says that it holds patches, as `manager_webhook_patch.yaml` does."""
    folder, _, name = path.lower().rpartition("/")
    words = {*_WORDS.split(name), folder.rpartition("/")[2]}
    return not _PATCH_WORDS.isdisjoint(words)
