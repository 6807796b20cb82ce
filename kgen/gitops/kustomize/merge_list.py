"""Merging lists whose items have merge keys, or are a set of scalars.

kustomize puts the patch's items first, then the target's; the odd cases here (keys that only some items have) are
its own: kyaml/yaml/walk/associative_sequence.go tells what happens, these functions do the same.
"""

from collections.abc import Callable, Sequence

from kgen.gitops.kustomize.directive import DELETE, REPLACE, take_directive
from kgen.gitops.kustomize.merge_schema import Schema
from kgen.gitops.kustomize.tree import Value
from kgen.syntax.node import Node

Merge = Callable[[Value | None, Value | None, Schema | None], Value | None]
Key = tuple[str, ...]


def merge_list(target: Value | None, patch: Value | None, schema: Schema, merge: Merge) -> Value | None:
    """The merged list; None when the patch deletes it."""
    if target is None or target.data is None:
        target = patch
    else:
        directive = "" if patch is None else take_directive(patch)
        if directive == DELETE:
            return None
        if directive == REPLACE:
            target = patch
    assert target is not None
    names = schema.keys or ("",)
    items = _merge_items(target, patch, names, (schema.item(), merge))
    return None if items is None else Value(items, _origin(target, patch))


def _origin(target: Value, patch: Value | None) -> Node | None:
    return target.origin if target.origin is not None or patch is None else patch.origin


def _merge_items(
    target: Value, patch: Value | None, names: Key, walk: tuple[Schema | None, Merge]
) -> list[Value] | None:
    present, wanted = _by_text(target, names), _by_text(patch, names)
    if present is not None and wanted is not None:
        return _merge_distinct(present, wanted, walk)
    return _merge_any(target, patch, names, walk)


def _by_text(values: Value | None, names: Key) -> dict[str, Value] | None:
    """The items by the one key that tells each from all others; None where it does not, or there are several keys."""
    items = [] if values is None else values.items
    found = {item.text_at(names[0]): item for item in items} if len(names) == 1 and names[0] else {}
    return found if len(found) == len(items) and "" not in found else None


def _merge_distinct(
    present: dict[str, Value], wanted: dict[str, Value], walk: tuple[Schema | None, Merge]
) -> list[Value]:
    """What the walk over all keys comes to, where each is that of one item."""
    schema, merge = walk
    items: list[Value] = []
    for key in {**wanted, **present}:
        own = present.get(key)
        merged = merge(own, wanted.get(key), schema)
        if merged is not None and not merged.is_empty:
            items.append(merged if own is None else own)
    return items


def _merge_any(target: Value, patch: Value | None, names: Key, walk: tuple[Schema | None, Merge]) -> list[Value] | None:
    """The walk over all keys, of which items may lack some or share all."""
    schema, merge = walk
    keys = _joined(_keys(target, patch, names))
    own = list(target.items)
    added: list[Value] = []
    valid: Key = names
    for key in keys:
        valid, texts = _valid(keys, key, names)
        present, wanted = _find(own, valid, texts), _find(patch.items if patch is not None else [], valid, texts)
        merged = _merge_item(present, wanted, valid, (schema, merge))
        if merged is None or (merged.is_empty and valid[0] != ""):
            own = _without(own, valid, texts)
            continue
        _complete(merged, valid, texts)
        _place(added, merged, valid, texts)
    if keys:
        for item in own:
            _append(added, item, valid)
        return added
    return own


def _merge_item(
    present: Value | None, wanted: Value | None, valid: Key, walk: tuple[Schema | None, Merge]
) -> Value | None:
    schema, merge = walk
    if valid == ("",):
        return wanted if wanted is not None else present
    return merge(present, wanted, schema)


def _complete(merged: Value, valid: Key, texts: Key) -> None:
    for name, text in zip(valid, texts, strict=False):
        if name and text and name not in merged.fields:
            merged.fields[name] = Value(text, merged.origin)


