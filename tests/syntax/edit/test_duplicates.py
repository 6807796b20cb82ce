"""Of two equal keys one can go, or both become one."""

import pytest

from kgen.syntax.edit.duplicates import joined, without_repetition
from kgen.syntax.node import KeyNode
from kgen.syntax.parse import parse
from kgen.syntax.source import Source
from tests.libyaml import with_libyaml
from tests.syntax.edit.edits import edited


def keys(text: str) -> tuple[KeyNode, KeyNode]:
    """The first pair of equal keys in a text."""
    return parse(Source("a.yaml", text.encode()))[0].duplicates[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("k: v\nl: 2\nk: v\n", "k: v\nl: 2\n", id="the same scalar"),
        pytest.param("k: v\nk: v", "k: v", id="at the end, without a line end"),
        pytest.param("k:\n  a: b\n  c: d\nk:\n  a: b\n  c: d\n", "k:\n  a: b\n  c: d\n", id="the same mapping"),
        pytest.param("k:\n- a\nk:\n- a\n", "k:\n- a\n", id="the same list"),
        pytest.param("k:\nk: v\n", "k: v\n", id="nothing, and a value", marks=with_libyaml),
        pytest.param("k: null\nk: v\n", "k: v\n", id="null, and a value"),
        pytest.param("k:\n  a: b\nk:\n  a: b\n  c: d\n", "k:\n  a: b\n  c: d\n", id="a part of the later mapping"),
        pytest.param("k: v\nk: w\n", None, id="two values"),
        pytest.param("k: v\nk: v # why\n", None, id="a comment behind it"),
        pytest.param("{k: v, k: v}\n", None, id="in flow style"),
        pytest.param("- k: v\n  k: v\n", "- k: v\n", id="in an item"),
        pytest.param("k:\n  a: b\n  e: f\nk:\n  a: b\n  c: d\n", None, id="more than the later mapping"),
    ],
)
def test_a_repetition_is_deleted(before: str, after: str | None) -> None:
    assert edited(before, without_repetition(*keys(before))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("k:\n  a: b\nk:\n  c: d\n", "k:\n  a: b\n  c: d\n", id="one below the other"),
        pytest.param("k:\r\n  a: b\r\n\r\nk:\r\n  c: d\r\n", "k:\r\n  a: b\r\n\r\n  c: d\r\n", id="with an empty line"),
        pytest.param("k:\n  a: b\nk:\n  a: c\n", None, id="with a key in common"),
        pytest.param("k:\n  a: b\nl: 2\nk:\n  c: d\n", None, id="with something between"),
        pytest.param("k:\n  a: b\nk: # why\n  c: d\n", None, id="with a comment"),
        pytest.param("k:\n  a: b\nk:\n    c: d\n", None, id="indented otherwise"),
        pytest.param("k: {a: b}\nk: {c: d}\n", None, id="in flow style"),
        pytest.param("k: v\nk: w\n", None, id="scalars"),
    ],
)
def test_two_mappings_become_one(before: str, after: str | None) -> None:
    assert edited(before, joined(*keys(before))) == after
