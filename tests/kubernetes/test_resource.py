"""Objects in documents."""

import pytest

from tests.repositories import repository

OBJECT = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop, labels: {app: web}}\n"


def test_identity() -> None:
    (resource,) = repository({"a/b.yaml": OBJECT}).resources
    assert (resource.api_version, resource.group, resource.kind) == ("apps/v1", "apps", "Deployment")
    assert (resource.namespace, resource.name, resource.path) == ("shop", "web", "a/b.yaml")
    assert resource.labels == {"app": "web"}
    assert str(resource) == "Deployment `web`"
    assert str(resource.name_node.span) == "3:18"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("apiVersion: v1\nkind: Pod\nmetadata: {generateName: a-}", [""], id="without a name"),
        pytest.param("apiVersion: v1\nkind: Pod\n", [""], id="without metadata"),
        pytest.param("apiVersion: v1\nkind: Pod\nmetadata: [a]", [""], id="metadata of a wrong type"),
        pytest.param("apiVersion: v1\nkind: Pod\nmetadata: {name: 1234}", ["1234"], id="number as name"),
        pytest.param("apiVersion: v1\nkind: Pod\n---\na: 1\n---\napiVersion: v1\nkind: Pod", ["", ""], id="documents"),
        pytest.param("kind: Pod\nmetadata: {apiVersion: x}", [], id="no version"),
        pytest.param("apiVersion: v1\nkind: [a]", [], id="kind of a wrong type"),
        pytest.param("apiVersion: v1\nkind: {{ a }}", [], id="template"),
        pytest.param("apiVersion: v1\nkind: Pod\n  a: 1", [], id="not YAML"),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [resource.name for resource in repository({"a.yaml": text}).resources] == names


@pytest.mark.parametrize(
    ("items", "names"),
    [
        pytest.param("[]", [], id="empty"),
        pytest.param("[{apiVersion: v1, kind: Pod, metadata: {name: a}}, 1, {}]", ["a"], id="objects and others"),
        pytest.param(
            "[{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Pod, metadata: {name: b}}]}]",
            ["b"],
            id="list in a list",
        ),
        pytest.param("a", [], id="wrong type"),
    ],
)
def test_lists_are_unwrapped(items: str, names: list[str]) -> None:
    text = f"apiVersion: v1\nkind: List\nitems: {items}\n"
    assert [resource.name for resource in repository({"a.yaml": text}).resources] == names


def test_a_list_without_items_is_an_object() -> None:
    text = "apiVersion: example.com/v1\nkind: AllowList\nmetadata: {name: a}\n"
    assert [resource.kind for resource in repository({"a.yaml": text}).resources] == ["AllowList"]


def test_lists_that_nest_without_end_are_cut_off() -> None:
    text = "{apiVersion: v1, kind: List, items: [" * 30 + "]}" * 30
    assert repository({"a.yaml": text}).resources == ()
