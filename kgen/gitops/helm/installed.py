"""The charts of a repository as objects of Argo CD and Flux install them."""

from __future__ import annotations

from kgen.gitops.helm.argocd_release import argo_release
from kgen.gitops.helm.chart import charts
from kgen.gitops.helm.flux_release import flux_release
from kgen.gitops.helm.render import not_rendered, render_chart
from kgen.gitops.kustomize.problem import BuildError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kgen.gitops.argocd.application import Application, ApplicationSource
    from kgen.gitops.helm.render import Helm, Release, RenderedChart
    from kgen.gitops.kustomize.files import Files
    from kgen.kubernetes.resource import Resource
    from kgen.syntax.source import Source


class InstalledCharts:
    """Renders the charts of a repository; every answer is None where there is no chart in the folder, or no helm."""

    def __init__(self, helm: Helm | None, files: Files, sources: Iterable[Source]) -> None:
        self._helm = helm
        self._files = files
        self._charts = {} if helm is None else {chart.folder: chart for chart in charts(sources)}

    def application(self, application: Application, source: ApplicationSource, folder: str) -> RenderedChart | None:
        """What a source of an Application installs."""
        return self._rendered(folder, lambda: argo_release(application, source, self._files, folder))

    def release(self, resource: Resource, folder: str) -> RenderedChart | None:
        """What a HelmRelease installs."""
        return self._rendered(folder, lambda: flux_release(resource, self._files, folder))

    def _rendered(self, folder: str, release: Callable[[], Release]) -> RenderedChart | None:
        chart = self._charts.get(folder)
        if self._helm is None or chart is None:
            return None
        try:
            return render_chart(self._helm, self._files, chart, release())
        except BuildError as error:
            return not_rendered(error, chart)
