"""The charts of a repository as units: by themselves, and with each file of further values beside them."""

from __future__ import annotations

from kgen.discovery.witness import asked_elsewhere
from kgen.gitops.helm.chart import charts
from kgen.gitops.helm.render import Release, render_chart, unnamed_release
from kgen.gitops.rendered import rendered_resources
from kgen.gitops.unit import Unit, UnitKind
from kgen.pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kgen.gitops.helm.chart import Chart
    from kgen.gitops.helm.render import Helm
    from kgen.gitops.kustomize.files import Files
    from kgen.syntax.source import Source

MOST_RUNS = 2
"""Charts that are rendered at a time."""

# `values-prod.yaml`, `values.prod.yaml`, `prod-values.yaml`; and what chart-testing installs a chart with, see
# https://github.com/helm/chart-testing/blob/main/doc/ct_install.md.
_VALUES = lazy_pattern(r"values[-_.][^/]+\.ya?ml|[^/]+[-_.]values\.ya?ml|ci/[^/]*-values\.yaml")


def chart_units(helm: Helm, files: Files, sources: Sequence[Source], applied: Iterable[Unit] = ()) -> Iterator[Unit]:
    """What each chart gives that can be installed: with its own values, and with each file of further ones.

    How a chart is meant to be installed is known of those that the `applied` units show: their own values alone, which
    may be no more than a start, are not looked at then.
    """
    installed = {path for unit in applied if not unit.problems for path in unit.sources}
    every = [each for chart in charts(sources) if not chart.is_library for each in _variants(chart, sources)]
    wanted = [each for each in every if each[1] is not None or each[0].node.source.path not in installed]
    if not wanted:
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - 6 ms, for repositories with charts

    asked_elsewhere()  # the threads have a witness of their own, which nobody hears
    with ThreadPoolExecutor(MOST_RUNS) as pool:
        yield from pool.map(lambda each: _unit(helm, files, *each), wanted)


def _variants(chart: Chart, sources: Sequence[Source]) -> Iterator[tuple[Chart, Source | None]]:
    yield chart, None
    for source in sources:
        if source.path.startswith(_start(chart)) and _VALUES.fullmatch(source.path.removeprefix(_start(chart))):
            yield chart, source


def _start(chart: Chart) -> str:
    return f"{chart.folder}/" if chart.folder else ""


def _unit(helm: Helm, files: Files, chart: Chart, values: Source | None) -> Unit:
    """A chart that cannot be rendered is a unit too, that says why and stands for none of its files."""
    release = Release(unnamed_release(chart), values=() if values is None else (values.data,))
    rendered = render_chart(helm, files, chart, release)
    variant = "" if values is None else f" ({values.path.removeprefix(_start(chart))})"
    return Unit(
        name=f"{chart}{variant}",
        kind=UnitKind.CHART,
        folder=chart.folder,
        cluster="",
        resources=rendered_resources(rendered.objects),
        sources=rendered.sources,
        problems=rendered.problems,
    )
