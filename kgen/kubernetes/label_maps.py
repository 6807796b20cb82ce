"""Where an object holds labels: maps of text to text."""

from collections.abc import Iterator

from kgen.kubernetes.pod_template import pod_templates
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import service
from kgen.syntax.node import Node
from kgen.syntax.value import Data

_MATCH_LABELS = "matchLabels"
_KEYS = frozenset({"labels", "selector", _MATCH_LABELS})
_NO_TEXT = frozenset({bool, int, float})


def label_maps(resource: Resource) -> Iterator[Node]:
    """The object's own labels, those of its pods, a Service's selector, and every `matchLabels`."""
    for node in (resource.node, *(pod.node for pod in pod_templates(resource))):
        metadata = node.get("metadata")
        labels = None if metadata is None else metadata.get("labels")
        if labels is not None:
            yield labels
    found = service(resource)
    if found is not None and found.selector is not None:
        yield found.selector.node
    yield from _match_labels(resource.node)


def may_hold_other_than_text(resource: Resource) -> bool:
    """Whether a number or boolean is in anything that `label_maps` may give, told from plain data: hardly ever so."""
    value = resource.node.value
    return isinstance(value, dict) and _holds_other_than_text(value)


def _holds_other_than_text(value: dict[str, Data] | list[Data]) -> bool:
    for key, each in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(each, dict):
            if (key in _KEYS and not _NO_TEXT.isdisjoint(map(type, each.values()))) or _holds_other_than_text(each):
                return True
        elif isinstance(each, list) and _holds_other_than_text(each):
            return True
    return False


def _match_labels(node: Node) -> Iterator[Node]:
    """Every `matchLabels` at or below a node; only what leads to one is made a Node."""
    for key, child in node.items():
        if key.value == _MATCH_LABELS:
            yield child
        elif _holds_match_labels(child.value):
            yield from _match_labels(child)
    for item in node:
        if _holds_match_labels(item.value):
            yield from _match_labels(item)


def _holds_match_labels(value: Data) -> bool:
    if isinstance(value, dict):
        return _MATCH_LABELS in value or any(map(_holds_match_labels, value.values()))
    return isinstance(value, list) and any(map(_holds_match_labels, value))
