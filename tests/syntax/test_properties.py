"""Properties of the reader that hold for any input."""

import json
import string

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kgen.syntax.emit.yaml import to_yaml
from kgen.syntax.node import Node
from kgen.syntax.value import Data
from tests.libyaml import with_libyaml
from tests.syntax.reading import documents, nodes, problems, root, value

# What libyaml and Kubernetes agree to be text; no surrogates, no control characters.
_CHARACTERS = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\ufeff", max_codepoint=0xFFFF
)
_TEXT = st.text(_CHARACTERS)
# A key before its colon may have 1024 characters, escapes included.
_KEYS = st.text(_CHARACTERS, max_size=80)
_INTEGERS = st.integers(-(2**63), 2**63 - 1)
_DATA = st.recursive(
    st.none() | st.booleans() | _INTEGERS | st.floats(-1e6, 1e6).filter(lambda n: not n.is_integer()) | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=20,
)
_YAML_PIECES = st.sampled_from(
    [
        *"abcd01.-_#'\"\\[]{},!|>%=~@`é😀\x85\u2028\ufeff\0 \n\t:",
        *("  ", "\r\n", ": ", "- ", "? ", " #", "&a ", "*a", "<<: ", "!!int ", "---\n", "...\n", "{{"),
        *("yes", "0x", "0b1", "1e3"),
    ]
)
_YAML_LIKE = st.lists(_YAML_PIECES, max_size=40).map("".join)


@given(st.binary(max_size=200))
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf")
@example(b"\xed\xa0\x80---\n\xff")
def test_any_bytes_can_be_read(data: bytes) -> None:
    for document in documents(data):
        assert (document.root is None) == (document.problem is not None)
        _ask_everything(document.root)


@given(_YAML_LIKE)
@example("'\n---\n{{")
@example("&a [*a]")
def test_anything_like_yaml_can_be_read(text: str) -> None:
    for document in documents(text):
        assert (document.root is None) == (document.problem is not None)
        assert len(document.duplicates) >= 0
        _ask_everything(document.root)


@given(_DATA.filter(lambda data: data is not None))
def test_json_is_read_as_it_is(data: Data) -> None:
    assert value(json.dumps(data)) == data
    assert value(json.dumps(data, ensure_ascii=False, indent=2)) == data


@given(st.dictionaries(_KEYS, _DATA, min_size=1, max_size=4))
def test_what_is_emitted_is_read_back(data: dict[str, Data]) -> None:
    # kubectl writes a key `<<` without quotes, so reading it back is a merge, with kubectl as well.
    assume("<<" not in repr(data))
    assert value(to_yaml(data)) == data


@given(st.dictionaries(st.text(string.ascii_letters + " :#'é", min_size=1), _TEXT, min_size=1, max_size=5))
def test_spans_hold_what_is_written(data: dict[str, str]) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1)
    for key, found in root(text).items():
        assert key.raw == json.dumps(key.value, ensure_ascii=False)
        assert found.raw == json.dumps(found.value, ensure_ascii=False)
        span = found.span
        line = found.source.line(span.line)
        assert span.line == span.end_line
        assert line[span.column - 1 : span.end_column - 1] == found.raw


@given(_YAML_LIKE)
def test_children_stand_inside_their_parents(text: str) -> None:
    for document in documents(text):
        if document.root is not None and "*" not in text:
            _assert_inside(document.root)


@with_libyaml
@given(_YAML_LIKE, _YAML_LIKE)
def test_a_broken_document_does_not_hide_others(before: str, after: str) -> None:
    text = f"{before}\n---\nb: [\n---\n"
    alone = [document.root.value if document.root else None for document in documents(f"---\n{after}")]
    together = [document.root.value if document.root else None for document in documents(text + after)]
    assert len(problems(text)) >= 1
    assert repr(together[len(documents(text)) :]) == repr(alone)


def _ask_everything(node: Node | None) -> None:
    for inner in [] if node is None else nodes(node):
        assert inner.span.line >= 1
        assert inner.path == "" or inner.parent is not None
        assert inner.raw in inner.source.text
        for key, held in inner.items():
            assert key.span.column >= 1
            assert held.key_span == key.span


def _assert_inside(node: Node) -> None:
    span = node.span
    for inner in [*node.mapping().values(), *node.sequence()]:
        assert (span.line, span.column) <= (inner.span.line, inner.span.column)
        assert (inner.span.end_line, inner.span.end_column) <= (span.end_line, span.end_column)
        _assert_inside(inner)


@pytest.mark.parametrize("text", ["a: 1", "[1, {b: 2}]"])
def test_values_are_plain_data(text: str) -> None:
    def types(data: Data) -> set[type]:
        inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
        return {type(data)}.union(*map(types, inner))

    assert types(value(text)) <= {dict, list, str, int, float, bool, type(None)}
