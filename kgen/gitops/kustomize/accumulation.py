"""What a kustomization and all that it includes come to."""

from __future__ import annotations

from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.problem import BuildError, Cause, Problem
from kgen.gitops.kustomize.variables import joined_variables
from kgen.record import fresh, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kgen.gitops.kustomize.field_specs import FieldSpecs
    from kgen.gitops.kustomize.tree import Value


@record(frozen=False)
class Accumulation:
    """Objects, field tables and variables so far, and what could not be read or done."""

    collection: Collection = fresh(factory=Collection)
    specs: FieldSpecs | None = None
    variables: list[Value] = fresh(factory=list)
    problems: list[Problem] = fresh(factory=list)

    def copy(self) -> Accumulation:
        """The same; this one must not change any more."""
        return Accumulation(self.collection.copy(), self.specs, list(self.variables), list(self.problems))

    def add_specs(self, specs: FieldSpecs | None) -> None:
        """Have the field tables of another one too."""
        if specs is not None:
            self.specs = specs if self.specs is None else self.specs.merged(specs)

    def add(self, other: Accumulation, entry: Value) -> None:
        """Have all that another one has, which an entry names."""
        self.problems += [problem for problem in other.problems if problem not in self.problems]
        self.attempt(lambda: self.collection.append_all(other.collection.resources), entry)
        self.attempt(lambda: self.add_specs(other.specs), entry)
        self.variables = joined_variables(self.variables, other.variables)

    def attempt(self, step: Callable[[], None], node: Value | None = None) -> None:
        """Take a step; what it cannot do becomes a problem, unless only because something is missing already."""
        try:
            step()
        except BuildError as error:
            problem = error.at(node.origin if node is not None else None).problem
            is_consequence = problem.cause is Cause.REFUSED and any(
                each.cause is not Cause.REFUSED for each in self.problems
            )
            if not is_consequence and problem not in self.problems:
                self.problems.append(problem)
