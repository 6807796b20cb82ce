"""The table of kinds that hold pod templates (schemas/pod-templates.json)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kgen.data import root
from kgen.syntax.node import Node

TABLE = "pod-templates.json"


@dataclass(frozen=True, slots=True)
class WorkloadKind:
    """Where a kind has its pod templates, and what its controller makes of them.

    `added_labels` maps a label key, which may end in `*`, to the value that pods get: `{name}` stands for the
    object's name, `{ordinal}` for a number, `*` for anything. `selector` is the path of the selector that
    must match the template, empty where there is none. `declares_ports` is false where pods are reached on
    ports that no template names (virtual machines, Knative's queue proxy), `has_images` where the images may be
    filled in later.
    """

    group: str
    kind: str
    templates: tuple[str, ...]
    selector: str
    added_labels: Mapping[str, str]
    declares_ports: bool
    has_images: bool

    @property
    def runs_to_completion(self) -> bool:
        """Whether its pods end by themselves, as those of Jobs do."""
        return self.group == "batch"


def workload_kind(group: str, kind: str) -> WorkloadKind | None:
    """The row of a kind, None for a kind that holds no pod template."""
    return _table().get((group, kind))


def nodes_at(node: Node, path: str) -> Iterator[Node]:
    """Every node at a path of the table; `a[*]` takes each item of `a`, `*` each value of a mapping."""
    if not path:
        yield node
        return
    step, _, rest = path.partition(".")
    for child in _children(node, step):
        yield from nodes_at(child, rest)


def _children(node: Node, step: str) -> list[Node]:
    if step == "*":
        return list(node.mapping().values())
    child = node.get(step.removesuffix("[*]"))
    if child is None:
        return []
    return child.sequence() if step.endswith("[*]") else [child]


@cache
def _table() -> Mapping[tuple[str, str], WorkloadKind]:
    document = json.loads((root() / "schemas" / TABLE).read_text(encoding="utf-8"))
    everywhere = document["every-pod"]["adds"]
    rows = (
        WorkloadKind(
            group=row["group"],
            kind=row["kind"],
            templates=tuple(row["templates"]),
            selector=row.get("selector", ""),
            added_labels={**everywhere, **row.get("adds", {})},
            declares_ports=row.get("ports") != "any",
            has_images=row.get("images") != "triggers",
        )
        for row in document["kinds"]
    )
    return {(row.group, row.kind): row for row in rows}
