"""JSON merge patches (RFC 7396) as evanphx/json-patch applies them."""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.syntax.go_json import Json, JsonObject, JsonSyntaxError, parse_json


def merge_patched(target: JsonObject, patch: str) -> Json:
    """The target after a patch, which replaces it altogether if it is a list; raise KubectlError."""
    try:
        changes = parse_json(patch)
    except JsonSyntaxError:
        raise KubectlError("Invalid JSON Patch") from None
    if isinstance(changes, list):
        return _without_nulls(changes)
    if not isinstance(changes, dict):
        raise KubectlError("Invalid JSON Patch")
    return _merged(target, changes)


def _merged(target: JsonObject, changes: JsonObject) -> JsonObject:
    merged = dict(target)
    for key, change in changes.items():
        before = merged.get(key)
        if change is None:
            merged.pop(key, None)
        elif isinstance(before, dict) and isinstance(change, dict):
            merged[key] = _merged(before, change)
        else:
            # Over an object json-patch takes lists and scalars with their nulls; no field shows the difference.
            merged[key] = _without_nulls(change)
    return sorted_object(merged)


def _without_nulls(value: Json) -> Json:
    """The value without the keys that hold null; nulls in lists stay."""
    if isinstance(value, dict):
        return sorted_object({key: _without_nulls(item) for key, item in value.items() if item is not None})
    if isinstance(value, list):
        return [_without_nulls(item) for item in value]
    return value


def sorted_object(members: JsonObject) -> JsonObject:
    """The object in the order Go writes maps in: by the bytes of its keys."""
    return {key: members[key] for key in sorted(members, key=str.encode)}
