"""Labels that pods have and their templates do not show: added by controllers, operators or programs."""

import json
from collections.abc import Sequence
from functools import cache

from kgen.data import root
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.workload_kind import WorkloadKind
from kgen.record import record

TABLE = "runtime-labels.json"


@record
class RuntimeLabel:
    """A row of schemas/runtime-labels.json: `by` is who sets labels of this key and value, both patterns with `*`."""

    key: str
    value: str
    by: str


def adds_label(pod: PodTemplate, key: str, value: str) -> bool:
    """Whether the controller of a pod template may put this label on its pods."""
    added = pod.kind.added_labels
    name = pod.resource.name
    return any(_is_key(key, known) and _fits(value, form, name) for known, form in added.items())


def may_add(kind: WorkloadKind, key: str) -> bool:
    """Whether the controller of a kind puts labels of this key on its pods."""
    return any(_is_key(key, known) for known in kind.added_labels)


def runtime_label(key: str, value: str) -> RuntimeLabel | None:
    """Who may set this label on pods that no template of the repository describes."""
    return next((row for row in _table() if _matches(key, row.key) and _matches(value, row.value)), None)


def _is_key(key: str, known: str) -> bool:
    """Whether a key is the known one or, when that ends in `*`, begins as it does."""
    return key == known or (known.endswith("*") and key.startswith(known[:-1]))


def _fits(value: str, form: str, name: str) -> bool:
    if form == "*":
        return True
    start, ordinal, end = form.replace("{name}", name).partition("{ordinal}")
    if not ordinal:
        return value == start
    number = value.removeprefix(start).removesuffix(end)
    return value == start + number + end and number.isdecimal()


def _matches(text: str, pattern: str) -> bool:
    """Whether a text is what a pattern says, in which `*` is any text; the ninety of them are not worth compiling."""
    start, *middle = pattern.split("*")
    if not middle:
        return text == pattern
    end = middle.pop()
    if len(text) < len(start) + len(end) or not text.startswith(start) or not text.endswith(end):
        return False
    at = len(start)
    for piece in middle:
        at = text.find(piece, at, len(text) - len(end)) + len(piece)
        if at < len(piece):
            return False
    return True


@cache
def _table() -> Sequence[RuntimeLabel]:
    document = json.loads((root() / "schemas" / TABLE).read_text(encoding="utf-8"))
    return [RuntimeLabel(row["key"], row.get("value", "*"), row["by"]) for row in document["labels"]]
