"""Templates that nothing known fills in."""

import pytest

from tests.repositories import findings, service

TEMPLATE = "apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.name }}\n"


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.yaml": service()}, id="YAML"),
        pytest.param({"a.yaml": service(name='"{{ name }}"')}, id="actions in quotes"),
        pytest.param({"a.yaml": "apiVersion: v1\nkind: Service\nmetadata: [\n"}, id="broken YAML"),
        pytest.param({"Chart.yaml": "name: web", "templates/a.yaml": TEMPLATE}, id="a template of a Helm chart"),
        pytest.param({"x/Chart.yaml": "name: web", "x/charts/y/templates/a.yaml": TEMPLATE}, id="a chart in a chart"),
        pytest.param({"x/Chart.yaml": "name: web", "x/files/a.yaml": TEMPLATE}, id="a file of a chart"),
        pytest.param({"values.yaml": "name: {{ x }}\n"}, id="a file without Kubernetes objects"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings("template-skipped", files) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(TEMPLATE, 4, id="Go template"),
        pytest.param(f"{TEMPLATE}---\n{TEMPLATE}", 4, id="two in one file"),
        pytest.param("{% if a %}\napiVersion: v1\nkind: Service\n{% endif %}\n", 1, id="Jinja"),
        pytest.param("apiVersion: v1\nkind: Service\nmetadata:\n  name: @NAME@\n", 4, id="stand-in"),
    ],
)
def test_reported(text: str, line: int) -> None:
    assert findings("template-skipped", {"a.yaml": text}) == [
        f"a.yaml:{line} document is a template and is not checked"
    ]
