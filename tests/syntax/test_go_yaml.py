"""YAML as kubectl reads it: go-yaml.jsonl holds what its reader, sigs.k8s.io/yaml over go-yaml v2, makes of each text.

.ci/yaml-table writes the file. The reader of the cluster decides where YAML 1.1, YAML 1.2 and libraries differ.
"""

import json
from pathlib import Path

import pytest

from kgen.syntax import events
from kgen.syntax.events import Engine
from kgen.syntax.value import Data
from tests.libyaml import with_libyaml
from tests.syntax.reading import documents, installed_engines

_ENGINES = installed_engines()
_TABLE = Path(__file__).with_name("go-yaml.jsonl")
_REFUSED = "refused"

# Read by kgen though kubectl refuses them, or the other way; each is rare, and none changes what wires a Service.
_KNOWN = {
    **dict.fromkeys(
        ("a: .inf", "a: -.Inf", "a: +.INF", "a: .nan", "a: .NaN"),
        "JSON has no such numbers; kgen keeps them, as a schema then names the field that takes none",
    ),
    "a: ! 12": "libyaml does not tell the tag `!` from none",
    'a: "b\\/c"': "go-yaml lacks this escape of JSON, libyaml has it",
    "%YAML 1.2\n---\na: b": "Flux and kustomize take the directive, kubectl 1.1 only",
    "---\n\ufeffa: b": "libyaml drops a byte order mark at a line's start",
}
_KNOWN_WITHOUT_LIBYAML = {
    **dict.fromkeys(("a: &x-y.z b\nc: *x-y.z", "a: &é b"), "anchors take any characters"),
    **dict.fromkeys(("a:\tb", "a:\t\n  b", "a: b\t# c"), "a tab is no blank"),
    **dict.fromkeys(("a: [:a]", "a: [::1]"), "a colon may start a scalar in flow style"),
    **dict.fromkeys(("a: b\x85c: d", "a: b\u2028c: d", "a: |\n  b\x85  c\n"), "YAML 1.2 has fewer line ends"),
    **dict.fromkeys(("a: |#d\n  b\n", "a: |\n \n  b\n", "a: |\n  \tb\n", "--- |\na\n"), "block scalars by 1.2"),
    "a: ['b':c]": "a quoted key needs a blank behind its colon",
    "%FOO\n---\na: b": "unknown directives are passed over",
}


def _table() -> list[tuple[str, str, Data]]:
    """What each row shows, its text, and what kubectl makes of it."""
    lines = _TABLE.read_text(encoding="utf-8").rstrip("\n").split("\n")
    rows = [json.loads(line, parse_int=_number) for line in lines]
    return [(row["about"], row["yaml"], row.get("json", _REFUSED)) for row in rows]


def _rows() -> list[object]:
    """Each text for each engine that is to read it as kubectl does."""
    return [
        pytest.param(text, value, engine, id=f"{engine.name}, {about}: {text!r}")
        for about, text, value in _table()
        for engine in _ENGINES
        if text not in _known(engine)
    ]


def _known(engine: Engine) -> dict[str, str]:
    return {**_KNOWN, **_KNOWN_WITHOUT_LIBYAML} if engine.name == events.pure().name else _KNOWN


def _number(text: str) -> float:
    """As kubectl's JSON decoder has it: a 64-bit integer, else a float."""
    return int(text) if -(2**63) <= int(text) < 2**63 else float(text)


def _read(text: str, engine: Engine) -> Data:
    """The first document, all that this reader of kubectl's looks at; an empty one is null."""
    found = documents(text, engine)
    if not found:
        return None
    return _REFUSED if found[0].root is None else found[0].root.value


def _same(one: Data, other: Data) -> bool:
    """Whether two values are alike, in type as well: 1 is not 1.0, nor True."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


@pytest.mark.parametrize(("text", "expected", "engine"), _rows())
def test_reads_as_kubectl_does(text: str, expected: Data, engine: Engine) -> None:
    assert _same(_read(text, engine), expected)


@with_libyaml
def test_known_differences_are_all_there_is() -> None:
    answers = {text: _same(_read(text, events.best()), expected) for _, text, expected in _table()}
    assert {text for text, same in answers.items() if not same} == set(_KNOWN)
