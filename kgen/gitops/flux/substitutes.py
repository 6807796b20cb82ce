"""Where the variables of a Flux Kustomization get their values."""

from __future__ import annotations

from kgen.gitops.fields import field, text
from kgen.gitops.flux.envsubst import Variables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kgen.gitops.flux.flux_kustomization import FluxKustomization, Reference
    from kgen.kubernetes.resource import Resource

_ENCRYPTED = "ENC["
_CONFIG_MAP = "ConfigMap"
_HIDDEN_KIND = "Secret"
_HIDDEN_FIELDS = ("data", "stringData")


def variables_of(flux: FluxKustomization, find: Callable[[Reference], Resource | None]) -> Variables:
    """Those that it defines and those of ConfigMaps and Secrets, if `find` finds these; a missing one may hold more."""
    values: dict[str, str | None] = {}
    sources = [find(each) for each in flux.substitutes_from]
    for source in sources:
        values |= {} if source is None else _entries(source)
    values |= {name: _one_line(text(node)) for name, node in flux.substitutes.items()}
    return Variables(values, all(each is not None for each in sources))


def is_source(resource: Resource) -> bool:
    """Whether an object may give variables their values."""
    return resource.api_version == "v1" and resource.kind in (_CONFIG_MAP, _HIDDEN_KIND)


def matching(reference: Reference, resources: Iterable[Resource]) -> list[Resource]:
    """The objects that a reference may mean; an unknown namespace can be any."""
    return [
        each
        for each in resources
        if is_source(each)
        and (each.kind, each.name) == (reference.kind, reference.name)
        and (not reference.namespace or each.namespace in (None, reference.namespace))
    ]


def _entries(source: Resource) -> Mapping[str, str | None]:
    """Values by key; None for what is encrypted, and for every value of a Secret: it might get into a message."""
    if source.kind == _HIDDEN_KIND:
        maps = (field(source.node, name) for name in _HIDDEN_FIELDS)
        return {key: None for found in maps if found is not None for key in found.mapping()}
    data = field(source.node, "data")
    entries = {} if data is None else {key: text(node) for key, node in data.mapping().items()}
    return {key: None if value.startswith(_ENCRYPTED) else _one_line(value) for key, value in entries.items()}


def _one_line(value: str) -> str:
    return value.replace("\n", "")
