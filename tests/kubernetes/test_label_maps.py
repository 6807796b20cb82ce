"""Where objects hold labels."""

import pytest

from kgen.kubernetes.label_maps import label_maps
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
