"""Where objects hold labels."""

import pytest

from kgen.kubernetes.label_maps import label_maps, may_hold_other_than_text
from tests.repositories import deployment, repository, service


def paths(text: str) -> list[str]:
    """Where the label maps of the first object are."""
    return [node.path for node in label_maps(repository({"a.yaml": text}).resources[0])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(service(more=", labels: {a: b}"), ["metadata.labels", "spec.selector"], id="Service"),
        pytest.param(
            deployment(), ["spec.template.metadata.labels", "spec.selector.matchLabels"], id="pods and their selector"
        ),
        pytest.param(
            "apiVersion: a/v1\nkind: B\nspec:\n- [{x: {matchLabels: {a: b}}}, {y: 1}]\n- z\n",
            ["spec[0][0].x.matchLabels"],
            id="in lists of another kind",
        ),
        pytest.param(
            "apiVersion: serving.knative.dev/v1\nkind: Service\nspec: {selector: {a: b}}\n", [], id="Knative's Service"
        ),
    ],
)
def test_label_maps(text: str, expected: list[str]) -> None:
    assert paths(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(service(more=", labels: {a: b}"), False, id="text alone"),
        pytest.param(service(more=", labels: {a: 1}"), True, id="own label"),
        pytest.param("apiVersion: a/v1\nkind: B\nspec:\n- [{matchLabels: {a: true}}]\n", True, id="in lists"),
        pytest.param("apiVersion: a/v1\nkind: B\nspec: {labels: [1], other: {a: 1}}\n", False, id="elsewhere"),
        pytest.param("apiVersion: a/v1\nkind: B\nspec: {matchLabels: {a: null}}\n", False, id="null"),
    ],
)
def test_may_hold_other_than_text(text: str, expected: bool) -> None:
    assert may_hold_other_than_text(repository({"a.yaml": text}).resources[0]) is expected
