"""The units of a repository for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kgen.gitops.kustomize.problem import Problem
    from kgen.show.unit_tree import ClusterRows, UnitRow, UnitTree
    from kgen.syntax.node import Node

VERSION = 1
Json = Mapping[str, "Json"] | list["Json"] | str | int | None


def as_json(tree: UnitTree, path_of: Callable[[str], str]) -> str:
    """One indented object in ASCII, which docs/units.md describes."""
    data: Json = {
        "version": VERSION,
        "clusters": [_cluster(each, path_of) for each in tree.clusters],
        "loose": {"objects": tree.loose_objects, "files": tree.loose_files},
    }
    return json.dumps(data, indent=2) + "\n"


def _cluster(cluster: ClusterRows, path_of: Callable[[str], str]) -> Json:
    return {"name": cluster.name or None, "units": [_unit(row, path_of) for row in cluster.rows]}


def _unit(row: UnitRow, path_of: Callable[[str], str]) -> Json:
    unit = row.unit
    asked_for = unit.declaration is not None
    return {
        "name": unit.name,
        "kind": unit.kind.value,
        "namespace": (unit.namespace or None) if asked_for else None,
        "declaration": None if unit.declaration is None else _place(unit.declaration, path_of),
        "parent": None if unit.parent is None else unit.parent.name,
        "folder": path_of(unit.folder) if unit.resources or unit.folder or not asked_for else None,
        "includes": [path_of(each) for each in unit.includes],
        "state": row.completeness.value,
        "objects": dict(row.kinds),
        "problems": [_problem(each, path_of) for each in unit.problems],
    }


def _problem(problem: Problem, path_of: Callable[[str], str]) -> Json:
    place: Json = None if problem.node is None else _place(problem.node, path_of)
    return {"message": problem.message, "cause": problem.cause.value, "place": place}


def _place(node: Node, path_of: Callable[[str], str]) -> Json:
    span = node.span
    return {"path": path_of(node.source.path), "line": span.line, "column": span.column}
