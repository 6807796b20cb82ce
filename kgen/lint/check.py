"""A whole repository checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kgen.kubernetes.version import target_version
from kgen.lint.per_file import without_ignored
from kgen.lint.run import in_order, run
from kgen.lint.subject import path_of
from kgen.lint.summary import Summary
from kgen.lint.suppress import Ignores, ignores_in
from kgen.wiring.model import build
from kgen.wiring.outcome import Broken, Unverifiable, Verified
from kgen.wiring.undefined_kinds import count_undefined
from kgen.wiring.unread import is_template

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kgen.config.model import Config
    from kgen.lint.finding import Finding
    from kgen.lint.ignore import IdleIgnore
    from kgen.lint.rule import Rule
    from kgen.lint.run import RuleFailure, Subjects
    from kgen.repository import Repository
    from kgen.wiring.reference import Reference

_SCHEMA = "schema"  # the rule that loads what tells defined kinds from others


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found in a repository, what was looked at, and every reference with its outcome.

    Findings that comments or annotations turn off are among them, marked as suppressed.
    """

    findings: tuple[Finding, ...]
    summary: Summary
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class _Leftovers:
    """What rules are shown once all else has been found."""

    idle: tuple[IdleIgnore, ...]

    def subjects(self) -> Sequence[object]:
        """Everything that a rule can subscribe to."""
        return self.idle


def check(
    rules: Sequence[Rule],
    repository: Repository,
    config: Config,
    failed: Callable[[RuleFailure], None] | None = None,
    known: Sequence[Rule] = (),
) -> Checked:
    """Build the wiring and run the rules over it; `failed` is as for `run`.

    `known` are the rules that a comment may name beside those that run.
    """
    wiring = build(repository, config)
    references = tuple(wiring.references())
    ignores = ignores_in(repository)

    def found_in(subjects: Subjects) -> list[Finding]:
        found = without_ignored(run(rules, subjects, config, failed), config, repository.root)
        return [ignores.mark(finding) for finding in found]

    findings = found_in(wiring)
    findings += found_in(_leftovers(ignores, rules, known))
    summary = summarize(repository, references)
    if any(rule.name == _SCHEMA for rule in rules):
        undefined = count_undefined(wiring.manifests, target_version(config.kubernetes_version).minor)
        summary = replace(summary, undefined=undefined)
    return Checked(tuple(in_order(findings)), summary, references)


def _leftovers(ignores: Ignores, rules: Sequence[Rule], known: Sequence[Rule]) -> _Leftovers:
    ran = {rule.name for rule in rules}
    return _Leftovers(tuple(ignores.idle(ran, ran | {rule.name for rule in known})))


def summarize(
    repository: Repository, references: Sequence[Reference], covers: Callable[[str], bool] = lambda _path: True
) -> Summary:
    """Count what is in the files that `covers` takes, by their path from the repository's root."""
    outcomes = Counter(type(reference.outcome) for reference in references if covers(path_of(reference)))
    unread = [each for each in repository.documents if each.problem is not None and covers(each.source.path)]
    templates = sum(is_template(document) for document in unread)
    services = (one for one in repository.resources if one.kind == "Service" and one.api_version == "v1")
    return Summary(
        files=sum(covers(source.path) for source in repository.sources),
        services=sum(covers(service.path) for service in services),
        verified=outcomes[Verified],
        broken=outcomes[Broken],
        unverifiable=outcomes[Unverifiable],
        templates=templates,
        unreadable=len(unread) - templates + sum(covers(problem.path) for problem in repository.problems),
    )
