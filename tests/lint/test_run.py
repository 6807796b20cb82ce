"""The walk over subjects, and the findings it leaves."""

from collections.abc import Iterator

import pytest

from kgen.config.model import Config
from kgen.kubernetes.resource import Resource
from kgen.lint.finding import Finding, ResourceIdentity
from kgen.lint.problem import Problem
from kgen.lint.rule import Rule
from kgen.lint.run import RuleFailure, run
from kgen.lint.severity import Severity
from kgen.record import replace
from tests.lint.manifests import at, manifests, rule_reporting

SERVICE = """\
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
    - port: 80
"""
LIST = """\
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Service
    metadata: {name: one, namespace: shop}
    spec: {selector: {app: one}}
  - apiVersion: v1
    kind: Service
    metadata: {name: two}
    spec: {selector: {app: two}}
"""


def _failing(name: str, error: Exception) -> Rule:
    def check(subject: object, _config: Config) -> Iterator[Problem]:
        assert isinstance(subject, Resource)
        yield Problem(at(subject, "spec"), "before the failure")
        raise error

    return replace(rule_reporting(name=name), check=check)


def _places(findings: list[Finding]) -> list[str]:
    return [f"{one.place.path}:{one.place.span} {one.rule}" for one in findings]


def test_findings_come_by_path_line_column_and_rule() -> None:
    rules = [
        rule_reporting("spec/selector/app", "kind", name="b"),
        rule_reporting("spec/selector/app", name="a"),
    ]
    assert _places(run(rules, [manifests(b=SERVICE, a=SERVICE)], Config())) == [
        "a.yaml:2:7 b",
        "a.yaml:7:10 a",
        "a.yaml:7:10 b",
        "b.yaml:2:7 b",
        "b.yaml:7:10 a",
        "b.yaml:7:10 b",
    ]


def test_a_problem_is_found_once() -> None:
    assert len(run([rule_reporting("kind", "kind")], [manifests(a=SERVICE)], Config())) == 1


def test_a_key_can_be_meant() -> None:
    (found,) = run([rule_reporting("spec/selector", on_key=True)], [manifests(a=SERVICE)], Config())
    assert str(found.place.span) == "6:3"


@pytest.mark.parametrize(
    ("index", "resource", "field"),
    [
        pytest.param(0, ResourceIdentity("v1", "Service", "shop", "one"), "spec.selector.app", id="first of List"),
        pytest.param(1, ResourceIdentity("v1", "Service", None, "two"), "spec.selector.app", id="second of List"),
    ],
)
def test_field_paths_start_at_the_resource(index: int, resource: ResourceIdentity, field: str) -> None:
    found = run([rule_reporting("spec/selector/app")], [manifests(a=LIST)], Config())
    assert (found[index].resource, found[index].field) == (resource, field)


def test_related_places_are_looked_up() -> None:
    rule = rule_reporting("spec/selector/app", related={"metadata/name": "of this one"})
    (found,) = run([rule], [manifests(a=SERVICE)], Config())
    assert [(place.path, str(place.span), place.message) for place in found.related] == [
        ("a.yaml", "4:9", "of this one")
    ]


def test_lines_above_are_shown_for_orientation() -> None:
    (found,) = run([rule_reporting("spec/selector/app")], [manifests(a=f"---\n{SERVICE}")], Config())
    assert [(line.number, line.text, line.mark) for line in found.place.lines] == [
        (6, "spec:", None),
        (7, "  selector:", None),
        (8, "    app: web", (9, 12)),
    ]


def test_lines_of_another_document_are_not_shown() -> None:
    (_, found) = run([rule_reporting("apiVersion")], [manifests(a=f"{SERVICE}---\n{SERVICE}")], Config())
    assert [line.number for line in found.place.lines] == [12]


def test_the_lines_of_a_secret_are_never_shown() -> None:
    secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nspec: {selector: {app: hidden}}\n"
    (found,) = run([rule_reporting("spec/selector/app")], [manifests(a=secret)], Config())
    assert found.place.lines == ()


def test_a_severity_can_be_configured() -> None:
    config = Config(severity={"odd-value": "error"})
    (found,) = run([rule_reporting("kind")], [manifests(a=SERVICE)], config)
    assert found.severity is Severity.ERROR


def test_a_rule_that_raises_is_told_and_the_others_go_on() -> None:
    failures: list[RuleFailure] = []
    error = RuntimeError("broken")
    rules = [_failing("bad-rule", error), rule_reporting("kind", name="z")]
    found = run(rules, [manifests(a=SERVICE)], Config(), failures.append)
    assert _places(found) == ["a.yaml:2:7 z", "a.yaml:6:3 bad-rule"]
    assert [(failure.rule, failure.error) for failure in failures] == [("bad-rule", error)]
    assert failures[0].path == "a.yaml"


def test_without_a_listener_the_exception_rises() -> None:
    with pytest.raises(RuntimeError, match="broken"):
        run([_failing("bad-rule", RuntimeError("broken"))], [manifests(a=SERVICE)], Config())


def test_a_fingerprint_outlives_edits_elsewhere() -> None:
    rule = rule_reporting("spec/selector/app")
    before = run([rule], [manifests(a=SERVICE)], Config())
    after = run([rule], [manifests(a=f"# a comment\n---\n{SERVICE.replace('80', '81')}")], Config())
    assert [one.fingerprint for one in before] == [one.fingerprint for one in after]
    assert before[0].place.span != after[0].place.span


def test_fingerprints_tell_findings_apart() -> None:
    rules = [
        rule_reporting("spec/ports/0", "spec/ports/1", "kind"),
        rule_reporting("kind", message="is odd otherwise"),
        rule_reporting("kind", name="other"),
    ]
    found = run(rules, [manifests(a=SERVICE, b=SERVICE, c=f"{SERVICE}---\n{SERVICE}")], Config())
    assert len({one.fingerprint for one in found}) == len(found) == 20
