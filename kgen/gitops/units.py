"""Which units a repository's files make."""

from __future__ import annotations

from kgen.gitops.argocd.application import ARGO_GROUP
from kgen.gitops.flux.flux_kustomization import FLUX_GROUP, RELEASE_GROUP
from kgen.gitops.helm.chart import CHART_FILE
from kgen.gitops.kustomization import is_kustomization_file
from kgen.gitops.plan import Plan, rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.config.model import Config
    from kgen.gitops.unit import Unit
    from kgen.gitops.written import Written

_GROUPS = frozenset({ARGO_GROUP, FLUX_GROUP, RELEASE_GROUP})


def units(written: Written, config: Config) -> Iterator[Unit]:
    """What is applied together, as it is rendered, each unit behind the one that asks for it."""
    return map(rendered, plan(written, config).units)


def plan(written: Written, config: Config) -> Plan:
    """The same with as little rendered as can be.

    These are the kustomizations that nothing else applies or includes, and what Flux Kustomizations, HelmReleases and
    Argo CD Applications apply, in each cluster that they are in; and the charts of the repository, where helm may run.
    """
    if not _may_have_units(written):
        return Plan(())
    from kgen.gitops.planning import plan_of  # noqa: PLC0415 # a fifth of all modules, which plain manifests do without

    return plan_of(written, config)


def _may_have_units(written: Written) -> bool:
    """Whether anything of kustomize, helm, Flux or Argo CD is there, by its looks."""
    names = (source.path.rpartition("/")[2] for source in written.sources)
    has_files = any(name == CHART_FILE or is_kustomization_file(name) for name in names)
    return has_files or any(resource.group in _GROUPS for resource in written.resources)
