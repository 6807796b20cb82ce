"""A repository as it is before anything is planted in it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import Service
from kgen.lint.check import check
from kgen.lint.finding import Finding
from kgen.lint.select import selected
from kgen.lint.verdict import Standing
from kgen.repository import Repository
from kgen.wiring.backend_reference import BackendReference
from kgen.wiring.model import Wiring
from kgen.wiring.outcome import Verified
from kgen.wiring.reference import Reference, Selection, TargetPort, WorkloadSelection
from kgen.wiring.wirings import wirings

CONFIG = Config()
DEFAULT_RULES = selected(rules(), CONFIG)


@dataclass(frozen=True, slots=True)
class Seen:
    """What kgen reports of a repository, and why it does not tell of the rest."""

    findings: tuple[Finding, ...]
    doubts: Counter[str]


@dataclass(frozen=True, slots=True)
class Healthy:
    """A repository, one of its wirings and what is found in it; only what was verified is to be broken."""

    name: str
    repository: Repository
    wiring: Wiring
    seen: Seen

    @property
    def selections(self) -> list[Selection]:
        """The Services' selectors that select known pods."""
        return [each for each in self._references if isinstance(each, Selection)]

    @property
    def workload_selections(self) -> list[WorkloadSelection]:
        """The workloads' selectors that match their templates."""
        return [each for each in self._references if isinstance(each, WorkloadSelection)]

    @property
    def target_ports(self) -> Iterator[tuple[TargetPort, tuple[PodTemplate, ...]]]:
        """The Services' ports that lead to a declared port, with the pods that are selected."""
        pods = {each.service: each.pods for each in self.selections}
        for each in self._references:
            if isinstance(each, TargetPort) and each.service in pods:
                yield each, pods[each.service]

    @property
    def backends(self) -> Iterator[tuple[BackendReference, Service]]:
        """The backends that lead to a known Service."""
        for each in self._references:
            if isinstance(each, BackendReference) and each.service is not None:
                yield each, each.service

    @property
    def _references(self) -> Iterator[Reference]:
        return (each for each in self.wiring.references() if isinstance(each.outcome, Verified))

    def is_blamed(self, resource: Resource) -> bool:
        """Whether a finding already names a line of an object, so that another one there would be no news."""
        return any(names(finding, resource) for finding in self.seen.findings)


def names(finding: Finding, resource: Resource) -> bool:
    """Whether one of a finding's places is inside an object."""
    places = [place for place in finding.places if place.path == resource.path]
    if not places:
        return False
    span = resource.node.span
    return any(span.line <= place.span.line <= span.end_line for place in places)


def healthy(name: str, repository: Repository) -> tuple[Healthy, ...]:
    """Look at a repository with every rule that runs by default: as it is written, and as each unit renders it."""
    seen = look_at(repository)
    return tuple(Healthy(name, repository, wiring, seen) for wiring in wirings(repository, CONFIG))


def look_at(repository: Repository) -> Seen:
    """Lint a repository with the rules that run by default."""
    checked = check(DEFAULT_RULES, repository, CONFIG)
    findings = tuple(finding for finding in checked.findings if finding.suppressed is None)
    unsure = (each for each in checked.references if each.standing is Standing.UNVERIFIABLE)
    return Seen(findings, Counter(each.reason for each in unsure))
