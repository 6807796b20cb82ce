"""What the rules find in the references that a path is made of."""

from __future__ import annotations

from kgen.cli.catalogue import rules
from kgen.cli.lint_paths import from_here
from kgen.lint.run import run
from kgen.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kgen.config.model import Config
    from kgen.lint.finding import Finding, Place
    from kgen.lint.rule import Rule


@record
class _Subjects:
    """What the walk over a wiring is shown instead of a whole one."""

    some: tuple[object, ...]
    unit: None = None

    def subjects(self) -> tuple[object, ...]:
        return self.some


class Rulebook:
    """The rules that are on by default, and paths as seen from the working directory.

    A path is followed as it is: neither comments nor settings turn rules off here.
    """

    def __init__(self, config: Config, root: Path) -> None:
        self._rules: list[Rule] = [rule for rule in rules() if rule.on_by_default]
        self._config = config
        self._root = root

    def findings(self, subjects: Iterable[object]) -> tuple[Finding, ...]:
        """What the rules find in some of their subjects, with paths to show."""
        found = run(self._rules, [_Subjects(tuple(subjects))], self._config)
        return tuple(map(self._from_here, found))

    def shown(self, path: str) -> str:
        """A path of the repository as seen from the working directory."""
        return from_here(self._root, path)

    def _from_here(self, finding: Finding) -> Finding:
        """The same without its fix, which is not shown and would make equal findings of two units differ."""
        related = tuple(self._place(each) for each in finding.related)
        return replace(finding, place=self._place(finding.place), related=related, fix=None)

    def _place(self, place: Place) -> Place:
        return replace(place, path=self.shown(place.path))
