"""Strategic merge patches as apimachinery's strategicpatch applies them: merge keys and directives."""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.generate.go_value import go_value
from kgen.generate.merge_patch import sorted_object
from kgen.generate.strategic_list import DIRECTIVE, bad_directive, element_type, merge_list, objects, ordered
from kgen.syntax.emit.number import json_number
from kgen.syntax.go_json import Json, JsonObject, JsonSyntaxError, Number, parse_json
from kgen.syntax.golang import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.struct_table import Field, StructTable

_RETAIN_KEYS = "$retainKeys"
_DELETE_ITEMS = "$deleteFromPrimitiveList"
_SET_ORDER = "$setElementOrder"


class StrategicPatch:
    """Applies patches by the patch strategies and merge keys of a table of structs."""

    def __init__(self, table: StructTable) -> None:
        self._table = table

    def patched(self, target: JsonObject, patch: str, type_name: str) -> JsonObject:
        """The target, a `type_name`, after a patch; raise KubectlError."""
        try:
            changes = parse_json(patch)
        except JsonSyntaxError:
            raise KubectlError("invalid JSON document") from None
        if changes is not None and not isinstance(changes, dict):
            raise KubectlError("invalid JSON document")
        merged = _normal(self._merged(target, _normal_object(changes or {}), type_name))
        assert isinstance(merged, dict)
        return merged

    def _merged(self, original: JsonObject, patch: JsonObject, type_name: str) -> JsonObject:
        if DIRECTIVE in patch:
            return _directed(patch)
        merged, patch = _retained(original, patch)
        merged, patch = self._set_orders(merged, patch, type_name)
        for key, change in patch.items():
            if key.startswith(_DELETE_ITEMS):
                name = _list_name(key, _DELETE_ITEMS, "invalid patch format of primitive list")
                self._delete_items(merged, name, change, type_name)
            elif change is None:
                merged.pop(key, None)
            else:
                self._set(merged, key, change, type_name)
        return sorted_object(merged)

    def _set(self, merged: JsonObject, key: str, change: Json, type_name: str) -> None:
        before = merged.get(key)
        if isinstance(before, dict) and isinstance(change, dict):
            field = self._field(type_name, key)
            merged[key] = change if _strategy(field) == "replace" else self._merged(before, change, _element(field))
        elif isinstance(before, list) and isinstance(change, list):
            merged[key] = self._merged_list(before, change, self._field(type_name, key))
        else:
            _keep(merged, key, _without_nulls(change))

    def _merged_list(self, before: list[Json], change: list[Json], field: Field) -> list[Json]:
        if _strategy(field) != "merge":
            return change
        element = _element(field)
        return merge_list(before, change, field.merge_key, lambda item, patch: self._merged(item, patch, element))

    def _delete_items(self, merged: JsonObject, name: str, change: Json, type_name: str) -> None:
        before = merged.get(name)
        if change is None:
            merged.pop(name, None)
        elif isinstance(before, list) and isinstance(change, list):
            self._field(type_name, name)
            if before or change:
                element_type([before, change])
            merged[name] = [item for item in before if item not in change]

    def _set_orders(self, original: JsonObject, patch: JsonObject, type_name: str) -> tuple[JsonObject, JsonObject]:
        """Merge and sort each list that `$setElementOrder/NAME` speaks of; what is left of both."""
        merged, rest = dict(original), dict(patch)
        for key, order in patch.items():
            if not key.startswith(_SET_ORDER):
                continue
            del rest[key]
            wanted = _typed_list(order)
            name = _list_name(key, _SET_ORDER, "invalid patch format of setElementOrder list")
            before = _typed_list(merged[name]) if name in merged else None
            change = _typed_list(rest[name]) if name in rest else None
            field = self._field(type_name, name)
            _check_order(change or [], wanted, field.merge_key)
            items = self._list_of_both(before, change, field)
            if items is None:
                continue
            if before or change:
                element_type([before or [], change or []])
            merged[name] = ordered(items, wanted, before or [], field.merge_key)
            rest.pop(name, None)
        return merged, rest

    def _list_of_both(self, before: list[Json] | None, change: list[Json] | None, field: Field) -> list[Json] | None:
        if change is None:
            return before
        if before is None:
            return [_without_directives(item) for item in change if not _is_directive(item)]
        return self._merged_list(before, change, field)

    def _field(self, type_name: str, key: str) -> Field:
        if not self._table.is_struct(type_name):
            kind = "map" if type_name.startswith("map[") else "string"
            message = f"merging an object in json but data type is not struct, instead is: {kind}"
            raise KubectlError(message)
        field = self._table.lookup(type_name, key)
        if field is None:
            struct = type_name.rpartition(".")[2]
            raise KubectlError(f"unable to find api field in struct {struct} for the json field {quote(key)}")
        return field


