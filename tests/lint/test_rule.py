"""Rules made from check functions."""

from collections.abc import Iterator

import pytest

from kgen.config.model import Config
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.parse import parse
from kgen.syntax.source import Source


def _problem(message: str) -> Problem:
    (document,) = parse(Source("a.yaml", b"a: 1"))
    assert document.root is not None
    return Problem(document.root, message)


def test_a_check_becomes_a_rule() -> None:
    @rule("odd-text", Severity.WARNING, since="0.2.0")
    def check(subject: str) -> Iterator[Problem]:
        yield _problem(subject)

    assert (check.name, check.severity, check.since) == ("odd-text", Severity.WARNING, "0.2.0")
    assert check.subject is str
    assert [problem.message for problem in check.check("seen", Config())] == ["seen"]


def test_a_check_may_take_the_configuration() -> None:
    @rule("odd-text", Severity.WARNING)
    def check(subject: str, config: Config) -> Iterator[Problem]:
        yield _problem(f"{subject} fails on {config.fail_on}")

    (problem,) = check.check("it", Config(fail_on="error"))
    assert problem.message == "it fails on error"


def test_the_subject_must_be_a_class() -> None:
    with pytest.raises(TypeError, match="must be annotated with a class"):

        @rule("odd-text", Severity.WARNING)
        def check(subject: str | int) -> Iterator[Problem]:
            yield _problem(str(subject))


@pytest.mark.parametrize(
    ("severity", "threshold", "reached"),
    [
        pytest.param(Severity.ERROR, Severity.WARNING, True, id="error is above warning"),
        pytest.param(Severity.WARNING, Severity.WARNING, True, id="warning reaches warning"),
        pytest.param(Severity.INFO, Severity.WARNING, False, id="info is below"),
        pytest.param(Severity.INFO, Severity.INFO, True, id="info reaches info"),
    ],
)
def test_severities_are_ordered(severity: Severity, threshold: Severity, reached: bool) -> None:
    assert severity.at_least(threshold) is reached
