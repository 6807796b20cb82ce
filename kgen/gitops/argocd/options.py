"""What an Application adds to the kustomization of its folder.

Argo CD edits the kustomization file before it builds, as `kustomize edit` does
(https://argo-cd.readthedocs.io/en/stable/user-guide/kustomize/), so the same is done here.
"""

from __future__ import annotations

from kgen.gitops.fields import field, is_set, items, written_value
from kgen.gitops.flux.options import append, set_images
from kgen.gitops.kustomize.tree import Value
from kgen.pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kgen.gitops.argocd.application import ApplicationSource
    from kgen.syntax.node import Node

_REPLACED = ("namePrefix", "nameSuffix", "namespace")
_IMAGE = lazy_pattern(r"(?:(?P<name>[^=]+)=)?(?P<new>[^@]*?)(?::(?P<tag>[^:/@]+))?(?:@(?P<digest>.+))?")


def with_argo_options(kustomization: Value, source: ApplicationSource, is_component: Callable[[str], bool]) -> Value:
    """The kustomization with the `kustomize` options of a source; `is_component` knows the folders that are there."""
    options = field(source.node, "kustomize")
    if options is None:
        return kustomization
    fields = dict(kustomization.fields)
    for name in _REPLACED:
        found = field(options, name)
        if found is not None and found.value != "":
            fields[name] = written_value(found)
    entries = [written_value(item) for item in items(options, "components")]
    if is_set(options, "ignoreMissingComponents"):
        entries = [each for each in entries if is_component(each.text())]
    append(fields, "components", entries)
    append(fields, "patches", [written_value(item) for item in items(options, "patches")])
    append(fields, "replicas", [_replica(written_value(item)) for item in items(options, "replicas")])
    set_images(fields, [_image(written_value(item)) for item in items(options, "images")])
    _set_labels(fields, options)
    _merge_into(fields, "commonAnnotations", field(options, "commonAnnotations"))
    return Value(fields, kustomization.origin)


def _set_labels(fields: dict[str, Value], options: Node) -> None:
    """`commonLabels` reach selectors unless `labelWithoutSelector` is set."""
    labels = field(options, "commonLabels")
    if labels is None:
        return
    if not is_set(options, "labelWithoutSelector"):
        _merge_into(fields, "commonLabels", labels)
        return
    templates = Value(is_set(options, "labelIncludeTemplates"), labels.written)
    append(fields, "labels", [Value({"pairs": written_value(labels), "includeTemplates": templates}, labels.written)])


def _merge_into(fields: dict[str, Value], name: str, entries: Node | None) -> None:
    if entries is not None:
        old = fields.get(name)
        merged = {**(old.fields if old is not None else {}), **written_value(entries).fields}
        fields[name] = Value(merged, entries.written)


def _replica(entry: Value) -> Value:
    """The count may be written as a text."""
    count = entry.text_at("count")
    number = Value(int(count) if count.isdecimal() else count, entry.origin)
    return Value({**entry.fields, "count": number}, entry.origin)


def _image(entry: Value) -> Value:
    """`name=new:tag@digest`, where the name may be left out, as kustomizations have it."""
    match = _IMAGE.fullmatch(entry.text())
    if match is None:
        return Value({"name": entry}, entry.origin)
    parts = {"name": match["name"] or match["new"], "newTag": match["tag"], "digest": match["digest"]}
    parts["newName"] = match["new"] if match["name"] else None
    return Value({key: Value(part, entry.origin) for key, part in parts.items() if part}, entry.origin)
