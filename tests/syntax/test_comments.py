"""Comments told from text that looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.syntax import events
from kgen.syntax.comments import Comment, comments
from kgen.syntax.parse import parse
from kgen.syntax.source import Source


def _found(text: str, word: str = "kgen:") -> list[Comment]:
    source = Source("a.yaml", text.encode())
    return list(comments(source, parse(source), word))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1\n", [], id="none"),
        pytest.param("a: 1  # kgen: x\n", ["# kgen: x"], id="behind a value"),
        pytest.param("# kgen: x\na: 1\n", ["# kgen: x"], id="above the first value"),
        pytest.param("a: 1\n# kgen: x", ["# kgen: x"], id="below the last value"),
        pytest.param("a:  # kgen: x\n  b: 1\n", ["# kgen: x"], id="behind a key"),
        pytest.param("a: [  # kgen: x\n  b]\n", ["# kgen: x"], id="inside brackets"),
        pytest.param("a: &n 1  # kgen: x\nb: *n  # kgen: y\n", ["# kgen: x", "# kgen: y"], id="anchor and alias"),
        pytest.param("a: 1\r\n# kgen: x\r\nb: 2\r\n", ["# kgen: x"], id="CRLF"),
        pytest.param("a: 1 # other\n", [], id="another word"),
        pytest.param("a: 1#kgen: x\n", [], id="no white space before"),
        pytest.param("a: ' # kgen: x'\n", [], id="in single quotes"),
        pytest.param('a: "\n  # kgen: x"\n', [], id="in double quotes over two lines"),
        pytest.param("a: 1\n---\nb: 2 # kgen: x\n--- # kgen: y\nc: 3\n", ["# kgen: x", "# kgen: y"], id="documents"),
        pytest.param("a: |  # kgen: x\n  text\n", ["# kgen: x"], id="behind a block scalar's indicator"),
        pytest.param("a: |-\n  text\n# kgen: x\nb: 1\n", ["# kgen: x"], id="below a block scalar"),
        pytest.param("a: >2\n   text\n\n# kgen: x\n", ["# kgen: x"], id="below one at the end"),
        pytest.param("a: # kgen: x\nb: [\n", ["# kgen: x"], id="where nothing can be read"),
    ],
)
def test_comments(text: str, expected: list[str]) -> None:
    found = _found(text)
    assert [comment.text for comment in found] == expected
    assert not any(comment.in_block for comment in found)
    assert all(text[comment.index :].startswith(comment.text) for comment in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: |\n  # kgen: x\n", id="literal"),
        pytest.param("a: >-\n  b\n  # kgen: x\nc: 1\n", id="folded"),
        pytest.param("- |\n  a: 1  # kgen: x\n", id="behind text"),
    ],
)
def test_text_of_a_block_scalar_that_looks_like_a_comment(text: str) -> None:
    assert [(comment.text, comment.in_block) for comment in _found(text)] == [("# kgen: x", True)]


@pytest.mark.parametrize(
    "engine", [pytest.param(events.best(), id="libyaml"), pytest.param(events.pure(), id="Python")]
)
def test_both_parsers_tell_the_same(engine: events.Engine) -> None:
    text = "a: |  # kgen: 1\n  # kgen: 2\n# kgen: 3\nb: 'x # kgen: 4'  # kgen: 5\nc: d # kgen: 6\n"
    source = Source("a.yaml", text.encode())
    found = [(comment.text[-1], comment.in_block) for comment in comments(source, parse(source, engine), "kgen:")]
    assert found == [("1", False), ("2", True), ("3", False), ("5", False), ("6", False)]


@given(st.text(alphabet="ab:#|>-'\" \n[]{}&*kgen", max_size=60))
def test_whatever_is_read_nothing_raises(text: str) -> None:
    for comment in _found(text, "#"):
        assert comment.text.startswith("#")
        assert "\n" not in comment.text
