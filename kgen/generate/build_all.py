"""Building several specs of one repository, so that no `auto` nodePort is given twice."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kgen.generate.build import Manifest, build
from kgen.generate.from_repository import taken_node_ports
from kgen.generate.output import Change, Output
from kgen.generate.spec.allocate import allocate, asks_for_node_port, written_node_ports
from kgen.generate.spec.model import ServiceSpec, Spec
from kgen.generate.spec.resolve import resolve
from kgen.kubernetes.service_validation import ServiceRules
from kgen.record import record
from kgen.repository import Repository


@record
class Job:
    """A spec, where its manifests go, the user's folder of templates, and how to read its repository."""

    spec: Spec
    output: Output
    templates: Path | None
    repository: Callable[[], Repository]


@record
class Result:
    """What was built of a spec."""

    job: Job
    manifests: Sequence[Manifest]

    def changes(self) -> list[Change]:
        """What has to change in the output folder."""
        return self.job.output.changes({manifest.file_name: manifest.text for manifest in self.manifests})


def build_all(jobs: Sequence[Job], rules: ServiceRules) -> list[Result]:
    """Build each spec; repositories are only read for an `auto` nodePort or a workload out of the spec."""
    taken = set[int]().union(*(written_node_ports(job.spec.services) for job in jobs))
    results = []
    for job in jobs:
        services = _with_node_ports(job, resolve(job.spec, job.repository), taken, rules)
        taken |= written_node_ports(services)
        results.append(Result(job, build(job.spec, services, job.templates, rules)))
    return results


def _with_node_ports(
    job: Job, services: Sequence[ServiceSpec], taken: set[int], rules: ServiceRules
) -> Sequence[ServiceSpec]:
    if not asks_for_node_port(services):
        return services
    repository = job.repository()
    theirs = taken | taken_node_ports(repository, apart_from=_own_paths(job.output, repository.root))
    return allocate(services, job.output.committed_node_ports(), theirs, rules.node_port_range)


def _own_paths(output: Output, root: Path) -> frozenset[str]:
    """What was built from the spec before, as the repository names it: numbers there may be given again."""
    paths = (path.resolve() for path in output.own_files())
    top = root.resolve()
    return frozenset(path.relative_to(top).as_posix() for path in paths if path.is_relative_to(top))
