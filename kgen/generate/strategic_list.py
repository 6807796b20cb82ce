"""How a strategic merge patch merges lists: which items, and in which order (apimachinery's strategicpatch)."""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.generate.go_value import go_value
from kgen.syntax.go_json import Json, JsonObject, Number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

DIRECTIVE = "$patch"


def merge_list(
    original: list[Json], patch: list[Json], key: str, merge_items: Callable[[JsonObject, JsonObject], JsonObject]
) -> list[Json]:
    """The items of both; objects are the same where they agree on the merge key. Raise KubectlError."""
    if not original and not patch:
        return original
    if element_type([original, patch]) != "object":
        merged = _without_duplicates([*original, *patch])
        return ordered(merged, patch, original, "")
    if not key:
        raise KubectlError("cannot merge lists without merge key for struct")
    items, changes = _apply_directives(objects(original), objects(patch), key)
    count = len(items)
    for change in changes:
        found = _index_of(items, _key_value(change, key), key)
        if found < 0:
            items.append(change)
        else:
            items[found] = merge_items(items[found], change)
    return ordered([*items], [*changes], [*items[:count]], key)


def ordered(merged: list[Json], patch_order: list[Json], original_order: list[Json], key: str) -> list[Json]:
    """The items the patch names in its order, and the others set between them in theirs."""
    named = [item for item in merged if _position(patch_order, item, key) >= 0]
    others = [item for item in merged if _position(patch_order, item, key) < 0]
    named.sort(key=lambda item: _position(patch_order, item, key))
    others.sort(key=lambda item: _position(original_order, item, key))
    out: list[Json] = []
    while named and others:
        mine, theirs = _position(original_order, others[0], key), _position(original_order, named[0], key)
        out.append((others if 0 <= mine < theirs else named).pop(0))
    return [*out, *named, *others]


def _position(order: list[Json], item: Json, key: str) -> int:
    if not key:
        return order.index(item) if item in order else -1
    assert isinstance(item, dict)
    return _index_of(objects(order), _key_value(item, key), key)


def objects(items: list[Json]) -> list[JsonObject]:
    """The items as objects; raise KubectlError where one is none."""
    for position, item in enumerate(items):
        if not isinstance(item, dict):
            raise KubectlError(f"value for key {position} is not a map")
    return [item for item in items if isinstance(item, dict)]


def _key_value(item: JsonObject, key: str) -> Json:
    if key not in item:
        raise KubectlError(f"map: {go_value(item)} does not contain declared merge key: {key}")
    return item[key]


def _index_of(items: list[JsonObject], wanted: Json, key: str) -> int:
    return next((place for place, item in enumerate(items) if key in item and item[key] == wanted), -1)


def _apply_directives(
    original: list[JsonObject], patch: list[JsonObject], key: str
) -> tuple[list[JsonObject], list[JsonObject]]:
    """Delete what `$patch: delete` names; `$patch: replace` makes the rest of the patch the whole list."""
    original, rest = [*original], list[JsonObject]()
    replaced = False
    for item in patch:
        directive = item.get(DIRECTIVE)
        if DIRECTIVE not in item:
            rest.append(item)
        elif directive == "delete":
            wanted = _key_value(item, key)
            original = [each for each in original if key not in each or each[key] != wanted]
        elif directive == "replace":
            replaced = True
        elif directive == "merge":
            raise KubectlError("merging lists cannot yet be specified in the patch")
        else:
            raise bad_directive(item)
    return (rest, []) if replaced else (original, rest)


def bad_directive(patch: JsonObject) -> KubectlError:
    """A `$patch` that is no directive."""
    return KubectlError(f"unknown patch type: {go_value(patch[DIRECTIVE])} in map: {go_value(patch)}")


def _without_duplicates(items: list[Json]) -> list[Json]:
    """Each item once; apimachinery fills the gap of a duplicate with the last item."""
    out = [*items]
    position = 0
    while position < len(out):
        other = position + 1
        while other < len(out):
            if out[other] == out[position]:
                out[other] = out[-1]
                out.pop()
            else:
                other += 1
        position += 1
    return out


def element_type(lists: list[list[Json]]) -> str:
    """What all items are, `object` or the name of a scalar; raise KubectlError for a mixture and for lists."""
    found = ""
    for item in (item for each in lists for item in each):
        name = _type_name(item)
        if name == "array":
            raise KubectlError("lists of lists are not supported")
        if found and name != found:
            shown = " ".join(map(go_value, lists))
            raise KubectlError(f"list element types are not identical: [{shown}]")
        found = name
    if not found:
        raise KubectlError("no elements in any of the given slices")
    return found


def _type_name(value: Json) -> str:
    if isinstance(value, dict):
        return "object"
    if isinstance(value, list):
        return "array"
    if isinstance(value, Number):
        return "int64" if value.text.lstrip("-").isdigit() else "float64"
    return type(value).__name__
