"""Objects as somebody wrote them down, to be held against what the API server takes."""

from collections.abc import Iterator, Sequence

from kgen.kubernetes.resource import Resource
from kgen.kubernetes.schema.custom_kinds import CustomKinds
from kgen.pattern import lazy_pattern
from kgen.record import record
from kgen.wiring.ground import Ground

_SOPS = "sops"
_WORDS = lazy_pattern(r"[^a-z0-9]+")
_PATCH_WORDS = frozenset({"patch", "patches", "overlay", "overlays"})


@record(eq=False)
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
    quoted = {path for each in ground.kustomizations for path in each.fragments}
    listed = {path for each in ground.kustomizations for path in each.resources}
    named = filter(_is_named_patch, {each.path for each in ground.resources} - listed - ground.world.claims.rendered)
    return (quoted - ground.world.claims.rendered).union(named)


def _is_named_patch(path: str) -> bool:
    """Whether a file or its folder says that it holds patches, as `manager_webhook_patch.yaml` does."""
    folder, _, name = path.lower().rpartition("/")
    words = {*_WORDS.split(name), folder.rpartition("/")[2]}
    return not _PATCH_WORDS.isdisjoint(words)
