"""One walk over the wiring that serves all rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgen.errors import KgenError
from kgen.lint.finding import Finding, ResourceIdentity
from kgen.lint.fingerprint import with_fingerprints
from kgen.lint.place import place_of, resource_of
from kgen.lint.problem import Label
from kgen.lint.severity import Severity
from kgen.lint.spot import Spot
from kgen.lint.subject import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Protocol

    from kgen.config.model import Config
    from kgen.kubernetes.resource import Resource
    from kgen.lint.problem import Problem
    from kgen.lint.rule import Rule
    from kgen.syntax.node import Node

    class Subjects(Protocol):
        """What the walk needs of a wiring."""

        def subjects(self) -> Iterable[object]:
            """Everything a rule may subscribe to."""


@dataclass(frozen=True, slots=True)
class RuleFailure:
    """A rule that raised on a subject in the file at `path`: a mistake in kgen, not in what was linted."""

    rule: str
    path: str
    error: Exception


def run(
    rules: Sequence[Rule],
    wiring: Subjects,
    config: Config,
    failed: Callable[[RuleFailure], None] | None = None,
) -> list[Finding]:
    """What the rules find, each once, by path, line, column and rule.

    A rule that raises is told to `failed` and the others go on; without `failed` the exception rises.
    """
    by_type: dict[type, list[Rule]] = {}
    found: dict[object, Finding] = {}
    for subject in wiring.subjects():
        kind = type(subject)
        if kind not in by_type:
            by_type[kind] = [rule for rule in rules if issubclass(kind, rule.subject)]
        for rule in by_type[kind]:
            for problem in _problems(rule, subject, config, failed):
                finding = _finding(rule, problem, config)
                found.setdefault(_sameness(finding), finding)
    return list(with_fingerprints(in_order(found.values())))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by path, line, column and rule."""
    return sorted(findings, key=_order)


def _problems(
    rule: Rule, subject: object, config: Config, failed: Callable[[RuleFailure], None] | None
) -> Iterator[Problem]:
    try:
        yield from rule.check(subject, config)
    except Exception as error:
        if failed is None or isinstance(error, KgenError):
            raise
        failed(RuleFailure(rule.name, path_of(subject), error))


def _finding(rule: Rule, problem: Problem, config: Config) -> Finding:
    resource = problem.resource or resource_of(problem.node)
    return Finding(
        rule=rule.name,
        group=rule.group,
        severity=Severity(config.severity.get(rule.name, problem.severity or rule.severity)),
        message=problem.message,
        place=place_of(Label(problem.node, problem.label, problem.on_key)),
        resource=_identity(resource),
        field=_field(problem.node, resource),
        related=tuple(place_of(label) for label in problem.related),
        help=problem.help,
        fingerprint="",
    )


def _identity(resource: Resource | None) -> ResourceIdentity | None:
    if resource is None:
        return None
    return ResourceIdentity(resource.api_version, resource.kind, resource.namespace, resource.name)


def _field(node: Node | Spot, resource: Resource | None) -> str:
    """The path of `node` from its resource, or from the document where it is in another or in none."""
    if isinstance(node, Spot):
        return ""
    above = resource.node.path if resource is not None and resource.document is node.document else ""
    return node.path.removeprefix(above).removeprefix(".")


def _sameness(finding: Finding) -> object:
    return finding.rule, finding.place.path, finding.place.span, finding.message


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    place = finding.place
    return place.path, place.span.line, place.span.column, finding.rule, finding.message
