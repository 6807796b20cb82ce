"""Which units a repository's files make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgen.config.model import LOAD_FROM_FOLDER
from kgen.gitops.applied import Applied
from kgen.gitops.helm.chart_units import chart_units
from kgen.gitops.helm.render import Helm
from kgen.gitops.kustomize.files import Files
from kgen.gitops.naming import named
from kgen.gitops.rendering import Renderer
from kgen.kubernetes.resource import resources
from kgen.kubernetes.version import target_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kgen.config.model import Config
    from kgen.gitops.unit import Unit
    from kgen.syntax.document import Document
    from kgen.syntax.source import Source


def units(root: Path, sources: Iterable[Source], documents: Iterable[Document], config: Config) -> Iterator[Unit]:
    """What is applied together, as it is rendered, each unit behind the one that asks for it.

    These are the kustomizations that nothing else applies or includes, and what Flux Kustomizations, HelmReleases and
    Argo CD Applications apply, in each cluster that they are in; and the charts of the repository, where helm may run.
    """
    every, files = tuple(documents), tuple(sources)
    helm = _helm(config)
    are_restricted = config.load_restrictor == LOAD_FROM_FOLDER
    renderer = Renderer(root, files, every, are_restricted=are_restricted, helm=helm)
    written = [resource for document in every for resource in resources(document)]
    applied = Applied(renderer, written).units()
    charts = () if helm is None else chart_units(helm, Files(root, files), files, applied)
    yield from named([*applied, *charts])


def _helm(config: Config) -> Helm | None:
    if config.helm_program is None:
        return None
    return Helm(config.helm_program, target_version(config.kubernetes_version))
