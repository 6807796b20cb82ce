"""Which objects a patch or replacement is for."""

from __future__ import annotations

from functools import cache

from kgen.gitops.kustomize.ids import Gvk, ResourceId
from kgen.gitops.kustomize.pattern import compile_pattern
from kgen.gitops.kustomize.problem import BuildError
from kgen.pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Mapping

    from kgen.gitops.kustomize.resource import BuiltResource
    from kgen.gitops.kustomize.tree import Value

# The parts of a target, and the texts of an object that one of them is compared with.
_PARTS: dict[str, Callable[[BuiltResource], tuple[str, ...]]] = {
    "namespace": lambda each: (each.original_id.effective_namespace, each.id.effective_namespace),
    "name": lambda each: (each.original_id.name, each.name),
    "group": lambda each: (each.gvk.group,),
    "version": lambda each: (each.gvk.version,),
    "kind": lambda each: (each.kind,),
}
_REQUIREMENT = lazy_pattern(
    r"\s*(?:(?P<absent>!)\s*(?P<key1>[\w./-]+)"
    r"|(?P<key2>[\w./-]+)\s+(?P<set>in|notin)\s*\((?P<values>[^)]*)\)"
    r"|(?P<key3>[\w./-]+)\s*(?P<operator>==|=|!=)\s*(?P<value>[\w./-]*)"
    r"|(?P<key4>[\w./-]+))\s*(?:,|\Z)"
)


def selected(resources: Iterable[BuiltResource], selector: Value) -> list[BuiltResource]:
    """The objects that meet a patch target, whose parts are regular expressions for the whole text."""
    asked = [(texts, text) for part, texts in _PARTS.items() if (text := selector.text_at(part))]
    patterns = [(texts, compile_pattern(text, selector.origin)) for texts, text in asked]
    met = (each for each in resources if all(_matches(texts(each), pattern) for texts, pattern in patterns))
    return [each for each in met if has_selected_metadata(each, selector)]


def has_selected_metadata(resource: BuiltResource, selector: Value) -> bool:
    """Whether an object's labels and annotations are those that a selector asks for."""
    labels, annotations = selector.get("labelSelector"), selector.get("annotationSelector")
    return _meets(resource, "labels", labels) and _meets(resource, "annotations", annotations)


def selected_id(selector: Value) -> ResourceId:
    """The id that a replacement's selector names; what is empty matches all."""
    parts = Gvk(selector.text_at("group"), selector.text_at("version"), selector.text_at("kind"))
    return ResourceId(parts, selector.text_at("name"), selector.text_at("namespace"))


def meets(labels: Mapping[str, str], selector: str) -> bool:
    """Whether labels meet a selector as kubectl writes it; raise BuildError for one that cannot be read."""
    return all(
        (labels.get(key) in values) is wanted if values is not None else (key in labels) is wanted
        for key, values, wanted in _requirements(selector)
    )


@cache
def _requirements(selector: str) -> tuple[tuple[str, tuple[str, ...] | None, bool], ...]:
    found: list[tuple[str, tuple[str, ...] | None, bool]] = []
    at = 0
    while at < len(selector.rstrip()):
        match = _REQUIREMENT.match(selector, at)
        if match is None:
            raise BuildError(f"`{selector}` is no label selector")
        found.append(_requirement(match))
        at = match.end()
    return tuple(found)


def _requirement(match: re.Match[str]) -> tuple[str, tuple[str, ...] | None, bool]:
    if match["key2"]:
        return match["key2"], tuple(each.strip() for each in match["values"].split(",")), match["set"] == "in"
    if match["key3"]:
        return match["key3"], (match["value"],), match["operator"] != "!="
    return match["key1"] or match["key4"], None, not match["absent"]


def _meets(resource: BuiltResource, field: str, selector: Value | None) -> bool:
    if selector is None or not selector.data:
        return True
    try:
        return meets(resource.texts(field), selector.text())
    except BuildError as error:
        raise error.at(selector.origin) from None


def _matches(texts: Iterable[str], pattern: re.Pattern[str]) -> bool:
    return any(pattern.fullmatch(text) is not None for text in texts)
