"""Whatever is printed reads back as the data it was printed from, checked with other people's parsers."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kgen.syntax.emit.json import compact_json, to_json
from kgen.syntax.emit.kyaml import to_kyaml
from kgen.syntax.emit.yaml import to_yaml

LOOKALIKES = [
    "yes",
    "NO",
    "~",
    "",
    "1_000",
    "0o7",
    "08",
    "0x1f",
    "1e3",
    ".5",
    "12:30",
    "2001-01-01",
    "- a",
    "a: b",
    "#",
]


def _load(text: str) -> object:
    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 1)
    return reader.load(text)


def _is_number_to_ruamel_alone(text: str) -> bool:
    """go-yaml takes a number that 64 bits cannot hold, and `._5`, for a string; ruamel reads it all the same."""
    digits = text.replace("_", "")
    try:
        float(int(digits, 0)) if digits[:2].lower() in ("0x", "0b", "0o") else float(digits)
    except ValueError:
        return False
    return to_yaml(text) == text + "\n"


def _agreed_on(text: str) -> bool:
    # ruamel keeps `=` for YAML 1.1's default value, which go-yaml never knew.
    return text not in ("=", "<<") and not _is_number_to_ruamel_alone(text)


# Left out: what kubectl refuses (C1 controls, U+FFFE, U+FFFF) or changes (U+0085, lone surrogates), and the
# line separators U+2028 and U+2029, which ruamel does not take for the line breaks they are in YAML 1.1.
_CHARACTERS = st.characters(
    exclude_categories=["Cs"],
    exclude_characters="\u2028\u2029\ufffe\uffff" + "".join(map(chr, range(0x7F, 0xA0))),
)
_LONG_LINES = st.lists(st.text(_CHARACTERS, max_size=12), max_size=40).map(" ".join)
_TEXTS = (st.text(_CHARACTERS) | st.sampled_from(LOOKALIKES) | _LONG_LINES).filter(_agreed_on)
_SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | _TEXTS
_KEYS = (st.text(_CHARACTERS) | st.sampled_from(LOOKALIKES)).filter(_agreed_on)
TREES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=10,
)


@settings(deadline=None)
@given(TREES)
def test_yaml_reads_back(value: object) -> None:
    assert _load(to_yaml({"root": value})) == {"root": value}


def _has_line_that_kyaml_garbles(value: object) -> bool:
    """kubectl escapes a line's first blank twice (`\\\\r`) unless it is a space or a tab; kgen prints the same."""
    if isinstance(value, dict):
        return any(map(_has_line_that_kyaml_garbles, value.values()))
    if isinstance(value, list):
        return any(map(_has_line_that_kyaml_garbles, value))
    if not isinstance(value, str) or "\n" not in value:
        return False
    return any(line[:1].isspace() and line[0] not in " \t" for line in value.split("\n"))


@settings(deadline=None)
@given(TREES.filter(lambda value: not _has_line_that_kyaml_garbles(value)))
def test_kyaml_reads_back(value: object) -> None:
    assert _load(to_kyaml({"root": value})) == {"root": value}


@settings(deadline=None)
@given(TREES)
def test_json_reads_back(value: object) -> None:
    assert json.loads(to_json(value)) == value
    assert json.loads(compact_json(value)) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_read_back(number: float) -> None:
    assert float(compact_json(number)) == number
    assert float(to_yaml(number)) == number


@given(st.binary())
def test_bytes_that_are_no_utf8_become_one_replacement_character_each(argument: bytes) -> None:
    text = argument.decode("utf-8", "surrogateescape")
    replaced = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    assert json.loads(compact_json(text)) == replaced
