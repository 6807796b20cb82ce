"""`replacements`: fields that take their value from a field of another object."""

from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.loader import Loader
from kgen.gitops.kustomize.paths import dotted_path, lookup, select
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.resource import BuiltResource
from kgen.gitops.kustomize.scalars import plain_scalar
from kgen.gitops.kustomize.selector import has_selected_metadata, selected_id
from kgen.gitops.kustomize.tree import Value, as_json

_DEFAULT_PATH = "metadata.name"
_METADATA_SELECTORS = ("labelSelector", "annotationSelector")


def read_replacements(entry: Value, loader: Loader) -> list[Value]:
    """The replacements of an entry, which stand there or in a file."""
    path = entry.get("path")
    if path is None or not path.data:
        return [entry]
    if entry.get("source") is not None or entry.get("targets") is not None:
        raise BuildError("a replacement is either in a file or here", entry.origin)
    roots = [document.root for document in loader.documents(path) if document.root is not None]
    found = as_json(roots[0]) if roots else Value(None)
    if not isinstance(found.data, dict | list):
        raise BuildError(f"`{path.text()}` holds no replacements", path.origin)
    return found.items if isinstance(found.data, list) else [found]


def replace_values(collection: Collection, replacement: Value) -> None:
    """Copy the value; raise BuildError when there is no source, or a field that is not to be made is missing."""
    source, targets = replacement.get("source"), replacement.get("targets")
    if source is None or targets is None or targets.data is None:
        raise BuildError("a replacement needs a source and targets", replacement.origin)
    try:
        value = _source_value(collection, source)
        for target in targets.items:
            _replace_in(collection, target, value)
    except BuildError as error:
        raise error.at(replacement.origin) from None


def _source_value(collection: Collection, source: Value) -> Value:
    wanted = selected_id(source)
    found = [each for each in collection.resources if any(own.is_selected_by(wanted) for own in each.ids)]
    if len(found) != 1:
        raise BuildError(f"the source matches {len(found) or 'no'} objects", source.origin)
    path = source.text_at("fieldPath") or _DEFAULT_PATH
    value = lookup(found[0].value, dotted_path(path))
    if value is None or value.is_empty:
        raise BuildError(f"`{path}` of the source `{found[0].id}` is not there", source.origin)
    delimiter, index = _options(source)
    if not delimiter:
        return value
    parts = _text(value).split(delimiter)
    if not 0 <= index < len(parts):
        raise BuildError(f"there is no part {index} of the source", source.origin)
    return Value(parts[index], value.origin)


def _replace_in(collection: Collection, target: Value, value: Value) -> None:
    selector = target.get("select")
    if selector is None:
        raise BuildError("a target needs `select`", target.origin)
    wanted = selected_id(selector)
    rejected = target.get("reject")
    rejects = rejected.items if rejected is not None else []
    for resource in collection.resources:
        if not has_selected_metadata(resource, selector) or not any(own.is_selected_by(wanted) for own in resource.ids):
            continue
        if not any(_is_rejected(resource, each) for each in rejects):
            _write(resource, target, value)


def _is_rejected(resource: BuiltResource, reject: Value) -> bool:
    if any(reject.text_at(part) for part in _METADATA_SELECTORS) and has_selected_metadata(resource, reject):
        return True
    unwanted = selected_id(reject)
    names_nothing = not (
        unwanted.name or unwanted.namespace or any((unwanted.gvk.kind, unwanted.gvk.group, unwanted.gvk.version))
    )
    return not names_nothing and any(own.is_selected_by(unwanted) for own in resource.ids)


def _write(resource: BuiltResource, target: Value, value: Value) -> None:
    paths = target.get("fieldPaths")
    texts = [each.text() for each in paths.items] if paths is not None and paths.items else [_DEFAULT_PATH]
    create = value if target.text_at("options", "create") == "true" else None
    for text in texts:
        fields = select(resource.value, dotted_path(text), create, target.origin)
        if not fields:
            raise BuildError(f"`{text}` of the target `{resource.id}` is not there", target.origin)
        for field in fields:
            _set(field, value, target)


def _set(field: Value, value: Value, target: Value) -> None:
    delimiter, index = _options(target)
    new = value.copy()
    if delimiter:
        parts = _text(field).split(delimiter)
        text = _text(value)
        if index < 0:
            parts.insert(0, text)
        elif index >= len(parts):
            parts.append(text)
        else:
            parts[index] = text
        new = Value(delimiter.join(parts), value.origin)
    if isinstance(field.data, dict | list) or isinstance(new.data, dict | list):
        field.replace(new)
    else:
        field.replace(Value(_retyped(field, new.text()), new.origin))


def _retyped(field: Value, text: str) -> str | int | float | bool | None:
    """The text as the type that the field has: a number stays one where the text is one."""
    kind = type(field.data)
    if kind is str:
        return text
    if field.data is None:
        return plain_scalar(text)
    if kind is bool and text in ("true", "false"):
        return text == "true"
    if kind is int and text.lstrip("-").isdigit():
        return int(text)
    if kind is float:
        try:
            return float(text)
        except ValueError:
            pass
    raise BuildError("the source is of another type than the field", field.origin)


def _text(value: Value) -> str:
    if isinstance(value.data, dict | list):
        raise BuildError("a delimiter splits text only", value.origin)
    return value.text()


def _options(value: Value) -> tuple[str, int]:
    options = value.get("options")
    index = options.get("index") if options is not None else None
    number = index.data if index is not None and isinstance(index.data, int) else 0
    return value.text_at("options", "delimiter"), number
