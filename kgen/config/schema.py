"""Settings checked against their JSON Schema, each mistake with its place and the nearest known word.

The schemas use few keywords, so this small reader gives better messages than a general validator and costs
no import of one; a test holds it to the `jsonschema` package's verdicts.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kgen.config.setting import Mistake, Setting
from kgen.record import fresh, record
from kgen.spelling import close_matches

Json = Mapping[str, object]

_TYPE_NAMES = {
    "object": "a mapping",
    "array": "a list",
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing",
}


@record
class Schema:
    """One JSON Schema, references followed; no `types` stands for any, no `additional` for no other key.

    `sample` is its default, or else its first example.
    """

    title: str = ""
    description: str = ""
    sample: object = None
    types: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    pattern: str = ""
    expected: str = ""
    shortest: int = 0
    least: int | None = None
    most: int | None = None
    properties: Mapping[str, "Schema"] = fresh(factory=dict)
    required: tuple[str, ...] = ()
    key_pattern: str = ""
    key_expected: str = ""
    additional: "Schema | None" = None
    items: "Schema | None" = None


def read_schema(path: Path) -> Schema:
    """Read a file of schemas/."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return _schema(document, document)


def check(setting: Setting, schema: Schema) -> Iterator[Mistake]:
    """Every mistake in a setting and all below it, in the order of the file."""
    if schema.types and not _has_type(setting, schema.types):
        yield Mistake(setting.place, f"{_subject(setting)} takes {_allowed(schema.types)}, not {_shown(setting)}")
        return
    yield from _check_scalar(setting, schema)
    yield from _check_keys(setting, schema)
    for item in setting.items or ():
        if schema.items is not None:
            yield from check(item, schema.items)


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean ...?` for a near miss, else the known words."""
    words = list(known)
    close = close_matches(word, words, n=1, cutoff=0.6)
    if close:
        return f"; did you mean `{close[0]}`?"
    return f"; known are {_listed(words)}" if words else ""


def _check_scalar(setting: Setting, schema: Schema) -> Iterator[Mistake]:
    if setting.entries is not None or setting.items is not None:
        return
    if schema.words and setting.raw not in schema.words:
        near = suggestion(setting.raw, schema.words)
        yield Mistake(setting.place, f"{_subject(setting)} does not take `{setting.raw}`{near}")
    elif schema.pattern and setting.scalar is not None and not re.search(schema.pattern, setting.raw):
        yield Mistake(setting.place, f"{_subject(setting)} takes {schema.expected}, not `{setting.raw}`")
    elif schema.shortest and setting.type_name == "string" and len(setting.raw) < schema.shortest:
        yield Mistake(setting.place, f"{_subject(setting)} is empty")
    elif not _in_bounds(setting, schema):
        bounds = f"at least {schema.least}" if schema.most is None else f"{schema.least} to {schema.most}"
        yield Mistake(setting.place, f"{_subject(setting)} takes {bounds}, not `{setting.raw}`")


def _in_bounds(setting: Setting, schema: Schema) -> bool:
    number = setting.scalar
    if not isinstance(number, int) or isinstance(number, bool):
        return True
    return (schema.least is None or number >= schema.least) and (schema.most is None or number <= schema.most)


def _check_keys(setting: Setting, schema: Schema) -> Iterator[Mistake]:
    if setting.entries is None:
        return
    for key, value in setting.entries.items():
        known = schema.properties.get(key, schema.additional)
        if known is None:
            yield Mistake(value.key_place, f"unknown key `{key}`{suggestion(key, schema.properties)}")
        elif key not in schema.properties and schema.key_pattern and not re.search(schema.key_pattern, key):
            yield Mistake(value.key_place, f"`{key}` is not {schema.key_expected}")
        else:
            yield from check(value, known)
    for key in schema.required:
        if key not in setting.entries:
            yield Mistake(setting.key_place, f"{_subject(setting)} lacks `{key}`")


def _has_type(setting: Setting, types: tuple[str, ...]) -> bool:
    name = setting.type_name
    return name in types or (name == "integer" and "number" in types)


def _subject(setting: Setting) -> str:
    return f"`{setting.path}`" if setting.path else "this file"


def _shown(setting: Setting) -> str:
    name = setting.type_name
    if name in {"object", "array", "null"}:
        return _TYPE_NAMES[name]
    return f"`{setting.raw}`, {_TYPE_NAMES[name]}"


def _allowed(types: tuple[str, ...]) -> str:
    return " or ".join(_TYPE_NAMES[name] for name in types)


def _listed(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _schema(document: Json, whole: Json) -> Schema:
    target = document.get("$ref")
    if isinstance(target, str):
        definitions = _object(whole, "$defs")
        return _schema({**_object(definitions, target.rpartition("/")[2]), **_without_reference(document)}, whole)
    names = _schema(_object(document, "propertyNames"), whole) if "propertyNames" in document else Schema()
    properties = _object(document, "properties")
    additional = document.get("additionalProperties")
    return Schema(
        title=str(document.get("title", "")),
        description=str(document.get("description", "")),
        sample=document.get("default", _first(document.get("examples"))),
        types=_texts(document.get("type")),
        words=_texts(document.get("enum")),
        pattern=str(document.get("pattern", "")),
        expected=str(document.get("patternErrorMessage", "")),
        shortest=_number(document, "minLength") or 0,
        least=_number(document, "minimum"),
        most=_number(document, "maximum"),
        properties={key: _schema(_object(properties, key), whole) for key in properties},
        required=_texts(document.get("required")),
        key_pattern=names.pattern,
        key_expected=names.expected,
        additional=_schema(additional, whole) if isinstance(additional, Mapping) else None,
        items=_schema(_object(document, "items"), whole) if "items" in document else None,
    )


def _without_reference(document: Json) -> Json:
    return {key: value for key, value in document.items() if key != "$ref"}


def _object(document: Json, key: str) -> Json:
    value = document.get(key, {})
    return value if isinstance(value, Mapping) else {}


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return (str(value),) if value is not None else ()


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else None


def _number(document: Json, key: str) -> int | None:
    value = document.get(key)
    return value if isinstance(value, int) else None
