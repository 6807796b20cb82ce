"""A value held against its schema, as the API server's strict decoding does.

A known field that is null counts as absent: the server drops it from built-in objects as Go's decoder does, and from
custom ones before it validates them (PruneNonNullableNullsWithoutDefaults). A required one that is written and left
blank is a form to be filled in, which is not reported.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import repeat

from kgen.kubernetes.quantity import QuantityError, canonical_quantity
from kgen.kubernetes.schema.mismatch import MissingField, UnknownField, WrongValue
from kgen.kubernetes.schema.shape import ANYTHING, Shape, Type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.schema.mismatch import Mismatch, Step, Steps
    from kgen.syntax.value import Data, Mapping

    Way = tuple["Way", Step] | None  # the steps to a value, the last one outermost
    Pending = list[tuple[dict[str, Data] | list[Data], Shape, Way]]

_OBJECT, _LIST, _ANY = Type.OBJECT, Type.LIST, Type.ANY


def mismatches(value: Data, shape: Shape) -> list[Mismatch]:
    """Where a value does not fit; what several aliases share is looked at once."""
    found: list[Mismatch] = []
    seen: set[tuple[int, int]] = set()
    pending: Pending = []
    _check(value, shape, None, pending, found)
    while pending:
        container, shape, way = pending.pop()
        place = (id(container), id(shape))
        if place in seen:
            continue
        seen.add(place)
        if isinstance(container, dict):
            _check_object(container, shape, way, pending, found)
        else:
            _check_list(container, shape, way, pending, found)
    return found


def _check_object(value: Mapping, shape: Shape, way: Way, pending: Pending, found: list[Mismatch]) -> None:
    fields, others, count = shape.fields, shape.values, len(found)
    for key, each in value.items():
        expected = fields.get(key, others)
        if expected is not None:
            _check(each, expected, (way, key), pending, found)
        elif not shape.is_open:
            found.append(UnknownField(_steps(way), key))
    if count == len(found):  # else an unknown field may be meant for the one that is missing
        found.extend(MissingField(_steps(way), name) for name in shape.required if name not in value)


def _check_list(value: list[Data], shape: Shape, way: Way, pending: Pending, found: list[Mismatch]) -> None:
    expected = shape.items or ANYTHING
    for index, each in enumerate(value):
        _check(each, expected, (way, index), pending, found)


def _check(value: Data, shape: Shape, way: Way, pending: Pending, found: list[Mismatch]) -> None:
    """Look closer at a value that does not fit; what is in it is left for later."""
    if _fits(value, shape):
        return
    if isinstance(value, dict | list) and shape.type is (_OBJECT if isinstance(value, dict) else _LIST):
        pending.append((value, shape, way))
    else:
        found.append(WrongValue(_steps(way), shape))


def _fits(value: Data, shape: Shape) -> bool:
    """Whether a value and all that is in it fit, as nearly every one does: where it is would be noted for nobody."""
    if isinstance(value, dict):
        return _fits_object(value, shape) if shape.type is _OBJECT else shape.type is _ANY
    if isinstance(value, list):
        return all(map(_fits, value, repeat(shape.items or ANYTHING))) if shape.type is _LIST else shape.type is _ANY
    return value is None or type(value) in shape.plain or _fits_scalar(value, shape)


def _fits_object(value: Mapping, shape: Shape) -> bool:
    fields, others = shape.fields, shape.values
    for key, each in value.items():
        expected = fields.get(key, others)
        if expected is None:
            if not shape.is_open:
                return False
        elif type(each) not in expected.plain and not _fits(each, expected):
            return False
    return all(map(value.__contains__, shape.required))


def _steps(way: Way) -> Steps:
    steps: list[Step] = []
    while way is not None:
        way, step = way
        steps.append(step)
    return tuple(reversed(steps))


def _fits_scalar(value: Data, shape: Shape) -> bool:
    if shape.choices:
        return any(value == choice and isinstance(value, bool) == isinstance(choice, bool) for choice in shape.choices)
    match shape.type:
        case Type.STRING:
            return isinstance(value, str)
        case Type.BOOLEAN:
            return isinstance(value, bool)
        case Type.QUANTITY:
            return _is_number(value) or (isinstance(value, str) and _is_quantity(value))
        case Type.INT_OR_STRING:
            return isinstance(value, str) or _is_whole(value, shape)
        case Type.INTEGER:
            return _is_whole(value, shape)
        case Type.NUMBER:
            return _is_number(value) and _is_within(value, shape)
        case Type.ANY:
            return True
        case _:
            return False


def _is_number(value: Data) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_whole(value: Data, shape: Shape) -> bool:
    """Whether JSON has the value as an integer, as it has `1.0`."""
    if isinstance(value, float):
        return value.is_integer() and _is_within(value, shape)
    return type(value) is int and _is_within(value, shape)


def _is_within(value: Data, shape: Shape) -> bool:
    assert isinstance(value, int | float)
    return (shape.low is None or value >= shape.low) and (shape.high is None or value <= shape.high)


@lru_cache(maxsize=4096)
def _is_quantity(text: str) -> bool:
    try:
        canonical_quantity(text)
    except QuantityError:
        return False
    return True
