"""Documents that cannot be read, and what only looks like one."""

import pytest

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.check import check
from tests.libyaml import with_libyaml
from tests.repositories import findings, repository, service

BROKEN = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n   labels: {}\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(service(), id="YAML"),
        pytest.param("", id="an empty file"),
        pytest.param("apiVersion: v1\nkind: Service\nmetadata: {{ .Values.metadata }}\n", id="a Go template"),
        pytest.param("{% for name in names %}\n---\napiVersion: v1\nkind: Service\n{% endfor %}\n", id="Jinja"),
        pytest.param("apiVersion: v1\nkind: Service\nmetadata:\n  name: @NAME@\n", id="a stand-in in at signs"),
        pytest.param("apiVersion: v1\nkind: Service\nspec:\n  clusterIP: {PREFIX}.16\n", id="a stand-in in braces"),
        pytest.param("apiVersion: v1\nkind: Service\nspec:\n  a: [${PORTS}, {]\n", id="a shell variable"),
        pytest.param("apiVersion: v1\nkind: Pod\nspec:\n  args: [--a:b, c:]\n", id="colons that go-yaml takes"),
        pytest.param("a: [\n", id="a file without Kubernetes objects"),
    ],
)
def test_silent(text: str) -> None:
    assert findings("yaml-error", {"a.yaml": text}) == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param(
            BROKEN, 5, "mapping values are not allowed in this context", id="indented too far", marks=with_libyaml
        ),
        pytest.param("apiVersion: v1\nkind: Pod\nspec:\n\tcontainers: []\n", 4, "cannot start any token", id="a tab"),
        pytest.param(
            "apiVersion: v1\nkind: Pod\nspec: [a\n",
            4,
            "did not find expected ',' or ']'",
            id="no bracket",
            marks=with_libyaml,
        ),
        pytest.param("apiVersion: v1\nkind: Pod\nspec: *x\n", 3, "unknown anchor `x`", id="an alias of nothing"),
        pytest.param(f"{service()}---\n{BROKEN}---\n{service()}", 13, "mapping values", id="between other documents"),
        pytest.param("apiVersion: v1\nkind: Pod\nspec: \x01\n", 3, "control characters", id="a control character"),
    ],
)
def test_reported(text: str, line: int, message: str) -> None:
    (found,) = findings("yaml-error", {"a.yaml": text})
    assert found.startswith(f"a.yaml:{line} document cannot be read: ")
    assert message in found


def test_each_document_is_reported_once() -> None:
    assert len(findings("yaml-error", {"a.yaml": f"{BROKEN}---\n{BROKEN}---\n{service()}"})) == 2


def test_lines_of_what_may_be_a_secret_are_not_shown() -> None:
    text = f"{BROKEN}---\n{BROKEN.replace('Service', 'Secret')}"
    chosen = [rule for rule in rules() if rule.name == "yaml-error"]
    found = check(chosen, repository({"a.yaml": text}), Config()).findings
    assert [bool(finding.place.lines) for finding in found] == [True, False]
