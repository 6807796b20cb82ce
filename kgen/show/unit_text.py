"""The units of a repository for people at a terminal."""

from __future__ import annotations

from kgen.show.unit_tree import Completeness
from kgen.syntax.display import cells, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kgen.gitops.kustomize.problem import Problem
    from kgen.gitops.unit import Unit
    from kgen.show.unit_tree import ClusterRows, UnitRow, UnitTree

_COLUMNS = ("UNIT", "KIND", "FOLDER", "OBJECTS")
_GAP = "  "
_MOST_KINDS = 4
_MOST_FOLDERS = 3


def as_text(tree: UnitTree, path_of: Callable[[str], str]) -> str:
    """A table for each cluster; `path_of` turns a path from the repository's root into the one to show."""
    tables = [_cluster(each, path_of) for each in tree.clusters]
    return "\n".join((*tables, _rest(tree)))


def _cluster(cluster: ClusterRows, path_of: Callable[[str], str]) -> str:
    objects = sum(len(row.unit.resources) for row in cluster.rows)
    title = f"Cluster {visible(cluster.name)}" if cluster.name else "Of no known cluster"
    rows = [_cells(row, cluster.name, path_of) for row in cluster.rows]
    widths = [max(map(cells, column)) for column in zip(_COLUMNS, *rows, strict=True)]
    lines = [f"{title}: {_count(len(rows), 'unit')}, {_count(objects, 'object')}", _line(_COLUMNS, widths)]
    for row, columns in zip(cluster.rows, rows, strict=True):
        lines.append(_line(columns, widths))
        lines += [f"{_GAP * (row.depth + 2)}{remark}" for remark in _remarks(row, path_of)]
    return "\n".join(lines) + "\n"


def _rest(tree: UnitTree) -> str:
    """What is in no unit."""
    objects, files = _count(tree.loose_objects, "object"), _count(tree.loose_files, "file")
    if not tree.clusters:
        return f"No units: {objects} in {files}, applied as they are written.\n"
    return f"In no unit: {objects} in {files}.\n"


def _line(columns: Sequence[str], widths: Sequence[int]) -> str:
    padded = (text + " " * (width - cells(text)) for text, width in zip(columns, widths, strict=True))
    return (_GAP + _GAP.join(padded)).rstrip()


def _cells(row: UnitRow, cluster: str, path_of: Callable[[str], str]) -> tuple[str, str, str, str]:
    unit = row.unit
    name = visible(unit.name.removeprefix(f"{cluster}/") if unit.declaration is not None else unit.name)
    return _GAP * row.depth + name, unit.kind.value, _folder(unit), _objects(row, path_of)


def _folder(unit: Unit) -> str:
    """Nothing where it is the name already."""
    if unit.declaration is None:
        return ""
    return visible(unit.folder or ".") if unit.resources or unit.folder else "-"


def _objects(row: UnitRow, path_of: Callable[[str], str]) -> str:
    if row.completeness is Completeness.NOTHING:
        only = f": {_sentence(row.unit.problems[0], path_of)}" if len(row.unit.problems) == 1 else ""
        return f"not rendered{only}"
    part = ", in part" if row.completeness is Completeness.PARTIAL else ""
    return f"{_kinds(row.kinds)}{part}"


def _kinds(kinds: Mapping[str, int]) -> str:
    """`3: 2 Service, 1 Deployment`."""
    named = [f"{number} {visible(kind)}" for kind, number in list(kinds.items())[:_MOST_KINDS]]
    rest = sum(list(kinds.values())[_MOST_KINDS:])
    more = [f"{rest} more"] if rest else []
    return f"{sum(kinds.values())}: {', '.join((*named, *more))}" if kinds else "none"


def _remarks(row: UnitRow, path_of: Callable[[str], str]) -> Iterator[str]:
    """What it includes, and what keeps it from being whole."""
    includes = [visible(each) or "." for each in row.unit.includes]
    if includes:
        more = f" and {len(includes) - _MOST_FOLDERS} more" if len(includes) > _MOST_FOLDERS else ""
        yield f"includes {', '.join(includes[:_MOST_FOLDERS])}{more}"
    if row.unit.resources or len(row.unit.problems) > 1:
        yield from (f"! {_sentence(problem, path_of)}" for problem in row.unit.problems)


def _sentence(problem: Problem, path_of: Callable[[str], str]) -> str:
    """The reason, and where it is."""
    if problem.node is None:
        return visible(problem.message)
    return visible(f"{problem.message} ({path_of(problem.node.source.path)}:{problem.node.span.line})")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
