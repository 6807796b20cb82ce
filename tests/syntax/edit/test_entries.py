"""Entries of mappings come and go with their lines, and nothing else does."""

import pytest

from kgen.syntax.edit.entries import delete_entry, insert_after, insert_before, insert_first
from tests.syntax.edit.edits import at, edited


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("j: 1\nk: v  # why\nl: 2\n", "j: 1\nl: 2\n", id="a line with its comment"),
        pytest.param("j: 1\r\nk: v\r\n", "j: 1\r\n", id="the last line"),
        pytest.param("j: 1\nk: v", "j: 1", id="the last line without a line end"),
        pytest.param("j: 1\nk:\n  - a\n  - b: c\nl: 2\n", "j: 1\nl: 2\n", id="a list"),
        pytest.param("k:\n- a\nl: 2\n", "l: 2\n", id="a list that is not indented"),
        pytest.param("k: |\n  a\n\n  b\nl: 2\n", "l: 2\n", id="a block scalar"),
        pytest.param("k: |+\n  a\n\nl: 2\n", "\nl: 2\n", id="a block scalar that keeps empty lines"),
        pytest.param("j: 1\nk: {a: b}\n", "j: 1\n", id="a value in flow style"),
        pytest.param("# about k\nk: v\nl: 2\n", "# about k\nl: 2\n", id="not a comment above, which may be another's"),
        pytest.param("k: v\n# about l\nl: 2\n", "# about l\nl: 2\n", id="not a comment below"),
        pytest.param("k: 'a\n  b'\nl: 2\n", "l: 2\n", id="a text over two lines"),
        pytest.param("{k: v, l: 2}\n", "{l: 2}\n", id="first in flow style"),
        pytest.param("{j: 1, k: v, l: 2}\n", "{j: 1, l: 2}\n", id="in flow style"),
        pytest.param("{ j: 1, k: v }\n", "{ j: 1 }\n", id="last in flow style"),
        pytest.param('{\n  "j": 1,\n  "k": 2\n}\n', '{\n  "j": 1\n}\n', id="last in JSON"),
        pytest.param('{\n  "k": 1,\n  "l": 2\n}\n', '{\n  "l": 2\n}\n', id="first in JSON"),
        pytest.param("k: v\n", None, id="not the only one"),
        pytest.param("{k: v}\n", None, id="not the only one in flow style"),
        pytest.param("a: &a v\nk: *a\n", None, id="not an alias"),
        pytest.param("{k: v, # why\n l: 2}\n", None, id="not beside a comment in flow style"),
        pytest.param("a: &a {k: v, l: 2}\n<<: *a\n", None, id="not one that is merged in"),
    ],
)
def test_an_entry_is_deleted(before: str, after: str | None) -> None:
    assert edited(before, delete_entry(at(before, "k"))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("- k: v # why\n  l: 2\n- m\n", "- l: 2\n- m\n", id="the first of an item"),
        pytest.param("  - k: v\r\n\r\n    l: 2\r\n", "  - l: 2\r\n", id="with an empty line"),
        pytest.param("- l: 2\n  k: v\n- m\n", "- l: 2\n- m\n", id="the last of an item"),
        pytest.param("- k:\n    a: b\n  l: 2\n", "- l: 2\n", id="a mapping"),
        pytest.param("- k: v\n  # about l\n  l: 2\n", None, id="not where a comment would come to stand elsewhere"),
        pytest.param("- k: v\n- l: 2\n", None, id="not the only one of an item"),
        pytest.param("- ? k\n  : v\n  l: 2\n", None, id="not behind a question mark"),
    ],
)
def test_an_entry_of_an_item_is_deleted(before: str, after: str | None) -> None:
    assert edited(before, delete_entry(at(before, 0, "k"))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("a:\n  k: v # why\n", "a:\n  new: 1\n  k: v # why\n", id="in block style"),
        pytest.param("a:\r\n  k: v", "a:\r\n  new: 1\r\n  k: v", id="lines end in CR LF"),
        pytest.param("a: {k: v}", "a: {new: 1, k: v}", id="in flow style"),
        pytest.param('a: {"k": v}', 'a: {"new": 1, "k": v}', id="in JSON"),
        pytest.param("a: &b {k: v}\n", "a: &b {new: 1, k: v}\n", id="in flow style behind an anchor"),
        pytest.param("a: {? k : v}", "a: {? new: 1, k : v}", id="behind a question mark in flow style"),
    ],
)
def test_an_entry_is_put_before_another(before: str, after: str) -> None:
    assert edited(before, insert_before(at(before, "a", "k"), "new", 1)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("a:\n  k: v\n", "a:\n  new:\n    b:\n      c: 1\n      d: x\n  k: v\n", id="in block style"),
        pytest.param(
            "a:\r\n  k: v", "a:\r\n  new:\r\n    b:\r\n      c: 1\r\n      d: x\r\n  k: v", id="lines end in CR LF"
        ),
        pytest.param("a: {k: v}\n", "a: {new: {b: {c: 1, d: x}}, k: v}\n", id="in flow style"),
        pytest.param('{"a": {"k": 1}}', '{"a": {"new": {"b": {"c": 1, "d": "x"}}, "k": 1}}', id="in JSON"),
    ],
)
def test_a_mapping_is_put_before_another_entry(before: str, after: str) -> None:
    assert edited(before, insert_before(at(before, "a", "k"), "new", {"b": {"c": 1, "d": "x"}})) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("- k: v\n  l: 2\n", "- new: x\n  k: v\n  l: 2\n", id="first of an item"),
        pytest.param("-   k: v\n    l: 2\n", "-   new: x\n    k: v\n    l: 2\n", id="indented further"),
        pytest.param("- {l: 2, k: v}\n", "- {new: x, l: 2, k: v}\n", id="in flow style"),
        pytest.param("- - k: v\n", None, id="not into a list"),
        pytest.param("- new: v\n", None, id="not twice"),
        pytest.param("- {}\n", None, id="not into nothing"),
    ],
)
def test_an_entry_is_put_first(before: str, after: str | None) -> None:
    assert edited(before, insert_first(at(before, 0), "new", "x")) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("- k: v # why\n  l: 2\n", "- k: v # why\n  new: 1\n  l: 2\n", id="behind its comment"),
        pytest.param("- k: v", "- k: v\n  new: 1", id="without a line end"),
        pytest.param("- {k: v }\n", "- {k: v, new: 1 }\n", id="in flow style"),
        pytest.param("- k:\n    v\n", None, id="not behind a value on another line"),
        pytest.param("- j: &a v\n  k: *a\n", None, id="not behind an alias"),
    ],
)
def test_an_entry_is_put_behind_another(before: str, after: str | None) -> None:
    assert edited(before, insert_after(at(before, 0, "k"), "new", 1)) == after
