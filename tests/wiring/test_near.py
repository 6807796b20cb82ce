"""Which texts are one slip of the hand apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.wiring.near import is_near, is_near_key, is_one_edit_apart

WORDS = st.text("abcdef", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param("Web", "web", id="case"),
        pytest.param("web ", "web", id="space at the end"),
        pytest.param("web-api", "webapi", id="separator left out"),
        pytest.param("web_api", "web-api", id="other separator"),
        pytest.param("fronted", "frontend", id="character left out"),
        pytest.param("fronntend", "frontend", id="character twice"),
        pytest.param("frontemd", "frontend", id="other character"),
        pytest.param("fornted", "fronted", id="neighbours swapped"),
        pytest.param("shop-fronted-v1", "shop-frontend-v1", id="one of several words"),
    ],
)
def test_near(text: str, other: str) -> None:
    assert is_near(text, other, 5)
    assert is_near(other, text, 5)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param("web", "web", id="equal"),
        pytest.param("web-1", "web-2", id="numbers are names"),
        pytest.param("shop-v1", "shop-v2", id="versions"),
        pytest.param("blue", "glue", id="short words"),
        pytest.param("prod", "prom", id="short words of one stem"),
        pytest.param("app-a", "app-b", id="letters as names"),
        pytest.param("frontend", "backend", id="other words"),
        pytest.param("fronted-servise", "frontend-service", id="two errors"),
        pytest.param("frontend", "shop-frontend", id="a word more"),
    ],
)
def test_not_near(text: str, other: str) -> None:
    assert not is_near(text, other, 5)
    assert not is_near(other, text, 5)


@pytest.mark.parametrize(
    ("key", "other", "near"),
    [
        pytest.param("App", "app", True, id="case"),
        pytest.param("apps", "app", True, id="plural"),
        pytest.param("app.kubernetes.io/nmae", "app.kubernetes.io/name", True, id="swapped"),
        pytest.param("run", "app", False, id="another key"),
        pytest.param("app", "app", False, id="equal"),
    ],
)
def test_keys(key: str, other: str, *, near: bool) -> None:
    assert is_near_key(key, other) is near


@given(WORDS, st.integers(0, 7), st.sampled_from("abcdefg"))
def test_any_single_edit_is_one_apart(word: str, place: int, character: str) -> None:
    at = min(place, len(word) - 1)
    assert is_one_edit_apart(word, word[:at] + character + word[at:])
    assert is_one_edit_apart(word, word[:at] + character + word[at + 1 :])
    assert is_one_edit_apart(word, word[:at] + word[at + 1 :])
    assert is_one_edit_apart(word, word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :])


@given(WORDS, WORDS)
def test_being_one_apart_is_mutual(word: str, other: str) -> None:
    assert is_one_edit_apart(word, other) == is_one_edit_apart(other, word)
