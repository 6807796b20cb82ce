"""What an outline gives is what reading the whole document gives."""

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kgen.syntax.emit.yaml import to_yaml
from kgen.syntax.outline import Outline, outline
from kgen.syntax.unreadable import UnreadableError
from kgen.syntax.value import Data
from tests.syntax.reading import documents, value

_NAMES = st.text("abcy.-$", min_size=1, max_size=3)
_DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text("ab \n'\"#:-|", max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=20,
)
_WORDS = st.sampled_from(
    [
        *("", "# x", "a:", "a: 1", "a: |", "a:  # y", "a: b c", "a: 'd", "e'"),
        *("- a: 2", "- a:", "-", "- - a: 3", "- b", '"a": 5', "{a: 6}"),
    ]
)
_LINES = st.lists(st.tuples(st.sampled_from(["", " ", "  ", "  ", "    "]), _WORDS).map("".join), max_size=5)


def _with_own_keys(lines: list[str]) -> str:
    return "\n".join(line.replace("a", f"a{number}") for number, line in enumerate(lines))


def _everything(part: object) -> object:
    if isinstance(part, Outline):
        return {key: _everything(part[key]) for key in part}
    return [_everything(each) for each in part] if isinstance(part, list) else part


def _outlined(text: str) -> object:
    found = outline(text)
    assert found is not None
    return _everything(found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: 1\nb:\n  c: yes\n  d:\n    e: f\n", id="mappings"),
        pytest.param("a:\n- b: 1\n  c: 2\n- b: 3\nd: 4\n", id="a sequence that is not indented"),
        pytest.param("a:\n  -   b: 1\n      c:\n      - d: 2\n  -\n    b: 3\n", id="sequences that are"),
        pytest.param("a:\n- b\n- [c]\n- d: {e: f}\n", id="a sequence of anything"),
        pytest.param("# x\na:  # y\n\n# z\n  b: c # d\n  # e\n\n  f: g\n", id="comments and empty lines"),
        pytest.param("a: |\n  b: c\n\n   d\ne: >-\n  f\n  g", id="block scalars"),
        pytest.param("a: b\n  c\nd:\n  e\n  f\ng: 'h\n\n  i: j'\n", id="scalars of several lines"),
        pytest.param("a: {b: [c,\n  d]}\ne: 'f'\n", id="flow style"),
        pytest.param("a:\n  y: 1\n  2: 3\n  'b': 4\n  ? c\n  : 5\n", id="keys that are not plain words"),
        pytest.param("a:\n  b: 1\r\n  c:\r\n    d: e\r\n", id="line ends of Windows"),
        pytest.param("a:\nb: ~\nc: 0x10\nd:\n  - 1e3\n", id="scalars of other types"),
    ],
)
def test_the_same_as_the_whole(text: str) -> None:
    assert _outlined(text) == value(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("- a: b\n", id="a sequence"),
        pytest.param("{a: b}\n", id="flow style"),
        pytest.param("a: &x b\nc: *x\n", id="an anchor"),
        pytest.param("a: b\n{{ c }}\n", id="a template"),
        pytest.param("a: b\na: c\n", id="a key twice"),
        pytest.param("  a: b\n c: d\n", id="keys that do not stand below each other"),
        pytest.param(f"a:\n{' ' * 300}b: c\n", id="far indented"),
    ],
)
def test_read_as_a_whole(text: str) -> None:
    assert outline(text) is None


def test_a_mistake_is_told_where_it_is() -> None:
    found = outline("a: [b\nc: d\n")
    assert found is not None
    assert found["c"] == "d"
    with pytest.raises(UnreadableError):
        found["a"]


@given(st.dictionaries(_NAMES, _DATA, min_size=1, max_size=4))
def test_what_is_emitted(data: dict[str, Data]) -> None:
    found = outline(to_yaml(data))
    assert found is None or _everything(found) == data


@given(_LINES.map(_with_own_keys))
@example("a:\n- b:\n- c: 1")
def test_whatever_can_be_read(text: str) -> None:
    found, read = outline(text), documents(text)
    if found is not None and len(read) == 1 and read[0].root is not None:
        assert _everything(found) == read[0].root.value


def test_public_manifests() -> None:
    corpus = Path(os.environ.get("KGEN_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
    files = sorted(path for path in corpus.glob("*/**/*.y*ml") if path.is_file())
    if not files:
        pytest.skip("no corpus: set KGEN_CORPUS to a directory of public repositories")
    for path in files[::20]:
        data = path.read_bytes() if path.stat().st_size < 100_000 else b""
        read, found = documents(data), outline(data.decode(errors="replace"))
        if found is not None and len(read) == 1 and read[0].root is not None:
            assert _everything(found) == read[0].root.value, path
