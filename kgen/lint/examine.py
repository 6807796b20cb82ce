"""A repository before the rules: what is applied as it is written, then each unit as it is rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgen.discovery.witness import also_looked_at
from kgen.gitops.helm.charts_seen import charts_seen
from kgen.gitops.plan import Promise
from kgen.gitops.units import plan
from kgen.lint.merge import Merged
from kgen.lint.part import part_of
from kgen.lint.part_data import part_from_data, part_to_data
from kgen.lint.processes import Job, shared
from kgen.lint.run import Walk
from kgen.lint.verdict import verdicts, worst
from kgen.record import record
from kgen.syntax.address import documents_by_place
from kgen.wiring.cluster_conflicts import ClusterConflicts
from kgen.wiring.files import written_files
from kgen.wiring.unit_wiring import UnitWirings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kgen.config.model import Config
    from kgen.gitops.helm.charts_seen import ChartsSeen
    from kgen.gitops.plan import Plan
    from kgen.lint.finding import Finding
    from kgen.lint.part import Part
    from kgen.lint.rule import Rule
    from kgen.lint.run import RuleFailure
    from kgen.lint.verdict import Verdict
    from kgen.repository import Repository
    from kgen.wiring.manifest import Manifest

# Two processes and what goes between them cost as much as some units.
_FEW = 24


@record
class Examined:
    """`manifests` are those that are written, `verdicts` the worst of each reference."""

    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    manifests: tuple[Manifest, ...]
    charts: ChartsSeen


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
        self._plan: Plan = plan(repository.root, repository.sources, repository.documents, config)
        self._units = UnitWirings(repository, self._plan)
        self._processes = processes

    def examined(self) -> Examined:
        """Look at everything."""
        parts = self._parts()
        written = self._units.written({path for part in parts for path in part.covers})
        files = written_files(self._repository, {port for part in parts for port in part.node_ports})
        merged = Merged()
        for each in (files, written):
            merged.add(self._walk.over(each), None)
        for part in parts:
            merged.add(part.findings, part)
            also_looked_at(part.looked_at)
        of_units = (each for part in parts for each in part.verdicts)
        return Examined(
            findings=tuple(merged.findings()),
            verdicts=worst((*verdicts(written.references()), *of_units)),
            manifests=written.manifests,
            charts=charts_seen(self._repository.sources, self._plan.known),
        )

    def _parts(self) -> list[Part]:
        """What is known already has to be looked at here, and in order: units of a cluster get in each other's way."""
        conflicts = ClusterConflicts()
        known = {
            unit: part_of(unit, lambda each: conflicts.added_to(self._units.of(each)), self._walk)
            for unit in self._plan.known
        }
        promised = [each for each in self._plan.units if isinstance(each, Promise)]
        documents = documents_by_place(self._repository.documents)
        job = Job(
            tasks=promised,
            work=lambda each: part_of(each, self._units.of, self._walk),
            pack=self._packed,
            unpack=lambda data: part_from_data(data, documents),
        )
        made = dict(zip(promised, shared(job, self._processes if len(promised) > _FEW else 1), strict=True))
        return [made[each] if isinstance(each, Promise) else known[each] for each in self._plan.units]

    def _packed(self, part: Part) -> object:
        """The part as data; an error where a rule failed, which is for the first process to meet and tell."""
        if self._failures:
            raise RuntimeError(part.name)
        return part_to_data(part)

    def _count(self, failure: RuleFailure) -> None:
        self._failures += 1
        if self._failed is not None:
            self._failed(failure)
