"""The parsers that events may come from give the same data at the same places."""

import os
from pathlib import Path

import pytest

from kgen.syntax import events
from kgen.syntax.events import Engine
from kgen.syntax.node import Node
from kgen.syntax.value import Data
from tests.syntax.reading import documents, installed_engines, nodes, places, root

_ENGINES = installed_engines()
_LIBYAML = _ENGINES[:-1]
_PYTHON = _ENGINES[-1]

_SAME = {
    "block style": "a:\n  b: 1\n  c:\n  - d\n  - e: f\n    g: h\n",
    "flow style": "{a: [1, 'b', \"c\"], d: {e: f}, g: [], h: {}}\n",
    "block scalars": "a: |\n  b\n   c\n\nd: >-\n  e\n  f\ng: |+\n  h\n\n",
    "folded": "a: b\n  c\nd: 'e\n\n  f'\ng: \"h\\\n  i\"\n",
    "anchors": "a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n  e: 2\nf: &x 3\ng: *x\n",
    "tags": "a: !!int '3'\nb: !foo bar\nc: !!binary aGk=\n",
    "documents": "# x\n---\na: 1\n--- # y\nb: 2\n...\n---\n---\nc\n",
    "duplicates": "a: 1\na: 2\n",
    "CRLF": "a: b\r\nc:\r\n  - d\r\n",
    "wide characters": "😀: é\nb: '日本語'\n",
    "explicit keys": "? a\n: b\n? [c]\n",
    "directive": "%YAML 1.1\n---\na: y\n",
}
_REFUSED = ["a: [1\n", "a: b: c\n", "a: *x\n", "a: 'b\n", "\ta: b\n", "a: \0\n", "a: @b\n", 'a: "\\q"\n', "[a]: b\n"]

# What the Python parser makes of a text, and what libyaml does, as go-yaml mostly; None where it is refused.
_DIFFERENT: list[tuple[str, Data, Data]] = [
    ("a:\tb\n", None, {"a": "b"}),
    ("a: b\t# c\n", None, {"a": "b"}),
    ("['a':1]", None, [{"a": 1}]),
    ("[:a]", [":a"], None),
    ("a: \x85b", {"a": "b"}, None),
]


def _read(text: str | bytes, engine: Engine) -> list[object]:
    """All that is to be equal: data, where collections start, and the places of the scalars that are written."""
    found: list[object] = []
    for document in documents(text, engine):
        if document.root is None:
            found.append("problem")
            continue
        found.append(repr(document.root.value))
        found += [(node.path, _place(node)) for node in nodes(document.root) if node.raw]
    return found


def _place(node: Node) -> tuple[int, ...]:
    span, key = node.span, node.key_span
    start = (span.line, span.column, *((key.line, key.column, key.end_column) if key else ()))
    return start if isinstance(node.value, (dict, list)) else (*start, span.end_line, span.end_column)


def test_there_is_always_the_python_parser() -> None:
    assert _PYTHON.name == "ruamel.yaml"
    assert events.best().name == _ENGINES[0].name


@pytest.mark.skipif(not _LIBYAML, reason="no libyaml is installed")
@pytest.mark.parametrize("text", _SAME.values(), ids=_SAME.keys())
def test_engines_agree(text: str) -> None:
    expected = _read(text, _PYTHON)
    for engine in _LIBYAML:
        assert _read(text, engine) == expected


@pytest.mark.parametrize("engine", _ENGINES, ids=[engine.name for engine in _ENGINES])
@pytest.mark.parametrize("text", _REFUSED)
def test_engines_refuse(text: str, engine: Engine) -> None:
    found = documents(f"{text}---\nb\n", engine)
    assert [document.problem is None for document in found] == [False, True]


@pytest.mark.parametrize("engine", _ENGINES, ids=[engine.name for engine in _ENGINES])
@pytest.mark.parametrize(("text", "python", "libyaml"), _DIFFERENT)
def test_known_differences(text: str, python: Data, libyaml: Data, engine: Engine) -> None:
    expected = python if engine.name == _PYTHON.name else libyaml
    assert [document.root.value if document.root else None for document in documents(text, engine)] == [expected]


@pytest.mark.parametrize("engine", _ENGINES, ids=[engine.name for engine in _ENGINES])
def test_place_of_a_value_that_is_not_written(engine: Engine) -> None:
    place = places(root("a:\nb: 1\n", engine))["a"]
    assert place == ("L2:C1-L2:C1" if engine.name == _PYTHON.name else "L1:C3-L1:C3")


def _corpus_files() -> list[Path]:
    """A sample of public manifests, small enough for the Python parser."""
    corpus = Path(os.environ.get("KGEN_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
    found = sorted(path for path in corpus.glob("*/**/*.y*ml") if path.is_file())
    return [path for path in found[::200] if path.stat().st_size < 10_000]


@pytest.mark.skipif(not _LIBYAML, reason="no libyaml is installed")
def test_engines_agree_on_public_manifests() -> None:
    """Tabs aside, which the Python parser does not take for blanks."""
    files = _corpus_files()
    if not files:
        pytest.skip("no corpus: set KGEN_CORPUS to a directory of public repositories")
    for path in files:
        data = path.read_bytes()
        if b"\t" in data:
            continue
        expected = _read(data, _PYTHON)
        for engine in _LIBYAML:
            assert _read(data, engine) == expected, path
