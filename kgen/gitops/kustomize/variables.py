"""`vars`: `$(NAME)` in fields stands for a field of another object."""

import re
from functools import partial

from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.field_path import present
from kgen.gitops.kustomize.field_specs import Fields
from kgen.gitops.kustomize.ids import Gvk, ResourceId, gvk
from kgen.gitops.kustomize.paths import dotted_path, lookup
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value
from kgen.pattern import lazy_pattern

_REFERENCE = lazy_pattern(r"\$(?:\$|\(([^)]*)\))")


def bind_variables(collection: Collection, variables: list[Value]) -> None:
    """Mark the object that each variable is read from, under the names it has now."""
    for variable in variables:
        wanted = _wanted(variable)
        is_exact = bool(wanted.namespace) or wanted.is_cluster_scoped
        found = collection.with_any_id(wanted.name, wanted.equals if is_exact else partial(_is_named, wanted))
        if len(found) > 1:
            raise BuildError(f"several objects match the variable `{variable.text_at('name')}`", variable.origin)
        for resource in found:
            resource.variables.append(variable.text_at("name"))


def joined_variables(known: list[Value], more: list[Value]) -> list[Value]:
    """All variables; raise BuildError for a name that two have."""
    names = {each.text_at("name") for each in known}
    for variable in more:
        if variable.text_at("name") in names:
            raise BuildError(f"the variable `{variable.text_at('name')}` is there already", variable.origin)
        names.add(variable.text_at("name"))
    return [*known, *more]


def expand_variables(collection: Collection, variables: list[Value], fields: Fields) -> None:
    """Write what variables stand for; raise BuildError for one that has no object or field."""
    if not variables:
        return
    values = {each.text_at("name"): _value(each, collection) for each in variables}
    for resource in collection.resources:
        for path in present(resource, fields):
            if _is_of_interest(resource.value.look(path)):
                _expand(resource.value.at(path), values)


def _wanted(variable: Value) -> ResourceId:
    target = variable.get("objref") or Value({})
    parts = Gvk(target.text_at("group"), target.text_at("version"), target.text_at("kind"))
    version = target.text_at("apiVersion")
    own = gvk(version, parts.kind) if version else parts
    return ResourceId(own, target.text_at("name"), target.text_at("namespace"), own.is_cluster_scoped)


def _is_named(wanted: ResourceId, own: ResourceId) -> bool:
    return own.name == wanted.name and own.gvk == wanted.gvk


def _value(variable: Value, collection: Collection) -> Value:
    name = variable.text_at("name")
    resource = next((each for each in collection.resources if name in each.variables), None)
    if resource is None:
        raise BuildError(f"the variable `{name}` has no object to be read from", variable.origin)
    found = lookup(resource.value, dotted_path(variable.text_at("fieldref", "fieldPath") or "metadata.name"))
    if found is None:
        raise BuildError(f"the variable `{name}` is read from a field that is not there", variable.origin)
    return found


def _is_of_interest(value: Value) -> bool:
    """Whether there is anything to expand, or something that cannot be."""
    data = value.seen
    if isinstance(data, list):
        return any(map(_is_of_interest, data)) or not all(isinstance(item.seen, str) for item in data)
    return "$" in data if isinstance(data, str) else isinstance(data, dict)


def _expand(value: Value, values: dict[str, Value]) -> None:
    if isinstance(value.data, list):
        for item in value.data:
            if not isinstance(item.data, str):
                raise BuildError("variables are expanded in text only", item.origin)
            _expand(item, values)
    elif isinstance(value.data, dict):
        for child in value.data.values():
            if isinstance(child.data, str):
                _expand(child, values)
    elif isinstance(value.data, str) and "$" in value.data:
        _expand_text(value, value.data, values)


def _expand_text(value: Value, text: str, values: dict[str, Value]) -> None:
    whole = _REFERENCE.fullmatch(text)
    used = [values[each[1]] for each in _REFERENCE.finditer(text) if each[1] in values]
    if whole is not None and whole[1] in values and not isinstance(used[0].data, dict | list):
        value.replace(used[0])
        return
    expanded = _REFERENCE.sub(lambda match: _replacement(match, values), text)
    if expanded != text:
        value.replace(Value(expanded, used[0].origin if used else value.origin))


def _replacement(match: re.Match[str], values: dict[str, Value]) -> str:
    if match[0] == "$$":
        return "$"
    found = values.get(match[1])
    return match[0] if found is None or isinstance(found.data, dict | list) else found.text()
