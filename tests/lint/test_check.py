"""Repositories checked whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kgen.config.model import Config
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import Service
from kgen.lint.check import check
from kgen.lint.problem import Problem
from kgen.lint.rule import Rule
from kgen.lint.severity import Severity
from kgen.lint.summary import Summary
from kgen.lint.unverified import unverified
from kgen.repository import Repository, from_sources
from kgen.syntax.source import Source
from kgen.wiring.reference import Selection, TargetPort, WorkloadSelection
from tests.cli.manifests import DEPLOYMENT, SERVICE, TYPO
from tests.lint.manifests import rule_reporting

if TYPE_CHECKING:
    from kgen.lint.run import RuleFailure


def _repository(**files: str) -> Repository:
    return from_sources(Source(f"{name}.yaml", text.encode()) for name, text in files.items())


def _raising(subject: type) -> Rule:
    def fail(_subject: object, _config: Config) -> Iterator[Problem]:
        raise RuntimeError

    return Rule("bad-rule", "test", Severity.ERROR, "0.1.0", subject, fail, "")


@pytest.mark.parametrize(
    ("files", "summary"),
    [
        pytest.param({}, Summary(), id="nothing"),
        pytest.param(
            {"deployment": DEPLOYMENT, "service": SERVICE}, Summary(files=2, services=1, verified=3), id="healthy"
        ),
        pytest.param({"service": SERVICE}, Summary(files=1, services=1, unverifiable=2), id="no pods"),
        pytest.param(
            {"deployment": DEPLOYMENT, "service": TYPO},
            Summary(files=2, services=1, verified=1, broken=1, unverifiable=1),
            id="a typo",
        ),
        pytest.param(
            {"knative": "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: web}\n"},
            Summary(files=1),
            id="Knative's Services are not counted",
        ),
        pytest.param(
            {"a": f"{DEPLOYMENT}---\nkind: [", "b": f"{DEPLOYMENT}---\nkind: {{{{ .Values.kind }}}}\n"},
            Summary(files=2, verified=2, templates=1, unreadable=1),
            id="documents that are not YAML",
        ),
    ],
)
def test_summary(files: dict[str, str], summary: Summary) -> None:
    assert check([], _repository(**files), Config()).summary == summary


@pytest.mark.parametrize(
    ("subject", "path"),
    [
        pytest.param(Service, "service.yaml", id="Service"),
        pytest.param(PodTemplate, "deployment.yaml", id="pod template"),
        pytest.param(Selection, "service.yaml", id="selection"),
        pytest.param(TargetPort, "service.yaml", id="target port"),
        pytest.param(WorkloadSelection, "deployment.yaml", id="workload's selection"),
    ],
)
def test_a_rule_that_fails_is_told_with_the_file_it_failed_on(subject: type, path: str) -> None:
    failures: list[RuleFailure] = []
    repository = _repository(deployment=DEPLOYMENT, service=SERVICE)
    assert check([_raising(subject)], repository, Config(), failures.append).findings == ()
    assert [(failure.rule, failure.path) for failure in failures] == [("bad-rule", path)]


def test_unverified_references_have_a_place_and_a_reason() -> None:
    references = check([], _repository(service=SERVICE), Config()).references
    told = [(str(one.place.span), one.place.message, bool(one.reason)) for one in unverified(references)]
    assert told == [
        ("8:5", "selector `app=web` of Service `web`", True),
        ("11:19", "target port `http` of Service `web`", True),
    ]


@pytest.mark.parametrize(
    ("pattern", "words", "ignored"),
    [
        pytest.param("deploy/*.yaml", ("odd-value",), True, id="a rule by name"),
        pytest.param("deploy/*.yaml", ("test",), True, id="a group"),
        pytest.param("deploy/", ("ALL",), True, id="every rule in a folder"),
        pytest.param("deploy/*.yaml", ("other",), False, id="another rule"),
        pytest.param("*.yml", ("ALL",), False, id="another file"),
        pytest.param("settings/deploy/*.yaml", ("ALL",), False, id="a pattern from the root, not the settings"),
    ],
)
def test_per_file_ignores_are_relative_to_the_settings(
    tmp_path: Path, pattern: str, words: tuple[str, ...], ignored: bool
) -> None:
    config = Config(path=str(tmp_path / "settings" / ".kgen.yaml"), per_file_ignores={pattern: words})
    source = Source("settings/deploy/service.yaml", SERVICE.encode())
    rule = rule_reporting("kind", subject=Service)
    findings = check([rule], from_sources([source], tmp_path), config).findings
    assert (not findings) is ignored
