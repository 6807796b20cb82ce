"""The committed tables as JSON Schemas, for the `jsonschema` package to judge by."""

import json
from functools import cache
from zlib import decompress

from jsonschema import Draft202012Validator, FormatChecker

from kgen.data import root
from kgen.kubernetes.quantity import QuantityError, canonical_quantity
from kgen.syntax.value import Data

JsonSchema = dict[str, object]
INTEGER: JsonSchema = {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1}
QUANTITY: JsonSchema = {"anyOf": [{"type": "number"}, {"type": "string", "format": "quantity"}]}
SCALARS: dict[str, JsonSchema] = {
    "any": {},
    "object": {"type": "object"},
    "string": {"type": "string"},
    "boolean": {"type": "boolean"},
    "number": {"type": "number"},
    "int32": INTEGER,
    "int64": {"type": "integer", "minimum": -(2**63), "maximum": 2**63 - 1},
    "quantity": QUANTITY,
    "int-or-string": {"anyOf": [{"type": "string"}, INTEGER]},
}
FORMATS = FormatChecker(formats=())


@FORMATS.checks("quantity", raises=QuantityError)
def is_quantity(value: object) -> bool:
    """Whether a text is a quantity, by the code that prints them."""
    return not isinstance(value, str) or bool(canonical_quantity(value))


@cache
def table(minor: int) -> dict[str, dict[str, dict[str, str]]]:
    """What a file of schemas/kubernetes holds."""
    packed = (root() / "schemas" / "kubernetes" / f"1.{minor}.json.gz").read_bytes()
    held: dict[str, dict[str, dict[str, str]]] = json.loads(decompress(packed, 31))
    return held


@cache
def _definitions(minor: int) -> JsonSchema:
    return {name: _object(fields) for name, fields in table(minor)["types"].items()}


@cache
def validator(minor: int, api_version: str, kind: str) -> Draft202012Validator:
    """The validator of a kind."""
    name = table(minor)["kinds"][api_version][kind]
    schema = {"$ref": f"#/$defs/{name}", "$defs": _definitions(minor)}
    return Draft202012Validator(schema, format_checker=FORMATS)


def _object(fields: dict[str, str]) -> JsonSchema:
    return {
        "type": "object",
        "properties": {field: _schema(spelling.removesuffix("!")) for field, spelling in fields.items()},
        "required": [field for field, spelling in fields.items() if spelling.endswith("!")],
        "additionalProperties": False,
    }


def _schema(spelling: str) -> JsonSchema:
    if spelling.startswith("[]"):
        return {"type": "array", "items": _schema(spelling[2:])}
    if spelling.startswith("{}"):
        return {"type": "object", "additionalProperties": _schema(spelling[2:])}
    return SCALARS.get(spelling, {"$ref": f"#/$defs/{spelling}"})


def without_nulls(value: Data) -> Data:
    """The value as JSON Schema can judge it: to the API server null is nothing."""
    if isinstance(value, dict):
        return {key: without_nulls(each) for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return [without_nulls(each) for each in value if each is not None]
    return value
