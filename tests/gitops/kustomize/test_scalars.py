"""Scalars as kustomize has them: words that are booleans to kubectl alone, numbers as they are written."""

import os
from pathlib import Path

import pytest

from kgen.gitops.kustomize.scalars import text_as_written
from kgen.syntax.parse import parse
from kgen.syntax.source import Source
from kgen.syntax.value import Data
from tests.gitops.kustomize.rendering import built, write
from tests.syntax.reading import documents, nodes

_POD = "kind: Pod\napiVersion: v1\nmetadata: {name: web}\n"


@pytest.mark.parametrize(
    ("text", "spec"),
    [
        pytest.param("spec: {a: true, b: False}", {"a": True, "b": False}, id="booleans of YAML 1.2"),
        pytest.param("spec:\n  a: yes\n  b: true", {"a": "yes", "b": True}, id="a word at the end of a line"),
        pytest.param("spec: {a: on,b: Off}", {"a": "on", "b": "Off"}, id="words in a flow mapping"),
        pytest.param("spec: [n, Y ,NO]", ["n", "Y", "NO"], id="words in a flow sequence"),
        pytest.param("spec:\n- on\n-   off # why", ["on", "off"], id="words as items, one with a comment"),
        pytest.param("spec:\n  a:\n    no", {"a": "no"}, id="a word in a line of its own"),
        pytest.param("spec: {a: &word yes, b: *word}", {"a": "yes", "b": "yes"}, id="a word with an anchor"),
        pytest.param('spec: {"a":"no",b: true}', {"a": "no", "b": True}, id="a word in quotes"),
        pytest.param("spec: {on: true, no: 1}", {"on": True, "no": 1}, id="words as keys"),
    ],
)
@pytest.mark.parametrize("end", ["", "\n", "\r\n"], ids=["no line end", "line feed", "carriage return"])
def test_words_stay_as_they_are_written(text: str, spec: Data, end: str, tmp_path: Path) -> None:
    write(tmp_path, {"kustomization.yaml": "resources: [pod.yaml]\n", "pod.yaml": _POD + text + end})
    (pod,) = (value.plain() for value in built(tmp_path).resources)
    assert isinstance(pod, dict)
    assert pod["spec"] == spec


_NUMBERS = (
    "80|0|-5|0x50|0X50|-0x50|0b11|0o17|017|-017|00|-0|+5|1_000|0_7|+0x1|1.0|-2.|3.00|+4.0|1e3|2E+2|1.5e1|-1e2|.5e1|+.5e1"
    '|18_0|9223372036854775807|!!int "5"|!!int 0x5|!!float 7|!<tag:yaml.org,2002:int> 5|&a 9|1.4.2|1.5|a-1'
)
_PLACES = (
    "%",
    "a: %",
    "a:   % # why",
    "- %",
    "-\t%",
    "[%]",
    "[1,%]",
    "{a: %}",
    '{"a":%}',
    "a:\n  %",
    "? %",
    "--- %",
    "a:\r\n %",
)


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("number", _NUMBERS.split("|"))
def test_a_number_is_the_text_that_is_written(number: str, place: str) -> None:
    for document in documents(place.replace("%", number)):
        for node in nodes(document.root) if document.root is not None else ():
            if node.integer() is not None:
                assert text_as_written(node) == node.raw


def test_numbers_of_public_manifests_are_the_text_that_is_written() -> None:
    corpus = Path(os.environ.get("KGEN_CORPUS") or Path(__file__).parents[4] / "shared" / "corpus")
    files = sorted(path for path in corpus.glob("*/**/*.y*ml") if path.is_file())
    if not files:
        pytest.skip("no corpus: set KGEN_CORPUS to a directory of public repositories")
    for path in files[7::40]:
        for document in parse(Source(path.name, path.read_bytes())):
            found = [] if document.root is None else nodes(document.root)
            numbers = [node for node in found if node.integer() is not None]
            assert [text_as_written(node) for node in numbers] == [node.raw for node in numbers], path
