"""What a strategic merge leaves as it is where it patches nothing, which is nearly everything.

kustomize walks all of the object: it drops nulls, and puts the lists that have merge keys in order.
"""

from __future__ import annotations

from kgen.gitops.kustomize.merge_schema import schema_of_kind
from kgen.gitops.kustomize.tree import content_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kgen.gitops.kustomize.merge_schema import Schema
    from kgen.gitops.kustomize.tree import Glimpse, Value


def stays(value: Value, schema: Schema | None) -> bool:
    """Whether it is sure that a merge without a patch changes nothing."""
    data = value.glimpse
    if isinstance(data, dict | list):
        return value.known(_is_settled, schema)
    return data is not None


def _is_settled(value: Value, schema: Schema | None) -> bool:
    return _stays(value.glimpse, schema)


def _stays(data: Glimpse, schema: Schema | None) -> bool:
    content = content_of(data)
    if isinstance(content, dict):
        own = schema or _own_schema(content)
        return all(_stays(child, own and own.field(key)) for key, child in content.items())
    if isinstance(content, list) and schema is not None and schema.is_merged_list:
        return _is_in_order(content, schema.keys) and all(_stays(item, schema.item()) for item in content)
    return content is not None


def _is_in_order(items: Sequence[Glimpse], keys: tuple[str, ...]) -> bool:
    """Whether the items are told apart by the first key alone, by all keys together, or as texts where none has any."""
    contents = [content_of(item) for item in items]
    if not keys:
        return _are_texts(contents) and _differ(contents)
    columns = [[content_of(each.get(key)) if isinstance(each, dict) else None for each in contents] for key in keys]
    first = columns[0]
    if (_are_texts(first) or all(type(each) is int for each in first)) and _differ(first):
        return True
    return all(map(_are_texts, columns)) and _differ(list(zip(*columns, strict=True)))


def _are_texts(values: Sequence[Glimpse]) -> bool:
    return all(isinstance(each, str) and each for each in values)


def _differ(values: Sequence[object]) -> bool:
    return len(set(values)) == len(values)


def _own_schema(content: Mapping[str, Glimpse]) -> Schema | None:
    api_version, kind = content_of(content.get("apiVersion")), content_of(content.get("kind"))
    return schema_of_kind(api_version, kind) if isinstance(api_version, str) and isinstance(kind, str) else None
