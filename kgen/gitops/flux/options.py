"""What a Flux Kustomization adds to the kustomization of the folder that it applies.

The controller writes it into the kustomization file before it builds
(https://github.com/fluxcd/pkg/blob/main/kustomize/kustomize_generator.go), so the same is done here.
"""

from __future__ import annotations

from kgen.gitops.fields import field, items, written_value
from kgen.gitops.kustomize.tree import Value
from kgen.syntax.emit.yaml import to_yaml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kgen.gitops.flux.flux_kustomization import FluxKustomization

_REPLACED = {"targetNamespace": "namespace", "namePrefix": "namePrefix", "nameSuffix": "nameSuffix"}


def with_flux_options(kustomization: Value, flux: FluxKustomization, is_component: Callable[[str], bool]) -> Value:
    """The kustomization with the options of a Flux Kustomization; `is_component` knows the folders that are there."""
    fields = dict(kustomization.fields)
    for option, name in _REPLACED.items():
        found = field(flux.spec, option)
        if found is not None and found.value != "":
            fields[name] = written_value(found)
    entries = [written_value(item) for item in items(flux.spec, "components")]
    if flux.ignores_missing_components:
        entries = [each for each in entries if is_component(each.text())]
    append(fields, "components", entries)
    append(fields, "patches", [written_value(item) for item in items(flux.spec, "patches")])
    append(fields, "patches", [_merge_patch(written_value(item)) for item in items(flux.spec, "patchesStrategicMerge")])
    append(fields, "patches", [_json_patch(written_value(item)) for item in items(flux.spec, "patchesJson6902")])
    set_images(fields, [written_value(item) for item in items(flux.spec, "images")])
    return Value(fields, kustomization.origin)


def append(fields: dict[str, Value], name: str, entries: list[Value]) -> None:
    """Add entries to a list of a kustomization."""
    if entries:
        old = fields.get(name)
        fields[name] = Value([*(old.items if old is not None else ()), *entries], entries[0].origin)


def set_images(fields: dict[str, Value], images: list[Value]) -> None:
    """Let images take the place of those of the same names."""
    named = {image.text_at("name") for image in images}
    old = fields.get("images")
    kept = [each for each in (old.items if old is not None else ()) if each.text_at("name") not in named]
    if images:
        fields["images"] = Value([*kept, *images], images[0].origin)


def _merge_patch(patch: Value) -> Value:
    """A patch that is written as an object, as the text that kustomize takes."""
    return Value({"patch": Value(to_yaml(patch.plain()))}, patch.origin)


def _json_patch(entry: Value) -> Value:
    operations = entry.get("patch")
    patch = Value(to_yaml(operations.plain() if operations is not None else []))
    return Value({**entry.fields, "patch": patch}, entry.origin)
