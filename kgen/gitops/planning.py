"""What Flux, Argo CD, kustomize and helm make of a repository, for those that have something of theirs."""

from __future__ import annotations

from kgen.config.model import LOAD_FROM_FOLDER
from kgen.gitops.applied import Applied
from kgen.gitops.helm.chart_units import chart_units
from kgen.gitops.helm.render import Helm
from kgen.gitops.kustomize.files import Files
from kgen.gitops.naming import named
from kgen.gitops.plan import Plan
from kgen.gitops.rendering import Renderer
from kgen.kubernetes.version import target_version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgen.config.model import Config
    from kgen.gitops.unit import Unit
    from kgen.gitops.written import Written


def plan_of(written: Written, config: Config) -> Plan:
    """Plan the units of what is written."""
    helm = _helm(config)
    are_restricted = config.load_restrictor == LOAD_FROM_FOLDER
    renderer = Renderer(written, are_restricted=are_restricted, helm=helm)
    applied = Plan(tuple(Applied(renderer, written.resources).units()))
    charts = () if helm is None else _charts(helm, written, applied)
    return Plan(tuple(named([*applied.units, *charts])))


def _charts(helm: Helm, written: Written, applied: Plan) -> Iterable[Unit]:
    return chart_units(helm, Files(written.root, written.sources), written.sources, applied.known)


def _helm(config: Config) -> Helm | None:
    if config.helm_program is None:
        return None
    return Helm(config.helm_program, target_version(config.kubernetes_version))
