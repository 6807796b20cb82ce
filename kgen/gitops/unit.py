"""What is applied together, as it comes out of its sources."""

from __future__ import annotations

from enum import StrEnum

from kgen.gitops.kustomize.problem import Cause
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.gitops.kustomize.problem import Problem
    from kgen.kubernetes.resource import Resource
    from kgen.syntax.node import Node


class UnitKind(StrEnum):
    """What says that objects belong together."""

    KUSTOMIZATION = "kustomization"
    FLUX_KUSTOMIZATION = "Flux Kustomization"
    APPLICATION = "Argo CD Application"
    CHART = "Helm chart"
    RELEASE = "Helm release"


# Fields of a kustomization, of a Flux Kustomization and of an Application that bring objects.
_ADDING = frozenset(
    {
        "resources",
        "bases",
        "helmCharts",
        "helmChartInflationGenerator",
        "spec.path",
        "spec.source",
        "spec.source.path",
        "spec.source.chart",
        "spec.sources",
    }
)
_WIRES_NOTHING = frozenset({"crds", "configMapGenerator", "secretGenerator", "validators"})


@record(eq=False)
class Unit:
    """Rendered objects and where they come from.

    `name` is how output calls it; `folder` is relative to the repository's root, empty for the root itself.
    `cluster` is empty where nothing names one. `sources` are the files that it was made from. `problems` say why
    `resources` are not all there is; without any, the unit is complete. `declaration` is the object that asks for it,
    None for a folder that nothing in the repository names; `namespace` is that object's, empty where it is unknown.
    `parent` is the unit that this object is in. `includes` are further folders with a kustomization that are a part of
    the unit.
    """

    name: str
    kind: UnitKind
    folder: str
    cluster: str
    resources: tuple[Resource, ...]
    sources: frozenset[str]
    problems: tuple[Problem, ...] = ()
    declaration: Node | None = None
    namespace: str = ""
    parent: Unit | None = None
    includes: tuple[str, ...] = ()

    @property
    def is_opaque(self) -> bool:
        """Whether nothing of it is known: it comes from elsewhere, or something else than kgen renders it."""
        is_known = not self.problems or any(each.cause is Cause.REFUSED for each in self.problems)
        return not self.resources and not is_known

    @property
    def is_complete(self) -> bool:
        """Whether its resources are all that it applies."""
        return not self.problems

    @property
    def lacks_objects(self) -> bool:
        """Whether it applies pods or Services that are not among its resources."""
        return any(_field(problem) not in _WIRES_NOTHING for problem in self.problems)

    @property
    def covers(self) -> frozenset[str]:
        """The files whose objects are looked at as they are here, not as they are written."""
        return self.sources if self.doubt is None else frozenset()

    @property
    def doubt(self) -> Problem | None:
        """What may make its resources other than they are here; None where at most something lacks."""
        return next((problem for problem in self.problems if not _only_adds(problem)), None)

    def __str__(self) -> str:
        return self.name


def _only_adds(problem: Problem) -> bool:
    return problem.cause is not Cause.REFUSED and _field(problem) in _ADDING | _WIRES_NOTHING


def _field(problem: Problem) -> str:
    """The field that asks for what cannot be done."""
    return "" if problem.node is None else problem.node.path.partition("[")[0]
