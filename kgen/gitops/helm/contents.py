"""The files of a chart and of the charts that it includes, all from inside the repository."""

from __future__ import annotations

from posixpath import join

from kgen.discovery.folders import folders_above
from kgen.discovery.walk import walk
from kgen.discovery.witness import asked_elsewhere
from kgen.gitops.helm.chart import CHART_FILE, Chart, Dependency, dependencies, read_chart
from kgen.gitops.kustomize.problem import BuildError, Cause
from kgen.record import record
from kgen.syntax.parse import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgen.gitops.kustomize.files import Files
    from kgen.syntax.node import Node
    from kgen.syntax.source import Source

MOST_FILES = 5_000
MOST_BYTES = 32 * 1024 * 1024

_RENDERED = ("templates/", CHART_FILE, "values.yaml")
_REQUIREMENTS = "requirements.yaml"
_PACKED = ".tgz"
# What lies about where a chart is a whole repository, often thousands of files.
_LEFT_BY_TOOLS = frozenset({"node_modules", ".venv", ".terraform"})
# A schema may refer to any address and any file, and helm would fetch both.
_SCHEMA = "values.schema.json"


@record
class Contents:
    """`files` by their path in the chart; `folders` are those of included charts by the names helm gives them.

    Both kinds of folders are like `charts/db/`, and empty for the chart itself.
    """

    files: Mapping[str, Source]
    folders: Mapping[str, str]

    @property
    def rendered(self) -> frozenset[str]:
        """The files, by their path in the repository, that are only looked at as helm renders them."""
        parts = [f"{folder}{name}" for folder in self.folders.values() for name in _RENDERED]
        return frozenset(source.path for path, source in self.files.items() if path.startswith(tuple(parts)))

    def template(self, path: str) -> Source | None:
        """The file that helm calls `web/charts/db/templates/service.yaml`; None for one in a packed chart."""
        inside = path.partition("/")[2]
        named = max((name for name in self.folders if inside.startswith(name)), key=len)
        return self.files.get(self.folders[named] + inside.removeprefix(named))


def contents(chart: Chart, files: Files) -> Contents:
    """Gather what helm needs of a chart; raise BuildError for what is missing, too much, or outside the repository."""
    return _Gathering(files, chart).contents()


class _Gathering:
    def __init__(self, files: Files, chart: Chart) -> None:
        self._files = files
        self._chart = chart
        self._gathered: dict[str, Source] = {}
        self._bytes = 0
        self._read: dict[str, Chart | None] = {}

    def contents(self) -> Contents:
        folders = {"": ""}
        self._add(self._chart.folder, "", ())
        pending: list[tuple[str, str, tuple[str, ...]]] = [("", "", (self._chart.folder,))]
        while pending:
            name, inside, above = pending.pop()
            for each in self._dependencies(inside):
                self._include(each, inside, above)
            for subchart, names in self._included(inside):
                below = (self._chart_in(subchart).folder, *above)
                folders.update((f"{name}charts/{one}/", subchart) for one in names)
                pending += [(f"{name}charts/{one}/", subchart, below) for one in names]
        return Contents(self._gathered, folders)

    def _add(self, folder: str, inside: str, above: tuple[str, ...]) -> None:
        """Add all below a folder of the repository; folders that are links too, unless they lead back up."""
        asked_elsewhere()  # what helm makes of a chart is for helm to say
        found, problems = walk(self._files.root / folder, _is_of_chart, ignore_file=None)
        for problem in problems:
            raise self._error(f"`{join(folder, problem.path)}` {problem.reason}")
        for path in sorted(found):
            real = self._files.resolve(folder, path, self._chart.node)
            if not self._files.is_folder(real):
                self._add_file(inside + path, self._files.source(real))
            elif real not in above and (real and f"{real}/") not in folders_above(join(folder, path)):
                self._add(real, f"{inside}{path}/", (folder, *above))

    def _add_file(self, path: str, source: Source) -> None:
        if path.rpartition("/")[2] == _SCHEMA:
            return
        self._gathered[path] = source
        self._bytes += len(source.data)
        if self._bytes > MOST_BYTES or len(self._gathered) > MOST_FILES:
            raise self._error(f"the chart has more than {MOST_FILES} files or {MOST_BYTES >> 20} MiB")

    def _include(self, dependency: Dependency, inside: str, above: tuple[str, ...]) -> None:
        """See that a dependency is there; one that lies elsewhere in the repository is taken from there.

        `above` are the folders of the charts that it is for, the innermost first.
        """
        packed = f"{inside}charts/{dependency.name}-"
        if any(path.startswith(packed) and path.endswith(_PACKED) for path in self._gathered):
            return
        if any(self._chart_in(each).name == dependency.name for each in self._charts_in(inside)):
            return
        if dependency.folder is None:
            message = f"chart `{dependency.name}` is not in `charts/`, and kgen reads nothing from the network"
            raise BuildError(message, dependency.node, Cause.REMOTE)
        real = self._files.resolve(above[0], dependency.folder, dependency.node)
        if real in above:
            raise BuildError(f"`{dependency.folder}` is a cycle: it includes `{self._chart}`", dependency.node)
        self._add(real, f"{inside}charts/{dependency.name}/", ())

    def _dependencies(self, inside: str) -> Iterator[Dependency]:
        for name in (CHART_FILE, _REQUIREMENTS):
            source = self._gathered.get(inside + name)
            node = _root(source)
            if node is not None:
                yield from dependencies(node)

    def _included(self, inside: str) -> Iterator[tuple[str, set[str]]]:
        """The charts in `charts/`, each with the names that it goes by."""
        aliases = [(each.name, each.alias) for each in self._dependencies(inside)]
        for subchart in self._charts_in(inside):
            own = self._chart_in(subchart).name
            yield subchart, {own, *(alias for name, alias in aliases if name == own)}

    def _charts_in(self, inside: str) -> list[str]:
        start = f"{inside}charts/"
        inner = (path.removeprefix(start) for path in self._gathered if path.startswith(start))
        folders = (path.split("/") for path in inner)
        return [f"{start}{folder[0]}/" for folder in folders if len(folder) == 2 and folder[1] == CHART_FILE]

    def _chart_in(self, inside: str) -> Chart:
        source = self._gathered[inside + CHART_FILE]
        if inside not in self._read:
            self._read[inside] = read_chart(source)
        chart = self._read[inside]
        if chart is None:
            raise self._error(f"`{source.path}` describes no chart")
        return chart

    def _error(self, message: str) -> BuildError:
        return BuildError(message, self._chart.node)


def _is_of_chart(path: str) -> bool:
    return _LEFT_BY_TOOLS.isdisjoint(path.split("/"))


def _root(source: Source | None) -> Node | None:
    return None if source is None else next((document.root for document in parse(source)), None)
