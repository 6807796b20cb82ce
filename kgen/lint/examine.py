"""A repository before the rules: what is applied as it is written, then each unit as it is rendered."""

from __future__ import annotations

from kgen.discovery.witness import also_looked_at
from kgen.gitops.helm.charts_seen import charts_seen
from kgen.gitops.units import plan
from kgen.lint.merge import Merged
from kgen.lint.part import part_of
from kgen.lint.part_data import part_from_data, part_to_data
from kgen.lint.processes import Job, Team
from kgen.lint.run import Walk
from kgen.lint.verdict import verdicts, worst
from kgen.record import record
from kgen.syntax.address import documents_by_place
from kgen.wiring.cluster_conflicts import ClusterConflicts
from kgen.wiring.files import written_files
from kgen.wiring.unit_wiring import UnitWirings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence, Set

    from kgen.config.model import Config
    from kgen.gitops.helm.charts_seen import ChartsSeen
    from kgen.gitops.plan import Plan, PlannedUnit, Promise
    from kgen.lint.finding import Finding
    from kgen.lint.part import Part
    from kgen.lint.rule import Rule
    from kgen.lint.run import RuleFailure
    from kgen.lint.verdict import Verdict
    from kgen.repository import Repository
    from kgen.wiring.manifest import Manifest
    from kgen.wiring.model import Wiring

# Two processes and what goes between them cost as much as some units.
_FEW = 24


@record
class Examined:
    """`manifests` are those that are written, `verdicts` the worst of each reference."""

    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    manifests: tuple[Manifest, ...]
    charts: ChartsSeen


@record
class _Written:
    """What is applied as it is written, and what the rules find in it."""

    wiring: Wiring
    findings: tuple[Finding, ...]


class Examination:
    """The rules on their way over one repository, on which more `processes` than one may work."""

    def __init__(
        self,
        rules: Sequence[Rule],
        repository: Repository,
        config: Config,
        failed: Callable[[RuleFailure], None] | None,
        processes: int,
    ) -> None:
        """`failed` is as for `run`."""
        self._repository = repository
        self._failed = failed
        self._failures = 0
        self._walk = Walk(rules, config, None if failed is None else self._count)
        self._plan: Plan = plan(repository, config)
        self._units = UnitWirings(repository, self._plan)
        self._processes = processes

    def examined(self) -> Examined:
        """Look at everything: while other processes begin with the units, this one looks at what is written."""
        promised = self._plan.promised
        with Team(self._job(promised), self._processes if len(promised) > _FEW else 1) as team:
            known = self._known_parts()
            expected = frozenset().union(*(each.files for each in promised), *(each.covers for each in known.values()))
            written = self._look_at_written(expected)
            made = known | dict(zip(promised, team.results(), strict=True))
        parts = [made[each] for each in self._plan.units]
        covered = frozenset().union(*(each.covers for each in parts))
        return self._together(parts, self._corrected(written, expected, covered))

    def _job(self, promised: Sequence[Promise]) -> Job[Promise, Part]:
        documents = documents_by_place(self._repository.documents)
        return Job(
            tasks=promised,
            work=lambda each: part_of(each, self._units.of, self._walk),
            pack=self._packed,
            unpack=lambda data: part_from_data(data, documents),
        )

    def _known_parts(self) -> dict[PlannedUnit, Part]:
        """Of those that are rendered already, in order: units of a cluster get in each other's way."""
        conflicts = ClusterConflicts()
        return {
            unit: part_of(unit, lambda each: conflicts.added_to(self._units.of(each)), self._walk)
            for unit in self._plan.known
        }

    def _look_at_written(self, covered: Set[str]) -> _Written:
        wiring = self._units.written(covered)
        return _Written(wiring, self._walk.over(wiring))

    def _corrected(self, written: _Written, expected: Set[str], covered: Set[str]) -> list[_Written]:
        """What was looked at before it was known what units cover, with what some turned out not to cover."""
        if covered == expected:
            return [written]
        if not covered <= expected:
            return [self._look_at_written(covered)]
        every = {source.path for source in self._repository.sources}
        return [written, self._look_at_written(every - (expected - covered))]

    def _together(self, parts: Sequence[Part], written: Sequence[_Written]) -> Examined:
        files = written_files(self._repository, {port for part in parts for port in part.node_ports})
        merged = Merged()
        merged.add(self._walk.over(files), None)
        merged.add([finding for each in written for finding in each.findings], None)
        for part in parts:
            merged.add(part.findings, part)
            also_looked_at(part.looked_at)
        as_written = (each for one in written for each in verdicts(one.wiring.references()))
        of_units = (each for part in parts for each in part.verdicts)
        return Examined(
            findings=tuple(merged.findings()),
            verdicts=worst((*as_written, *of_units)),
            manifests=written[0].wiring.manifests,
            charts=charts_seen(self._repository.sources, self._plan.known),
        )

    def _packed(self, part: Part) -> object:
        """The part as data; an error where a rule failed, which is for the first process to meet and tell."""
        if self._failures:
            raise RuntimeError(part.name)
        return part_to_data(part)

    def _count(self, failure: RuleFailure) -> None:
        self._failures += 1
        if self._failed is not None:
            self._failed(failure)
