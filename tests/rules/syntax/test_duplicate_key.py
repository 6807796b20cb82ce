"""Keys that a mapping has twice."""

import pytest

from tests.repositories import findings

HEAD = "apiVersion: v1\nkind: Service\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("metadata: {name: a}\nspec: {ports: [{name: a}]}\n", id="the same key in two mappings"),
        pytest.param("a: &x {b: 1}\nc: {<<: *x, b: 2}\n", id="a key over a merged one"),
        pytest.param("a: 1\n---\nkind: x\na: 1\n", id="the same key in two documents"),
        pytest.param("data:\n  a: |\n    b: 1\n    b: 2\n", id="in the text of a block scalar"),
    ],
)
def test_silent(text: str) -> None:
    assert findings("duplicate-key", {"a.yaml": HEAD + text}) == []


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        pytest.param("a: 1\na: 2\n", [(4, "a")], id="at the top"),
        pytest.param("a: {b: 1, b: 1}\n", [(3, "b")], id="in braces, with the same value"),
        pytest.param("a: 1\na: 2\na: 3\n", [(4, "a"), (5, "a")], id="three times"),
        pytest.param("a:\n- b: 1\n  'b': 2\n", [(5, "b")], id="once in quotes"),
        pytest.param("on: 1\ntrue: 2\n", [(4, "true")], id="two spellings of one key"),
    ],
)
def test_reported(text: str, reported: list[tuple[int, str]]) -> None:
    assert findings("duplicate-key", {"a.yaml": HEAD + text}) == [
        f"a.yaml:{line} key `{key}` stands here a second time, and the value of the first is lost"
        for line, key in reported
    ]