def _keys(target: Value, patch: Value | None, names: Key) -> list[Key]:
    """What tells the items apart, those of the patch first, each once."""
    found: dict[Key, None] = {}
    for source in (patch, target):
        for item in source.items if source is not None else ():
            found.setdefault(_key(item, names), None)
    return list(found)


def _key(item: Value, names: Key) -> Key:
    if names == ("",):
        return (item.text(),)
    return tuple(item.text_at(name) for name in names)


def _joined(keys: list[Key]) -> list[Key]:
    """Let keys that agree wherever both have a part have each other's parts."""
    if not keys or len(keys[0]) == 1:
        return keys
    for first, one in enumerate(keys):
        for second, other in enumerate(keys):
            joined = _join(keys[first] if first else one, other)
            if joined is not None:
                keys[first] = keys[second] = joined
    return keys


def _join(one: Key, other: Key) -> Key | None:
    if any(a != b and a and b for a, b in zip(one, other, strict=True)):
        return None
    if all(a != b for a, b in zip(one, other, strict=True)):
        return None
    return tuple(a or b for a, b in zip(one, other, strict=True))


def _valid(keys: Sequence[Key], key: Key, names: Key) -> tuple[Key, Key]:
    """The names of the parts that any item has, and this key's texts for them."""
    if names == ("",):
        return names, key
    used = [any(each[index] for each in keys) for index in range(len(names))]
    if not any(used):
        return names, key
    return (
        tuple(name for name, is_used in zip(names, used, strict=True) if is_used),
        tuple(text for text, is_used in zip(key, used, strict=True) if text or is_used),
    )


def _find(items: list[Value], names: Key, texts: Key) -> Value | None:
    """The first item with these texts; parts that are empty do not matter when another is given."""
    if names == ("",):
        return next((item for item in items if item.text() == texts[0]), None)
    pairs = list(zip(names, texts, strict=False))
    wanted = [pair for pair in pairs if pair[1]] or pairs
    return next((item for item in items if all(_has(item, *pair) for pair in wanted)), None)


def _has(item: Value, name: str, text: str) -> bool:
    found = _field(item, name)
    return found is not None and found.text() == text


def _matches(item: Value, names: Key, texts: Key) -> bool:
    """Whether an item is the one to be replaced: an empty text is any, a text that is not given is the last one."""
    if names == ("",):
        return not texts or item.text() == texts[0]
    matched = False
    for index, name in enumerate(names):
        if index < len(texts):
            found = _field(item, name)
            matched = found is not None and (not texts[index] or found.text() == texts[index])
        if not matched:
            return False
    return True


def _field(item: Value, name: str) -> Value | None:
    fields = item.seen
    return fields.get(name) if isinstance(fields, dict) else None


def _without(items: list[Value], names: Key, texts: Key) -> list[Value]:
    kept = [item for item in items if not (item.data is None or item.data == {})]
    return [item for item in kept if not _matches(item, names, texts)] if texts else []


def _place(items: list[Value], element: Value, names: Key, texts: Key) -> None:
    """Put the element where items match, once for each, else at the end."""
    is_keyed = bool(names[0] and texts and texts[0])
    placed = False
    kept: list[Value] = []
    for item in items:
        if item.data is None or item.data == {}:
            continue
        if not isinstance(item.data, dict) and is_keyed:
            kept.append(item)
        elif _matches(item, names, texts):
            kept.append(element)
            placed = True
        elif texts:
            kept.append(item)
    if not placed:
        kept.append(element)
    items[:] = kept


def _append(items: list[Value], element: Value, names: Key) -> None:
    """Put an item of the target among the merged ones, replacing the one of its key."""
    if names == ("",):
        _place(items, element, names, (element.text(),))
        return
    texts: list[str] = []
    for name in names:
        found = _field(element, name)
        if found is None:
            items.append(element)
        else:
            texts.append(found.text())
    if len(names) > 1:
        items[:] = _without(items, names, tuple(texts))
    _place(items, element, names, tuple(texts))
