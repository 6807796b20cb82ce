"""A whole repository checked."""

from __future__ import annotations

from collections import Counter

from kgen.kubernetes.version import target_version
from kgen.lint.examine import Examination
from kgen.lint.fingerprint import with_fingerprints
from kgen.lint.fix.applicable import with_applicable_fixes
from kgen.lint.fix.node_ports import with_node_ports
from kgen.lint.ignore import Idleness
from kgen.lint.per_file import without_ignored
from kgen.lint.run import in_order, run
from kgen.lint.summary import Summary
from kgen.lint.suppress import Ignores, ignores_in
from kgen.lint.verdict import Standing
from kgen.record import record, replace
from kgen.wiring.undefined_kinds import count_undefined
from kgen.wiring.unread import in_chart, is_template

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kgen.config.model import Config
    from kgen.gitops.helm.charts_seen import ChartsSeen
    from kgen.kubernetes.resource import Resource
    from kgen.lint.finding import Finding
    from kgen.lint.ignore import IdleIgnore
    from kgen.lint.rule import Rule
    from kgen.lint.run import RuleFailure
    from kgen.lint.verdict import Verdict
    from kgen.repository import Repository

_SCHEMA = "schema"  # the rule that loads what tells defined kinds from others


@record
class Checked:
    """What the rules found in a repository, what was looked at, and every reference with its outcome.

    Findings that comments or annotations turn off are among them, marked as suppressed.
    """

    findings: tuple[Finding, ...]
    summary: Summary
    references: tuple[Verdict, ...]
    charts: ChartsSeen


@record
class _Leftovers:
    """What rules are shown once all else has been found."""

    idle: tuple[IdleIgnore, ...]
    unit: None = None

    def subjects(self) -> Sequence[object]:
        """Everything that a rule can subscribe to."""
        return self.idle


def check(
    rules: Sequence[Rule],
    repository: Repository,
    config: Config,
    failed: Callable[[RuleFailure], None] | None = None,
    known: Sequence[Rule] = (),
    processes: int = 1,
) -> Checked:
    """Build the wiring and run the rules over it; `failed` is as for `run`.

    `known` are the rules that a comment may name beside those that run. More `processes` than one look at units.
    """
    examined = Examination(rules, repository, config, failed, processes).examined()
    ignores, charts = ignores_in(repository), examined.charts

    def settled(found: Iterable[Finding]) -> list[Finding]:
        return [ignores.mark(finding) for finding in without_ignored(found, config, repository.root)]

    findings = settled(with_fingerprints(in_order(examined.findings)))
    findings += settled(run(rules, [_leftovers(ignores, rules, known, charts.unrendered)], config, failed))
    summary = summarize(repository, examined.verdicts, charts)
    if any(rule.name == _SCHEMA for rule in rules):
        undefined = count_undefined(examined.manifests, target_version(config.kubernetes_version).minor)
        summary = replace(summary, undefined=undefined)
    applicable = with_applicable_fixes(in_order(findings), repository)
    fixed = with_node_ports(applicable, repository, config.node_port_range)
    return Checked(tuple(fixed), summary, examined.verdicts, charts)


def _leftovers(ignores: Ignores, rules: Sequence[Rule], known: Sequence[Rule], unrendered: Iterable[str]) -> _Leftovers:
    """What is left to be said; in a chart that was not rendered nobody knows what a comment turns off."""
    ran = {rule.name for rule in rules}
    is_unknown = in_chart(unrendered)
    every = ignores.idle(ran, ran | {rule.name for rule in known})
    return _Leftovers(
        tuple(each for each in every if each.why is not Idleness.UNUSED or not is_unknown(each.spot.source.path))
    )


def summarize(
    repository: Repository,
    references: Sequence[Verdict],
    charts: ChartsSeen,
    covers: Callable[[str], bool] = lambda _path: True,
) -> Summary:
    """Count what is in the files that `covers` takes, by their path from the repository's root."""
    outcomes = Counter(reference.standing for reference in references if covers(reference.path))
    unread = [each for each in repository.documents if each.problem is not None and covers(each.source.path)]
    is_in_chart = in_chart(source.path for source in repository.sources)
    templates = [document for document in unread if is_template(document)]
    services = _services(repository.resources)
    in_charts = set(_services(charts.resources)) - set(services)
    return Summary(
        files=sum(covers(source.path) for source in repository.sources),
        services=sum(covers(path) for path, _ in (*services, *in_charts)),
        verified=outcomes[Standing.VERIFIED],
        broken=outcomes[Standing.BROKEN],
        unverifiable=outcomes[Standing.UNVERIFIABLE],
        charts=sum(map(covers, charts.unrendered)),
        templates=sum(not is_in_chart(document.source.path) for document in templates),
        unreadable=len(unread) - len(templates) + sum(covers(problem.path) for problem in repository.problems),
    )


def _services(resources: Iterable[Resource]) -> list[tuple[str, str]]:
    """The Services by file and name: several values files give one and the same."""
    return [(one.path, one.name) for one in resources if one.kind == "Service" and one.api_version == "v1"]
