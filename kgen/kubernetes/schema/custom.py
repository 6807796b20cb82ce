"""A CustomResourceDefinition's `openAPIV3Schema` as the shape of its objects.

What is read are types, fields, required fields, choices and bounds; patterns, formats, lengths and CEL rules are not,
so an object that fits may still be refused, and none is refused that the API server takes.
https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kgen.kubernetes.schema.shape import ANY_OBJECT, ANYTHING, BOOLEAN, INT_OR_STRING, STRING, Shape, Type

if TYPE_CHECKING:
    from kgen.syntax.value import Data, Mapping

_PRESERVE = "x-kubernetes-preserve-unknown-fields"
_INT_OR_STRING = "x-kubernetes-int-or-string"
_EMBEDDED = "x-kubernetes-embedded-resource"
_REMEMBERED = 100_000


def custom_shape(schema: Data, metadata: Shape) -> Shape:
    """The shape of a kind's objects; `metadata` is that of every object."""
    shape = _shape(schema)
    if shape.type is not Type.OBJECT:
        return ANYTHING
    return replace(shape, fields={**shape.fields, "apiVersion": STRING, "kind": STRING, "metadata": metadata})


def _shape(schema: Data) -> Shape:
    if not isinstance(schema, dict):
        return ANYTHING
    if schema.get(_INT_OR_STRING) is True:
        return INT_OR_STRING
    choices = _list(schema, "enum")
    match schema.get("type"):
        case "object":
            return _object(schema)
        case "array":
            return _list_of(_shape(schema.get("items")))
        case "string":
            return Shape(Type.STRING, choices=choices) if choices else STRING
        case "boolean":
            return BOOLEAN
        case "integer":
            return _number(Type.INTEGER, schema, choices)
        case "number":
            return _number(Type.NUMBER, schema, choices)
        case _:
            return ANYTHING


def _object(schema: Mapping) -> Shape:
    properties, others = _mapping(schema, "properties"), schema.get("additionalProperties")
    fields = {name: _shape(each) for name, each in properties.items()}
    if schema.get(_EMBEDDED) is True:
        fields |= {"apiVersion": STRING, "kind": STRING, "metadata": ANY_OBJECT}
    filled_in = _defaulted(properties)
    return _object_of(
        tuple(fields.items()),
        tuple(name for name in _list(schema, "required") if isinstance(name, str) and name not in filled_in),
        _shape(others) if isinstance(others, dict) else None,
        schema.get(_PRESERVE) is True or others is True,
    )


# Definitions say the same again and again (label selectors, references, whole pod templates): once is enough.
@lru_cache(_REMEMBERED)
def _object_of(
    fields: tuple[tuple[str, Shape], ...], required: tuple[str, ...], values: Shape | None, is_open: bool
) -> Shape:
    return Shape(Type.OBJECT, dict(fields), required=required, values=values, is_open=is_open)


@lru_cache(_REMEMBERED)
def _list_of(items: Shape) -> Shape:
    return Shape(Type.LIST, items=items)


@lru_cache(_REMEMBERED)
def _number_of(kind: Type, low: float | None, high: float | None) -> Shape:
    return Shape(kind, low=low, high=high)


def _number(kind: Type, schema: Mapping, choices: tuple[Data, ...]) -> Shape:
    low, high = _bound(schema, "minimum"), _bound(schema, "maximum")
    return Shape(kind, low=low, high=high, choices=choices) if choices else _number_of(kind, low, high)


def _defaulted(properties: Mapping) -> set[str]:
    """The fields that the API server fills in before it validates."""
    return {name for name, each in properties.items() if isinstance(each, dict) and "default" in each}


def _bound(schema: Mapping, key: str) -> float | None:
    value = schema.get(key)
    return value if isinstance(value, int | float) else None


def _list(schema: Mapping, key: str) -> tuple[Data, ...]:
    value = schema.get(key)
    return tuple(value) if isinstance(value, list) else ()


def _mapping(schema: Mapping, key: str) -> Mapping:
    value = schema.get(key)
    return value if isinstance(value, dict) else {}
