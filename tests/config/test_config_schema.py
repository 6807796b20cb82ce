"""The schemas themselves, and that kgen's reader of them comes to the verdicts of the `jsonschema` package."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kgen.config.load import schema_path as config_schema
from kgen.config.schema import check, read_schema
from kgen.config.yaml_file import read_yaml
from kgen.generate.spec.read import schema_path as spec_schema
from kgen.syntax.source import Source
from kgen.syntax.value import Data, Mapping

SCHEMAS = [pytest.param(config_schema(), id="config"), pytest.param(spec_schema(), id="spec")]
WORDS = ("ALL", "warning", "1.34", "30000-32767", "auto", "80:80", "NodePort", "deployment/web", "", "a b", "tcp")
SCALARS: st.SearchStrategy[Data] = st.sampled_from((*WORDS, 0, 1, 80, 70000, 2**31, -1, 1.5, True, False, None))


def read(path: Path) -> Mapping:
    schema: Mapping = json.loads(path.read_text(encoding="utf-8"))
    return schema


def properties(value: Data) -> Iterator[tuple[str, Data]]:
    """Every key that a schema knows, and every definition, at any depth."""
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        if key in {"properties", "$defs"} and isinstance(inner, dict):
            yield from inner.items()
            for each in inner.values():
                yield from properties(each)


@st.composite
def documents(draw: st.DrawFn, schema: Mapping, whole: Mapping) -> Data:
    """What the schema asks for."""
    if "$ref" in schema:
        schema = {**read_reference(whole, schema), **{key: schema[key] for key in schema if key != "$ref"}}
    kind = draw(st.sampled_from(texts(schema["type"])))
    if kind == "object":
        return draw(mappings(schema, whole))
    if kind == "array":
        items = schema["items"]
        assert isinstance(items, dict)
        return draw(st.lists(documents(items, whole), max_size=2))
    if kind != "string":
        return {"integer": 80, "number": 1.5, "boolean": True}.get(str(kind))
    written = [*texts(schema.get("enum")), *texts(schema.get("examples")), *texts(schema.get("default"))]
    return draw(st.sampled_from([each for each in written if isinstance(each, str)] or ["a"]))


@st.composite
def mappings(draw: st.DrawFn, schema: Mapping, whole: Mapping) -> Mapping:
    known, further = schema.get("properties"), schema.get("additionalProperties")
    names = sorted(known) if isinstance(known, dict) else ["web", "b"]
    chosen = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    required = map(str, texts(schema.get("required")))
    of_each = {name: known[name] if isinstance(known, dict) else further for name in (*chosen, *required)}
    return {name: draw(documents(value, whole)) for name, value in of_each.items() if isinstance(value, dict)}


@st.composite
def slipped(draw: st.DrawFn, value: Data) -> Data:
    """The document with one thing changed somewhere: a value, a key too few, a key too many."""
    if isinstance(value, list) and value and draw(st.booleans()):
        place = draw(st.integers(0, len(value) - 1))
        return [draw(slipped(each)) if index == place else each for index, each in enumerate(value)]
    if not isinstance(value, dict) or draw(st.integers(0, 5)) == 0:
        return draw(SCALARS)
    if not value or draw(st.integers(0, 3)) == 0:
        return {**value, draw(st.sampled_from(["imge", "x/y", "1A"])): 1}
    key = draw(st.sampled_from(sorted(value)))
    rest = {name: each for name, each in value.items() if name != key}
    return rest if draw(st.integers(0, 3)) == 0 else {**rest, key: draw(slipped(value[key]))}


def texts(value: Data) -> list[Data]:
    return value if isinstance(value, list) else [] if value is None else [value]


def holds_number_for_pattern(value: Data) -> bool:
    """Whether a number stands where `pattern` is not for numbers to JSON Schema, and is to kgen."""
    if isinstance(value, list):
        return any(map(holds_number_for_pattern, value))
    if not isinstance(value, dict):
        return False
    numbers = [each for key, each in value.items() if key == "kubernetes-version" or key.endswith("Port")]
    return any(isinstance(each, int | float) for each in numbers) or any(map(holds_number_for_pattern, value.values()))


@pytest.mark.parametrize("path", SCHEMAS)
def test_every_key_is_documented(path: Path) -> None:
    schema = read(path)
    Draft202012Validator.check_schema(schema)
    for name, value in (("the file", schema), *properties(schema)):
        assert isinstance(value, dict)
        documented = value if "$ref" not in value or "title" in value else read_reference(schema, value)
        assert str(documented.get("title", "")).rstrip("."), name
        assert str(documented.get("description", "")).endswith("."), name


def read_reference(schema: Mapping, value: Mapping) -> Mapping:
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    found = definitions[str(value["$ref"]).rpartition("/")[2]]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("path", SCHEMAS)
@settings(deadline=None, max_examples=200)
@given(data=st.data())
def test_verdicts_are_those_of_jsonschema(path: Path, data: st.DataObject) -> None:
    schema = read(path)
    meant = data.draw(documents(schema, schema))
    assert Draft202012Validator(schema).is_valid(meant)
    document = data.draw(st.just(meant) | slipped(meant))
    setting = read_yaml(Source("x.yaml", json.dumps(document).encode()))
    mistakes = [str(mistake) for mistake in check(setting, read_schema(path))]
    # An empty file stands for empty settings.
    valid = Draft202012Validator(schema).is_valid({} if document is None else document)
    if mistakes:
        assert not valid or holds_number_for_pattern(document), mistakes
    else:
        assert valid


@pytest.mark.parametrize("path", SCHEMAS)
def test_examples_and_defaults_are_valid(path: Path) -> None:
    schema = read(path)
    definitions = schema["$defs"]
    for name, value in properties(schema):
        assert isinstance(value, dict)
        whole: Mapping = {**value, "$defs": definitions}
        examples = value.get("examples", [])
        assert isinstance(examples, list)
        for example in [*examples, *([value["default"]] if "default" in value else [])]:
            Draft202012Validator(whole).validate(example)
            assert example is not None, name


EACH_KEYWORD: Mapping = {
    "type": "object",
    "additionalProperties": False,
    "required": ["kind"],
    "properties": {
        "kind": {"type": "string", "enum": ["Pod", "Service"]},
        "size": {"type": "integer", "minimum": 1, "maximum": 9},
        "least": {"type": "integer", "minimum": 1},
        "name": {"type": "string", "minLength": 1},
        "word": {"type": ["string", "number"], "pattern": "^[a-z]+$", "patternErrorMessage": "a word"},
        "list": {"type": "array", "items": {"$ref": "#/$defs/flag"}},
        "map": {
            "type": "object",
            "propertyNames": {"pattern": "^[a-z]+$", "patternErrorMessage": "a word"},
            "additionalProperties": {"$ref": "#/$defs/flag"},
        },
    },
    "$defs": {"flag": {"type": "boolean"}},
}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("{}", "x:1:1: this file lacks `kind`", id="required"),
        pytest.param("kind: Pods", "x:1:7: `kind` does not take `Pods`; did you mean `Pod`?", id="enum, near"),
        pytest.param("kind: X", "x:1:7: `kind` does not take `X`; known are `Pod`, `Service`", id="enum, far"),
        pytest.param("kind: [Pod]", "x:1:7: `kind` takes a text, not a list", id="type"),
        pytest.param("kind: Pod\nsize: 0", "x:2:7: `size` takes 1 to 9, not `0`", id="minimum"),
        pytest.param("kind: Pod\nsize: 10", "x:2:7: `size` takes 1 to 9, not `10`", id="maximum"),
        pytest.param("kind: Pod\nleast: 0", "x:2:8: `least` takes at least 1, not `0`", id="minimum alone"),
        pytest.param("kind: Pod\nname: ''", "x:2:7: `name` is empty", id="minLength"),
        pytest.param("kind: Pod\nword: a1", "x:2:7: `word` takes a word, not `a1`", id="pattern"),
        pytest.param("kind: Pod\nword: 1.10", "x:2:7: `word` takes a word, not `1.10`", id="pattern of a number"),
        pytest.param(
            "kind: Pod\nlist: [true, 1]", "x:2:14: `list[1]` takes true or false, not `1`, a whole number", id="items"
        ),
        pytest.param(
            "kind: Pod\nmap: {a: 1}", "x:2:10: `map.a` takes true or false, not `1`, a whole number", id="values"
        ),
        pytest.param("kind: Pod\nmap: {A: true}", "x:2:7: `A` is not a word", id="propertyNames"),
        pytest.param(
            "kind: Pod\nnmae: a", "x:2:1: unknown key `nmae`; did you mean `name`?", id="additionalProperties"
        ),
    ],
)
def test_each_keyword(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(EACH_KEYWORD), encoding="utf-8")
    assert [str(mistake) for mistake in check(read_yaml(Source("x", text.encode())), read_schema(path))] == [message]