def _directed(patch: JsonObject) -> JsonObject:
    if patch[DIRECTIVE] == "replace":
        return {key: value for key, value in patch.items() if key != DIRECTIVE}
    if patch[DIRECTIVE] == "delete":
        return {}
    raise bad_directive(patch)


def _retained(original: JsonObject, patch: JsonObject) -> tuple[JsonObject, JsonObject]:
    """The original with the keys `$retainKeys` lists, which must list all that the patch sets."""
    if _RETAIN_KEYS not in patch:
        return dict(original), patch
    kept = patch[_RETAIN_KEYS]
    rest = {key: value for key, value in patch.items() if key != _RETAIN_KEYS}
    directives = (_DELETE_ITEMS, _SET_ORDER)
    set_keys = [key for key, value in rest.items() if value is not None and not key.startswith(directives)]
    if not isinstance(kept, list) or any(key not in kept for key in set_keys):
        raise KubectlError("invalid patch format of retainKeys")
    return {key: value for key, value in original.items() if key in kept}, rest


def _list_name(key: str, directive: str, complaint: str) -> str:
    """The list that a key such as `$setElementOrder/containers` speaks of."""
    prefix, slash, name = key.partition("/")
    if prefix != directive or not slash:
        raise KubectlError(complaint)
    return name


def _check_order(patch: list[Json], order: list[Json], key: str) -> None:
    """Raise KubectlError unless the items of the patch come in the order given, all of them."""
    if not order or not patch:
        return
    left = [_identity(item, key) for item in patch if not _is_directive(item)]
    for item in order:
        if left and left[0] == _identity(item, key):
            left.pop(0)
    if left:
        raise KubectlError(
            f"The order in patch list:\n{go_value(patch)}\n doesn't match {_SET_ORDER} list:\n{go_value(order)}"
        )


def _identity(item: Json, key: str) -> Json:
    return objects([item])[0].get(key) if key else item


def _typed_list(value: Json) -> list[Json]:
    if isinstance(value, list):
        return value
    names = {dict: "map[string]interface {}", str: "string", bool: "bool", Number: "int64"}
    raise KubectlError(f"expected a []interface {{}}, but received a {names.get(type(value), '%!s(<nil>)')}")


def _strategy(field: Field) -> str:
    """The patch strategy besides `retainKeys`."""
    return next((strategy for strategy in field.patch_strategies if strategy != "retainKeys"), "")


def _element(field: Field) -> str:
    return field.type.removeprefix("*").removeprefix("[]")


def _keep(merged: JsonObject, key: str, value: Json) -> None:
    if _is_directive(value):
        merged.pop(key, None)
    else:
        merged[key] = _without_directives(value)


def _is_directive(value: Json) -> bool:
    return isinstance(value, dict) and DIRECTIVE in value


def _without_directives(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _without_directives(item) for key, item in value.items() if not _is_directive(item)}
    if isinstance(value, list):
        return [_without_directives(item) for item in value if not _is_directive(item)]
    return value


def _without_nulls(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_nulls(item) for item in value]
    return value


def _normal_object(value: JsonObject) -> JsonObject:
    return sorted_object({key: _normal(item) for key, item in value.items()})


def _normal(value: Json) -> Json:
    """The value as Go writes it after reading it into maps, int64 and float64: keys sorted, `1.0` as `1`."""
    if isinstance(value, dict):
        return _normal_object(value)
    if isinstance(value, list):
        return [_normal(item) for item in value]
    if isinstance(value, Number) and not value.text.lstrip("-").isdigit():
        return Number(json_number(float(value.text)))
    return value
