"""Helm charts as they lie in a repository."""

from __future__ import annotations

from posixpath import join

from kgen.discovery.folders import folder_of, folders_above
from kgen.record import record
from kgen.syntax.parse import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.syntax.node import Node
    from kgen.syntax.source import Source

CHART_FILE = "Chart.yaml"
_LIBRARY = "library"
_LOCAL = "file://"


@record
class Dependency:
    """Another chart that a chart includes; `node` is where it is asked for.

    `alias` is the name that the chart goes by there, `folder` where it lies, as written, if not in `charts/`.
    """

    name: str
    alias: str
    folder: str | None
    node: Node


@record
class Chart:
    """A folder, relative to the repository's root, with a Chart.yaml, whose content `node` is.

    https://helm.sh/docs/topics/charts/#the-chartyaml-file
    """

    folder: str
    name: str
    node: Node
    is_library: bool
    dependencies: tuple[Dependency, ...]

    def __str__(self) -> str:
        return self.folder or "."


def charts(sources: Iterable[Source]) -> Iterator[Chart]:
    """The charts that are no parts of others."""
    found = {folder_of(source.path): source for source in sources if source.path.rpartition("/")[2] == CHART_FILE}
    vendored = {join(folder, "charts") + "/" for folder in found}
    for source in found.values():
        if vendored.isdisjoint(folders_above(source.path)) and (chart := read_chart(source)) is not None:
            yield chart


def read_chart(source: Source) -> Chart | None:
    """The chart that a Chart.yaml describes; None when it cannot be read or gives no name."""
    node = next((document.root for document in parse(source)), None)
    name = _text(node, "name") if node is not None else ""
    if node is None or not name:
        return None
    return Chart(
        folder=folder_of(source.path),
        name=name,
        node=node,
        is_library=_text(node, "type") == _LIBRARY,
        dependencies=tuple(dependencies(node)),
    )


def dependencies(node: Node) -> Iterator[Dependency]:
    """What a Chart.yaml, or the requirements.yaml of older charts, lists as `dependencies`."""
    listed = node.get("dependencies")
    for entry in listed.sequence() if listed is not None else ():
        name, repository = _text(entry, "name"), _text(entry, "repository")
        folder = repository.removeprefix(_LOCAL) if repository.startswith(_LOCAL) else None
        yield Dependency(name, _text(entry, "alias") or name, folder, entry)


def _text(node: Node, key: str) -> str:
    value = node.get(key)
    return "" if value is None else value.string() or ""
