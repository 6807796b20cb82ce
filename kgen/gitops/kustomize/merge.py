"""Strategic merge patches as kustomize applies them, which is not quite as the API server does.

Both sides are walked in step: maps field by field, lists with a patchMergeKey item by item, other values replaced.
"""

from kgen.gitops.kustomize.directive import DELETE, REPLACE, take_directive
from kgen.gitops.kustomize.merge_list import merge_list
from kgen.gitops.kustomize.merge_schema import Schema, schema_of_kind
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.scalars import is_written_null
from kgen.gitops.kustomize.settled import stays
from kgen.gitops.kustomize.tree import Value


def merge(target: Value, patch: Value) -> Value | None:
    """Merge a patch, which is used up, into the target; None when the patch deletes it."""
    return _merge(target, patch, None)


def _merge(target: Value | None, patch: Value | None, schema: Schema | None) -> Value | None:
    if patch is None and target is not None and stays(target, schema):
        return target
    given = target if target is not None and target.data is not None else patch
    if given is None or given.data is None:
        return _merge_nulls(target, patch)
    if patch is not None and patch.data is None:
        return None
    kind = _collection(given)
    for each in (target, patch):
        if each is not None and each.data is not None and _collection(each) is not kind:
            origin = patch.origin if patch is not None else None
            raise BuildError(f"a patch cannot make a {_name(target)} a {_name(patch)}", origin)
    if kind is dict:
        return _merge_mappings(target, patch, schema or _own_schema(target) or _own_schema(patch))
    if kind is list and schema is not None and schema.is_merged_list:
        return merge_list(target, patch, schema, _merge)
    return patch if patch is not None else target


def _merge_nulls(target: Value | None, patch: Value | None) -> Value | None:
    """A null that is written out stays; one that is only left empty goes, as does what a patch makes null."""
    origin = None if patch is not None or target is None else target.origin
    return target if origin is not None and origin.value is None and is_written_null(origin) else None


def _merge_mappings(target: Value | None, patch: Value | None, schema: Schema | None) -> Value | None:
    directive = "" if patch is None else take_directive(patch)
    if directive == DELETE:
        return None
    if target is None or target.data is None or directive == REPLACE:
        target = patch
    assert target is not None
    fields, patched = target.fields, patch.fields if patch is not None else {}
    for key in sorted({**fields, **patched}):
        own = fields.get(key)
        merged = _merge(own, patched.get(key), schema.field(key) if schema is not None else None)
        if merged is not own:
            _set(fields, key, merged)
    return target


def _set(fields: dict[str, Value], key: str, merged: Value | None) -> None:
    present = fields.get(key)
    if merged is None:
        fields.pop(key, None)
    elif present is not None and not _is_text(merged) and _is_quoted(present):
        # the new value is written in the old one's quotes, so it stays text
        fields[key] = Value(merged.text(), merged.origin)
    else:
        fields[key] = merged


def _is_quoted(value: Value) -> bool:
    origin = value.origin
    if not isinstance(value.data, str) or origin is None or origin.value is not value.data:
        return False
    return origin.raw[:1] in ("'", '"')


def _is_text(value: Value) -> bool:
    return value.data is None or isinstance(value.data, str | dict | list)


def _own_schema(value: Value | None) -> Schema | None:
    if value is None or "kind" not in value.fields or "apiVersion" not in value.fields:
        return None
    return schema_of_kind(value.text_at("apiVersion"), value.text_at("kind"))


def _collection(value: Value) -> type:
    return type(value.data) if isinstance(value.data, dict | list) else str


def _name(value: Value | None) -> str:
    if value is None or not isinstance(value.data, dict | list):
        return "scalar"
    return "mapping" if isinstance(value.data, dict) else "list"
