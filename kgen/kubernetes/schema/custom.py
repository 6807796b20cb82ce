"""A CustomResourceDefinition's `openAPIV3Schema` as the shape of its objects.

What is read are types, fields, required fields, choices and bounds; patterns, formats, lengths and CEL rules are not,
so an object that fits may still be refused, and none is refused that the API server takes.
https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
"""

from __future__ import annotations

from collections.abc import Mapping

from kgen.kubernetes.schema.shape import ANY_OBJECT, ANYTHING, BOOLEAN, INT_OR_STRING, STRING, Shape, Type
from kgen.syntax.unreadable import UnreadableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.syntax.outline import Part
    from kgen.syntax.value import Data

    Schema = Mapping[str, Part]

_PRESERVE = "x-kubernetes-preserve-unknown-fields"
_INT_OR_STRING = "x-kubernetes-int-or-string"
_EMBEDDED = "x-kubernetes-embedded-resource"


def custom_shape(schema: Part, metadata: Shape) -> Shape:
    """The shape of a kind's objects, its fields made as they are asked for; `metadata` is that of every object.

    Raise UnreadableError where the schema cannot be read.
    """
    if not isinstance(schema, Mapping) or schema.get(_INT_OR_STRING) is True or schema.get("type") != "object":
        return ANYTHING
    return _object(schema, {"apiVersion": STRING, "kind": STRING, "metadata": metadata})


class _Fields(Mapping[str, Shape]):
    """Fields by name: definitions are large and objects small, so a schema is read when an object has its field."""

    def __init__(self, schemas: Schema, known: dict[str, Shape]) -> None:
        self._schemas = schemas
        self._known = known
        self._names = dict.fromkeys(schemas) | dict.fromkeys(known)

    def __getitem__(self, name: str) -> Shape:
        if name not in self._known:
            self._known[name] = _field(self._schemas, name)
        return self._known[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _field(schemas: Schema, name: str) -> Shape:
    """The shape of a field; one whose schema cannot be read takes anything."""
    try:
        return _shape(schemas[name])
    except UnreadableError:
        return ANYTHING


def _shape(schema: Part) -> Shape:
    if not isinstance(schema, Mapping):
        return ANYTHING
    if schema.get(_INT_OR_STRING) is True:
        return INT_OR_STRING
    choices = _scalars(schema, "enum")
    match schema.get("type"):
        case "object":
            return _object(schema, _embedded(schema))
        case "array":
            return Shape(Type.LIST, items=_shape(schema.get("items")))
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


def _object(schema: Schema, known: dict[str, Shape]) -> Shape:
    properties, others = _mapping(schema, "properties"), schema.get("additionalProperties")
    required = (name for name in _scalars(schema, "required") if isinstance(name, str))
    return Shape(
        Type.OBJECT,
        _Fields(properties, known),
        required=tuple(name for name in required if not _is_filled_in(properties, name)),
        values=_shape(others) if isinstance(others, Mapping) else None,
        is_open=schema.get(_PRESERVE) is True or others is True,
    )


def _embedded(schema: Schema) -> dict[str, Shape]:
    """The fields that an object in an object has besides its own."""
    is_embedded = schema.get(_EMBEDDED) is True
    return {"apiVersion": STRING, "kind": STRING, "metadata": ANY_OBJECT} if is_embedded else {}


def _is_filled_in(properties: Schema, name: str) -> bool:
    """Whether the API server gives a field its default before it validates."""
    schema = properties.get(name)
    return isinstance(schema, Mapping) and "default" in schema


def _number(kind: Type, schema: Schema, choices: tuple[Data, ...]) -> Shape:
    return Shape(kind, low=_bound(schema, "minimum"), high=_bound(schema, "maximum"), choices=choices)


def _bound(schema: Schema, key: str) -> float | None:
    value = schema.get(key)
    return value if isinstance(value, int | float) else None


def _scalars(schema: Schema, key: str) -> tuple[Data, ...]:
    value = schema.get(key)
    return tuple(each for each in value if not isinstance(each, Mapping)) if isinstance(value, list) else ()


def _mapping(schema: Schema, key: str) -> Schema:
    value = schema.get(key)
    return value if isinstance(value, Mapping) else {}
