"""Values and keys are replaced in the style that they are written in."""

import pytest

from kgen.syntax.edit.values import quote_value, replace_in_part, replace_key, replace_part, replace_value
from tests.syntax.edit.edits import at, edited


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        pytest.param("k: old  # old\nl: old\n", "new", "k: new  # old\nl: old\n", id="plain, behind it a comment"),
        pytest.param('k: "old"\r\n', "new", 'k: "new"\r\n', id="in double quotes, lines end in CR LF"),
        pytest.param("k: 'old'", "it's", "k: 'it''s'", id="in single quotes, which are doubled"),
        pytest.param('k: "o\\x6cd"', "new", 'k: "new"', id="with an escape"),
        pytest.param("k: !!str old\n", "new", "k: !!str new\n", id="behind a tag"),
        pytest.param("k: &a old\n", "new", "k: &a new\n", id="behind an anchor"),
        pytest.param("k:\n  old\n", "new", "k:\n  new\n", id="on the next line"),
        pytest.param("{é: 'é', k: old, l: m}", "new", "{é: 'é', k: new, l: m}", id="in flow style"),
        pytest.param("k: old\n", "1.10", 'k: "1.10"\n', id="a text that would be a number gets quotes"),
        pytest.param("k: old\n", "yes", 'k: "yes"\n', id="a text that would be a boolean gets quotes"),
        pytest.param("k: old\n", "a: b", 'k: "a: b"\n', id="a text that would be a mapping gets quotes"),
        pytest.param("[{k: old}]"[1:-1], "a, b", '{k: "a, b"}', id="a text that would be two gets quotes"),
        pytest.param('k: "80"\n', 80, "k: 80\n", id="a number loses them"),
        pytest.param("k: 80\n", "http", "k: http\n", id="a text for a number"),
        pytest.param('{"k": 80}', "http", '{"k": "http"}', id="a text for a number in JSON"),
        pytest.param("k: 0x50\n", 81, "k: 81\n", id="a number of another base"),
        pytest.param("k: |\n  old\n", "new", None, id="a block scalar"),
        pytest.param("k: old\n  words\n", "new", None, id="over two lines"),
        pytest.param("k:\n", "new", None, id="not written"),
        pytest.param("k: [old]\n", "new", None, id="a list"),
    ],
)
def test_a_value_is_replaced(before: str, value: str | int, after: str | None) -> None:
    assert edited(before, replace_value(at(before, "k"), value)) == after


def test_an_alias_is_replaced_at_its_anchor() -> None:
    text = "l: &a old\nk: *a\n"
    assert edited(text, replace_value(at(text, "k"), "new")) == "l: &a new\nk: *a\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("k: 1.10 # v\n", 'k: "1.10" # v\n', id="a number"),
        pytest.param("{k: on}\n", '{k: "on"}\n', id="a boolean"),
        pytest.param("k: &a 1\n", 'k: &a "1"\n', id="behind an anchor"),
        pytest.param("k: text\n", None, id="a text"),
        pytest.param("k: '1'\n", None, id="in quotes already"),
    ],
)
def test_a_value_is_put_into_quotes(before: str, after: str | None) -> None:
    assert edited(before, quote_value(at(before, "k"))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("k: v  # k\n", "new: v  # k\n", id="plain"),
        pytest.param("'k': v\n", "'new': v\n", id="in quotes"),
        pytest.param('{"k": v}', '{"new": v}', id="in JSON"),
        pytest.param("? k\n: v\n", "? new\n: v\n", id="behind a question mark"),
        pytest.param(
            "a: &a {k: v}\nk: {<<: *a}\n", "a: &a {k: v}\nnew: {<<: *a}\n", id="of a mapping with a merge key"
        ),
    ],
)
def test_a_key_is_replaced(before: str, after: str) -> None:
    assert edited(before, replace_key(at(before, "k"), "new")) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("k: http://a:80/\n", "http://a:81/", id="plain"),
        pytest.param("k: |\n  x=a:80\n  y=a:80\n", "x=a:81\n  y=a:81", id="in a block scalar, twice"),
        pytest.param("k: 'a:8080 a:80'\n", "a:8080 a:81", id="not where it is a part of another"),
        pytest.param("k: my.a:80-b\n", None, id="not as a part of a word"),
    ],
)
def test_a_part_is_replaced_wherever_it_stands(before: str, after: str | None) -> None:
    changed = edited(before, *replace_part(at(before, "k"), "a:80", "a:81"))
    assert (changed is None) if after is None else (changed is not None and after in changed)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("k: |\n  port: 80\n  nodePort: 80\n", "nodePort: 81\n", id="in one of two lines with the word"),
        pytest.param("k: |\n  nodePort: 80\n  nodePort: 80\n", None, id="a part that stands twice"),
        pytest.param("k: text\n", None, id="a part that is not there"),
    ],
)
def test_a_word_of_a_part_is_replaced(before: str, after: str | None) -> None:
    changed = edited(before, replace_in_part(at(before, "k"), "nodePort: 80", "80", "81"))
    assert (changed is None) if after is None else (changed is not None and changed.endswith(after))
