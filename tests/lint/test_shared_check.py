"""A repository looked at by several processes: byte for byte what one finds."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.kubernetes.service import Service
from kgen.lint.check import Checked, check
from kgen.lint.part import Part
from kgen.lint.part_data import part_from_data, part_to_data
from kgen.lint.problem import Problem
from kgen.lint.verdict import Standing, Verdict
from kgen.record import fields, replace
from kgen.repository import Repository
from kgen.syntax.address import documents_by_place
from kgen.syntax.node import Node
from tests.lint.manifests import rule_reporting
from tests.repositories import deployment, repository, service

if TYPE_CHECKING:
    from kgen.lint.run import RuleFailure

OVERLAYS = 60
CONFIG = Config()


def _overlays() -> Repository:
    """A sound base, one with a fault that its overlays share, and overlays that break or ask for something each."""
    files = {
        "base/kustomization.yaml": "resources: [web.yaml, db.yaml]\n",
        "base/web.yaml": service(selector="app: wep") + "---\n" + deployment(),
        "base/db.yaml": service("db", selector="app: db", ports="[{port: 80, targetPort: sql}]"),
    }
    for number in range(OVERLAYS):
        folder = f"overlays/{number:02}"
        files |= {
            f"{folder}/kustomization.yaml": f"resources: [../../base, more.yaml]\nnamespace: n{number}\n",
            f"{folder}/more.yaml": (
                "apiVersion: v1\nkind: Service\nmetadata: {name: more}\n"
                f"spec: {{type: NodePort, ports: [{{port: 80, nodePort: {29_970 + number}}}]}}\n"
            ),
        }
    return repository(files)


REPOSITORY = _overlays()


def _told(checked: Checked) -> list[object]:
    references = [
        (each.kind, each.place, each.path, each.standing, each.words, each.reason) for each in checked.references
    ]
    return [checked.findings, checked.summary, sorted(references, key=str)]


@pytest.mark.parametrize("processes", [2, 3])
def test_several_processes_find_what_one_finds(processes: int) -> None:
    alone = check(rules(), REPOSITORY, CONFIG)
    assert {"nodeport-out-of-range", "orphan-selector"} <= {each.rule for each in alone.findings}
    assert {Standing.VERIFIED, Standing.UNVERIFIABLE} <= {each.standing for each in alone.references}
    assert _told(check(rules(), REPOSITORY, CONFIG, processes=processes)) == _told(alone)


def test_a_rule_that_fails_is_told_by_the_first_process() -> None:
    def fail(subject: object, _config: Config) -> Iterator[Problem]:
        yield from ()
        raise ZeroDivisionError(subject)

    failures: list[RuleFailure] = []
    check(
        [replace(rule_reporting(name="bad-rule", subject=Service), check=fail)],
        REPOSITORY,
        CONFIG,
        failures.append,
        processes=2,
    )
    assert {type(failure.error) for failure in failures} == {ZeroDivisionError}
    assert len({failure.path for failure in failures}) > OVERLAYS


def test_a_part_is_the_same_after_it_was_data() -> None:
    root = REPOSITORY.documents[0].root
    assert root is not None
    findings = tuple(check(rules(), REPOSITORY, CONFIG).findings)
    assert any(each.fix for each in findings)
    assert any(each.related for each in findings)
    verdicts = (Verdict("Selection", root, "a.yaml", Standing.UNVERIFIABLE, "words", "reason \udc80"),)
    part = Part("one", frozenset("ab"), frozenset("a"), frozenset({("a", 1)}), findings, verdicts, {"/a": "file"})
    again = part_from_data(json.loads(json.dumps(part_to_data(part))), documents_by_place(REPOSITORY.documents))
    assert [_plain(again, name) for name in fields(Part)] == [_plain(part, name) for name in fields(Part)]


def _plain(part: Part, name: str) -> object:
    value = getattr(part, name)
    return [_values(each) for each in value] if name == "verdicts" else value


def _values(verdict: Verdict) -> list[object]:
    values = [getattr(verdict, name) for name in fields(Verdict)]
    assert any(isinstance(each, Node) for each in values)
    return values
