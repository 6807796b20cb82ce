"""The table of kinds that hold pod templates (schemas/pod-templates.json)."""

import json
from collections.abc import Mapping
from functools import cache

from kgen.data import root
from kgen.record import record
from kgen.syntax.node import Node

TABLE = "pod-templates.json"


@record
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


def nodes_at(node: Node, path: str) -> list[Node]:
    """Every node at a path of the table; `a[*]` takes each item of `a`, `*` each value of a mapping."""
    found = [node]
    for key, takes_items in _steps(path):
        if key == "*":
            found = [child for each in found for child in each.mapping().values()]
            continue
        found = [child for each in found if (child := each.get(key)) is not None]
        if takes_items:
            found = [item for each in found for item in each.sequence()]
    return found


def node_at(node: Node, path: str) -> Node | None:
    """The first node at a path of the table, None where there is none."""
    return next(iter(nodes_at(node, path)), None)


@cache
def _steps(path: str) -> tuple[tuple[str, bool], ...]:
    """The keys of a path, each with whether the items of what it leads to are meant."""
    steps = path.split(".") if path else []
    return tuple((step.removesuffix("[*]"), step.endswith("[*]")) for step in steps)


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
