"""What Flux does to objects after a build: `postBuild` and `commonMetadata` of a Kustomization."""

from __future__ import annotations

from kgen.gitops.fields import field, written_value
from kgen.gitops.flux.envsubst import BadSubstitutionError, expand
from kgen.gitops.kustomize.tree import Value, content_of, from_data
from kgen.syntax.emit.yaml import to_yaml
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgen.gitops.flux.envsubst import Variables
    from kgen.gitops.flux.flux_kustomization import FluxKustomization
    from kgen.gitops.kustomize.tree import Glimpse

_SWITCH = "kustomize.toolkit.fluxcd.io/substitute"
_OFF = "disabled"


def with_variables(objects: Iterable[Value], variables: Variables) -> list[Value]:
    """The objects with their variables filled in; those that switch it off stay as they are."""
    if not variables.values and variables.are_all:
        return list(objects)
    return [_filled(each, variables) if _is_asked(each) else each for each in objects]


def with_common_metadata(objects: Iterable[Value], flux: FluxKustomization) -> list[Value]:
    """The objects with the labels and annotations of `commonMetadata`, which replace those of the same names."""
    common = {name: field(flux.spec, "commonMetadata", name) for name in ("labels", "annotations")}
    added = {name: written_value(node) for name, node in common.items() if node is not None}
    return [_with_metadata(each, added) for each in objects] if added else list(objects)


def _is_asked(value: Value) -> bool:
    is_off = any(value.text_at("metadata", field, _SWITCH) == _OFF for field in ("labels", "annotations"))
    return not is_off and _holds_variable(value)


def _holds_variable(value: Value) -> bool:
    """Told from plain data as far as that goes: few values hold any."""
    return value.known(_is_to_fill_in)


def _is_to_fill_in(value: Glimpse) -> bool:
    data = content_of(value)
    if isinstance(data, dict):
        return any("$" in key or _is_to_fill_in(child) for key, child in data.items())
    if isinstance(data, list):
        return any(map(_is_to_fill_in, data))
    return isinstance(data, str) and "$" in data


def _filled(value: Value, variables: Variables) -> Value:
    """The value itself where nothing in it changes."""
    if not _holds_variable(value):
        return value
    data = value.data
    if isinstance(data, dict):
        filled = {_text(key, variables): _filled(child, variables) for key, child in data.items()}
        is_same = all(new is old for new, old in zip(filled.values(), data.values(), strict=False))
        return value if is_same and list(filled) == list(data) else Value(filled, value.origin)
    if isinstance(data, list):
        items = [_filled(child, variables) for child in data]
        return value if all(new is old for new, old in zip(items, data, strict=True)) else Value(items, value.origin)
    if not isinstance(data, str) or "$" not in data:
        return value
    text = _text(data, variables)
    if text == data:
        return value
    return Value(text, value.origin) if "\n" in data else _read_again(data, text, value, variables)


def _text(text: str, variables: Variables) -> str:
    try:
        return expand(text, variables) if "$" in text else text
    except BadSubstitutionError:
        return text


def _read_again(before: str, after: str, value: Value, variables: Variables) -> Value:
    """What a text becomes: Flux fills in the YAML that it would be printed as, and reads that.

    So `"${PORT}"`, which needs no quotes when printed, becomes a number.
    """
    try:
        text = expand(to_yaml({"value": before}), variables)
    except BadSubstitutionError:
        return value
    document = next(iter(parse(Source("", text.encode()))), None)
    root = None if document is None else document.root
    if root is None or not isinstance(root.value, dict) or list(root.value) != ["value"]:
        return Value(after, value.origin)
    return from_data(root.value["value"], value.origin)


def _with_metadata(value: Value, added: dict[str, Value]) -> Value:
    metadata = value.get("metadata") or Value({}, value.origin)
    fields = dict(metadata.fields)
    for name, entries in added.items():
        old = fields.get(name)
        fields[name] = Value({**(old.fields if old is not None else {}), **entries.fields}, (old or entries).origin)
    return Value({**value.fields, "metadata": Value(fields, metadata.origin)}, value.origin)
