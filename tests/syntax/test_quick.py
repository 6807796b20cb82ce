"""The quick way and the exact one read the same, and places asked for later are those noted at once."""

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kgen.syntax.document import Document
from kgen.syntax.events import best
from kgen.syntax.parse import parse, parse_exactly
from kgen.syntax.quick import quick_read
from kgen.syntax.source import Source
from tests.syntax.reading import nodes

_PIECES = st.sampled_from(
    [
        *"abc1-#'\"[]{},|\0 \n\t:",
        "  ",
        "\r\n",
        ": ",
        "- ",
        "? ",
        " #",
        "&a ",
        "*a",
        "<<: ",
        "!x ",
        "---\n",
        "...\n",
        "{{",
    ]
)


def _seen(documents: list[Document]) -> list[object]:
    """Everything that a document can be asked for."""
    return [
        (document.index, document.extent, document.problem, document.span, repr(document.duplicates), _places(document))
        for document in documents
    ]


def _places(document: Document) -> list[object]:
    found = [] if document.root is None else nodes(document.root)
    return [(repr(node.value), node.path, node.span, node.key_span, node.raw) for node in found]


def _assert_same(data: bytes) -> None:
    source, exact = Source("test.yaml", data), parse_exactly(Source("test.yaml", data))
    assert _seen(parse(source)) == _seen(exact)
    quick = quick_read(source.undecoded_text, best())
    assert quick is None or repr(quick) == repr([(each.root and each.root.value, each.extent) for each in exact])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a:\n  b: [1, {c: d}]\n", id="block and flow style"),
        pytest.param("- a\n-\n  - b\n- {}\n", id="a sequence"),
        pytest.param("# x\na: 1\n---\n---x: 2\n---\nb: |\n  ---\n...\n", id="several documents"),
        pytest.param("%YAML 1.1\n---\na: yes\n", id="a directive"),
        pytest.param("a: ~\nb:\nc: ''\nd: 0x10\n", id="scalars of every type"),
        pytest.param("\ufeffa: ü\r\nb: 'x\n  y'\n", id="a byte order mark and other line ends"),
    ],
)
def test_the_ordinary_goes_the_quick_way(text: str) -> None:
    assert quick_read(Source("test.yaml", text.encode()).text, best()) is not None
    _assert_same(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# x\n---\n", id="a comment"),
        pytest.param("a\n", id="a lone scalar"),
        pytest.param("a: &x 1\nb: *x\n", id="an anchor and an alias"),
        pytest.param("a: [*x]\n", id="an unknown alias"),
        pytest.param("*x\n", id="an alias alone"),
        pytest.param("- {b: 1}\n- *x\n", id="an alias behind a mapping"),
        pytest.param("- [{b: 1}, *x]\n", id="an alias in a sequence"),
        pytest.param("a: !x 1\n", id="a tag"),
        pytest.param("a: &x {}\n", id="an anchor on a mapping"),
        pytest.param("<<: {a: 1}\n", id="a merge key"),
        pytest.param("'<<': {a: 1}\n", id="what looks like a merge key"),
        pytest.param("a: 1\na: 2\n", id="a duplicate key"),
        pytest.param("1: a\n", id="a key that is no string"),
        pytest.param("[a]: b\n", id="a key that is a sequence"),
        pytest.param("a: [\n", id="an error"),
        pytest.param("a: {{ .x }}\n", id="a template"),
        pytest.param("a: 1\n---\na: [\n---\nb: 1\n", id="an error among documents"),
        pytest.param("[" * 260 + "]" * 260, id="a deep nest"),
    ],
)
def test_the_unusual_goes_the_exact_way(text: str) -> None:
    assert quick_read(text, best()) is None
    _assert_same(text.encode())


@given(st.lists(_PIECES, max_size=40).map("".join))
@example("- {a: 1}\n- *a\n")
def test_both_ways_read_the_same(text: str) -> None:
    _assert_same(text.encode())


def test_both_ways_read_public_manifests_the_same() -> None:
    corpus = Path(os.environ.get("KGEN_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
    files = sorted(path for path in corpus.glob("*/**/*.y*ml") if path.is_file())
    if not files:
        pytest.skip("no corpus: set KGEN_CORPUS to a directory of public repositories")
    for path in files[::40]:
        if path.stat().st_size < 10_000:
            _assert_same(path.read_bytes())
