"""The edits that plant faults change one value and nothing else."""

import pytest

from kgen.repository import from_sources
from kgen.syntax.node import Node
from kgen.syntax.parse import parse
from kgen.syntax.source import Source
from tests.mutations.edit import Edit, apply, key_edit, removal, slip, value_edit


def at(text: str, *steps: str | int) -> Node:
    """The value of a text's first document that some keys and indexes lead to."""
    node = parse(Source("a.yaml", text.encode()))[0].root
    assert node is not None
    for step in steps:
        node = node[step]
    return node


def edited(edit: Edit | None) -> str | None:
    """The text once it is edited."""
    return None if edit is None else edit.source.text[: edit.start] + edit.text + edit.source.text[edit.end :]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("k: old  # old\nl: old\n", "k: new  # old\nl: old\n", id="plain"),
        pytest.param('k: "old"\r\n', 'k: "new"\r\n', id="in double quotes"),
        pytest.param("{é: 'é', k: 'old'}", "{é: 'é', k: 'new'}", id="in single quotes behind other characters"),
        pytest.param('k: "o\\x6cd"\n', None, id="with an escape"),
        pytest.param("k: &a old\nl: *a\n", None, id="with an anchor"),
        pytest.param("l: &a old\nk: *a\n", None, id="an alias"),
        pytest.param("k:\n  old\n", None, id="on the next line"),
    ],
)
def test_a_value_is_replaced(before: str, after: str | None) -> None:
    assert edited(value_edit(at(before, "k"), "new")) == after


def test_a_key_is_replaced() -> None:
    assert edited(key_edit(at("a: {k: v, kk: v}\n", "a", "k"), "K")) == "a: {K: v, kk: v}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("- k: v\n  l: w\n", "- \n  l: w\n", id="first of an item"),
        pytest.param("- l: w\n  k: v # why\n", "- l: w\n   # why\n", id="last of an item"),
        pytest.param("[{k: v, l: w}]", "[{l: w}]", id="first in flow style"),
        pytest.param("[{l: w, k: v}]", "[{l: w, }]", id="last in flow style"),
    ],
)
def test_a_key_is_left_out(before: str, after: str) -> None:
    assert edited(removal(at(before, 0, "k"))) == after
    assert at(after).value == [{"l": "w"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("frontend", "frotnend", id="in the middle"),
        pytest.param("web-8080", "wbe-8080", id="beside digits"),
        pytest.param("aab", "aba", id="not two equal letters"),
        pytest.param("8080", None, id="no letters"),
        pytest.param("a-b", None, id="no two letters"),
    ],
)
def test_slips_swap_two_letters(text: str, expected: str | None) -> None:
    assert slip(text) == expected


def test_other_files_are_not_parsed_again() -> None:
    text = b"apiVersion: v1\nkind: Service\nmetadata: {name: web}\n"
    before = from_sources(Source(f"{name}.yaml", text) for name in "abc")
    after = apply(_rename(before.resources[1].node), before)
    assert [resource.name for resource in after.resources] == ["web", "api", "web"]
    assert [source.path for source in after.sources] == ["a.yaml", "b.yaml", "c.yaml"]
    assert after.documents[::2] == before.documents[::2]


def _rename(node: Node) -> Edit:
    edit = value_edit(node["metadata"]["name"], "api")
    assert edit is not None
    return edit
