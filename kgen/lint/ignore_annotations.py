"""The annotation `kgen.dev/ignore: rule-a,rule-b`, for objects whose comments are lost on the way."""

from __future__ import annotations

from kgen.lint.finding import SuppressionKind
from kgen.lint.ignore import Ignore
from kgen.lint.spot import Spot
from kgen.pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.kubernetes.resource import Resource

ANNOTATION = "kgen.dev/ignore"
_RULE = lazy_pattern(r"[^,\s]+")


def ignore_annotations(resource: Resource) -> Iterator[Ignore]:
    """What a resource's annotation turns off on all of its lines."""
    metadata = resource.node.value_at("metadata")
    annotations = metadata.get("annotations") if isinstance(metadata, dict) else None
    if not isinstance(annotations, dict) or ANNOTATION not in annotations:
        return
    written = resource.node["metadata"]["annotations"][ANNOTATION]
    span = resource.node.span
    spot = Spot(written.source, written.span, resource.document)
    for rule in _RULE.findall(written.string() or ""):
        yield Ignore(rule, SuppressionKind.ANNOTATION, "", spot, range(span.line, span.end_line + 1))
