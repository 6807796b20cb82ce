"""What is read line by line is what libyaml reads, and all else is left to it."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.syntax.document import Document
from kgen.syntax.events import best
from kgen.syntax.lines import read_lines
from kgen.syntax.parse import parse_exactly
from kgen.syntax.source import Source

_INDENTATIONS = st.sampled_from(["", "", "  ", "  ", "    ", " ", "   "])
_DASHES = st.sampled_from(["", "", "", "- ", "- ", "-   ", "- - ", "-"])
_KEYS = st.sampled_from(["a: ", "b: ", "c:", "d:", '"q": ', "'s': ", "<<: ", "1: ", "x y: ", ""])
_VALUES = st.sampled_from(
    [
        *(
            "v",
            "v w",
            "1",
            "yes",
            "~",
            "",
            "# c",
            "v # c",
            "v#c",
            "a:b",
            "a: b",
            "a:",
            "-1",
            "- v",
            "é",
            "\x85",
            "v\t",
            "...",
        ),
        *(
            "'q'",
            "'i''s' # c",
            "'q'#c",
            "'",
            '"d\\n"',
            '"d\\x41"',
            '"d" x',
            "{}",
            "[a, b] # c",
            "[a",
            "[a]: b",
            "{a: 1, a: 2}",
        ),
        *(
            "|",
            "|-",
            "|+ # c",
            ">",
            ">-",
            ">+",
            "|2",
            "|x",
            "&x v",
            "&y 'w'",
            "&x",
            "&x [a]",
            "*x",
            "*y # c",
            "!t v",
            "@a",
            "%a",
        ),
    ]
)
_ENTRIES = st.builds("".join, st.tuples(_INDENTATIONS, _DASHES, _KEYS, _VALUES))
_OTHERS = st.sampled_from(
    ["", "  ", "      ", "# c", "    # c", "---", "--- # c", "---x", "...", "%YAML 1.1", "  text", "    text"]
)
_TEXTS = st.builds(
    "".join, st.tuples(st.lists(_ENTRIES | _OTHERS, max_size=8).map("\n".join), st.sampled_from(["\n", ""]))
)


def _exactly(text: str) -> list[object]:
    documents = parse_exactly(Source("test.yaml", text.encode("utf-8", "surrogateescape")))
    return [(_data(document), document.extent) for document in documents]


def _data(document: Document) -> object:
    """The data of a document, but for one that the exact way has something to say of."""
    assert document.root is not None, document.problem
    assert not document.duplicates
    return document.root.value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: 1\nb:\n  c: x y\n  d:\ne: ~\n", id="mappings"),
        pytest.param("a:\n- b\n-\n- - c\n  - d\ne:\n  - f: 1\n    g: 2\n  -   h:\n      - i\n", id="sequences"),
        pytest.param(
            "- a: |\n    b\n      c\n\n    # d\n\n- >-\n e\n f\n\n g\n- |+\n\n  h\n \n# i\n", id="block scalars"
        ),
        pytest.param("a: 'it''s' # b\n\"c d\": \"\\\"e\\\"\\n\"\n'f': ''\n", id="quotes"),
        pytest.param("- # a: b\n- 'c: d'\n- \"e: f\" # g: h\n- {i: j}\n", id="what looks like a key and is none"),
        pytest.param("a: {}\nb: []\nc: [d, {e: 'f'}] # g\n- h\n"[:-4], id="collections in flow style"),
        pytest.param("a: &x b\nc: *x # d\n---\ne: &x 1\nf: *x\n", id="anchors of scalars"),
        pytest.param("# a\n---\n\nb: 1 # c\n--- # d\n# e\n---   \nf: g\n---", id="documents, with and without content"),
        pytest.param(
            "\n# a\n  b: 1\n  c: http://d:80 e#f\n\n---\ng: -1\n", id="no separator before the first document"
        ),
        pytest.param("# a\n", id="nothing"),
        pytest.param("a: ü\nb: 日本語 😀\n", id="wide characters"),
    ],
)
def test_plain_block_style_is_read_line_by_line(text: str) -> None:
    assert read_lines(text, best()) == _exactly(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a", id="a lone scalar"),
        pytest.param("a: b\n  c\n", id="a plain scalar of two lines"),
        pytest.param("a: 'b\n  c'\n", id="a quoted scalar of two lines"),
        pytest.param("a:\n  b\n", id="a scalar in a line of its own"),
        pytest.param("a: [b,\n  c]\n", id="a flow sequence of two lines"),
        pytest.param("a: b: c\n", id="two keys in a line"),
        pytest.param("a: 1\na: 2\n", id="a duplicate key"),
        pytest.param("a: 1\n b: 2\n", id="an indented key behind a value"),
        pytest.param("a: {}\n  b: 1\n", id="an indented key behind a flow mapping"),
        pytest.param("a: - b\n", id="an item behind a key"),
        pytest.param("a:\n  b: 1\n c: 2\n", id="a key between two indentations"),
        pytest.param("a: 1\n- b\n", id="an item behind a value"),
        pytest.param("a:\n  b:\n- c\n", id="an item behind a deeper key"),
        pytest.param("- a\nb: c\n", id="a key behind an item"),
        pytest.param("  a: 1\nb: 2\n", id="a key before the first one's column"),
        pytest.param("on: 1\n", id="a key that is no string"),
        pytest.param("<<: {a: 1}\n", id="a merge key"),
        pytest.param("'<<': {a: 1}\n", id="what looks like a merge key"),
        pytest.param("? a\n", id="an explicit key"),
        pytest.param("a: !x 1\n", id="a tag"),
        pytest.param("a: &x\n  b: 1\n", id="an anchor of a mapping"),
        pytest.param("a: &x [b]\n", id="an anchor of a flow sequence"),
        pytest.param("a: *x\n", id="an unknown alias"),
        pytest.param("a: &x b\n---\nc: *x\n", id="an alias of another document's anchor"),
        pytest.param("a: &x b\nc:\n" + "- *x\n" * 101, id="many aliases"),
        pytest.param("a: |2\n   b\n", id="an indentation indicator"),
        pytest.param("a: >\n  b\n    c\n", id="an indented line in a folded scalar"),
        pytest.param("a: |\n    \n  b\n", id="a blank line longer than the indentation of the text"),
        pytest.param("a: |\nb: c\n", id="a block scalar without text"),
        pytest.param("a: |\n  b", id="a block scalar without a last line end"),
        pytest.param("a: |\n  b\tc\n", id="a tab in a block scalar"),
        pytest.param("a:\tb\n", id="a tab"),
        pytest.param("a: b\r\n", id="other line ends"),
        pytest.param("a: b\x85c: d\n", id="a line end of YAML 1.1"),
        pytest.param("a: \0\n", id="a control character"),
        pytest.param("--- a: b\n", id="content behind a separator"),
        pytest.param("%YAML 1.1\n---\na: b\n", id="a directive"),
        pytest.param("a: 1\n...\n", id="a document's end"),
        pytest.param("{{ .a }}\n", id="a template"),
        pytest.param("a: {{ .b }}\n", id="a template's value"),
        pytest.param("- " * 81 + "a\n", id="a deep nest"),
        pytest.param("a: " + "[" * 81 + "]" * 81 + "\n", id="a deep nest in flow style"),
        pytest.param("a" * 1025 + ": b\n", id="a long key"),
    ],
)
def test_all_else_is_left_to_libyaml(text: str) -> None:
    assert read_lines(text, best()) is None


@given(_TEXTS)
def test_what_is_read_is_what_libyaml_reads(text: str) -> None:
    found = read_lines(text, best())
    assert found is None or repr(found) == repr(_exactly(text))


def test_public_manifests_are_read_as_libyaml_reads_them() -> None:
    corpus = Path(os.environ.get("KGEN_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
    files = sorted(path for path in corpus.glob("*/**/*.y*ml") if path.is_file())
    if not files:
        pytest.skip("no corpus: set KGEN_CORPUS to a directory of public repositories")
    for path in files[::20]:
        source = Source("test.yaml", path.read_bytes())
        found = read_lines(source.undecoded_text, best())
        assert found is None or repr(found) == repr(_exactly(source.undecoded_text)), path
