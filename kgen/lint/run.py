"""One walk over the wiring that serves all rules."""

from __future__ import annotations

from kgen.errors import KgenError
from kgen.gitops.helm.rendition import Rendition
from kgen.lint.finding import Finding, ResourceIdentity
from kgen.lint.fingerprint import with_fingerprints
from kgen.lint.merge import Merged
from kgen.lint.place import place_of, resource_of
from kgen.lint.problem import Label
from kgen.lint.severity import Severity
from kgen.lint.spot import Spot
from kgen.lint.subject import path_of
from kgen.record import record
from kgen.syntax.display import shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Protocol

    from kgen.config.model import Config
    from kgen.gitops.unit import Unit
    from kgen.kubernetes.resource import Resource
    from kgen.lint.fix.fix import Fix
    from kgen.lint.problem import Problem
    from kgen.lint.rule import Rule
    from kgen.syntax.node import Node

    class Subjects(Protocol):
        """What the walk needs of a wiring."""

        @property
        def unit(self) -> Unit | None:
            """What rendered the subjects, None for what stands as written."""

        def subjects(self) -> Iterable[object]:
            """Everything a rule may subscribe to."""


@record
class RuleFailure:
    """A rule that raised on a subject in the file at `path`: a mistake in kgen, not in what was linted."""

    rule: str
    path: str
    error: Exception


def run(
    rules: Sequence[Rule],
    parts: Iterable[Subjects],
    config: Config,
    failed: Callable[[RuleFailure], None] | None = None,
) -> list[Finding]:
    """What the rules find in the parts of a repository, each once, by path, line, column and rule.

    A rule that raises is told to `failed` and the others go on; without `failed` the exception rises.
    """
    merged = Merged()
    walk = Walk(rules, config, failed)
    for part in parts:
        merged.add(walk.over(part), part.unit)
    return list(with_fingerprints(in_order(merged.findings())))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by path, line, column and rule."""
    return sorted(findings, key=_order)


class Walk:
    """Rules on their way over the parts of a repository; `failed` is as for `run`."""

    def __init__(
        self, rules: Sequence[Rule], config: Config, failed: Callable[[RuleFailure], None] | None = None
    ) -> None:
        self._by_type = _ByType(rules)
        self._config = config
        self._failed = failed

    def over(self, part: Subjects) -> tuple[Finding, ...]:
        """What the rules find in a part, each once."""
        found: dict[object, Finding] = {}
        for subject in part.subjects():
            for rule in self._by_type[type(subject)]:
                for problem in _problems(rule, subject, self._config, self._failed):
                    finding = _finding(rule, problem, self._config)
                    found.setdefault(_sameness(finding), finding)
        return tuple(found.values())


class _ByType(dict[type, list["Rule"]]):
    """The rules that subscribe to a type, found when a subject of the type is first met."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        super().__init__()
        self._rules = rules

    def __missing__(self, kind: type) -> list[Rule]:
        self[kind] = [rule for rule in self._rules if issubclass(kind, rule.subject)]
        return self[kind]


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
    resource = resource_of(problem.node) if problem.resource is None else problem.resource
    return Finding(
        rule=rule.name,
        group=rule.group,
        severity=Severity(config.severity.get(rule.name, problem.severity or rule.severity)),
        message=shortened(problem.message),
        place=place_of(Label(problem.node, problem.label, problem.on_key)),
        resource=_identity(_as_written(resource)),
        field=_field(problem.node, resource),
        related=tuple(place_of(label) for label in problem.related),
        help=shortened(problem.help),
        fingerprint="",
        fix=_sure(problem),
    )


def _sure(problem: Problem) -> Fix | None:
    """The fix; in a template only one that replaces words standing there, as where others would go is not known."""
    fix, node = problem.fix, problem.node
    if fix is None or isinstance(node, Spot) or not isinstance(node.source, Rendition):
        return fix
    return fix if all(edit.before for edit in fix.edits) else None


def _as_written(resource: Resource | None) -> Resource | None:
    """The object as its file has it: overlays give it other names, and it is one finding all the same."""
    return None if resource is None else resource_of(resource.node.written) or resource


def _identity(resource: Resource | None) -> ResourceIdentity | None:
    if resource is None:
        return None
    namespace = None if resource.namespace is None else shortened(resource.namespace)
    return ResourceIdentity(
        shortened(resource.api_version), shortened(resource.kind), namespace, shortened(resource.name)
    )


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
