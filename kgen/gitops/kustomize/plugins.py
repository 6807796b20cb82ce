"""`transformers:` and `generators:` that are configured by objects: those built into kustomize, and no others."""

from kgen.gitops.kustomize.accumulation import Accumulation
from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.field_specs import fields_of
from kgen.gitops.kustomize.generators import config_map, secret
from kgen.gitops.kustomize.images import set_image
from kgen.gitops.kustomize.labels import set_entries
from kgen.gitops.kustomize.loader import Loader
from kgen.gitops.kustomize.names import add_prefix, add_suffix
from kgen.gitops.kustomize.namespace import set_namespace
from kgen.gitops.kustomize.patches import read_json_patch, read_merge_patch, read_patch
from kgen.gitops.kustomize.problem import BuildError, Cause
from kgen.gitops.kustomize.replacements import read_replacements, replace_values
from kgen.gitops.kustomize.replicas import set_replicas
from kgen.gitops.kustomize.tree import Value
from kgen.syntax.value import Data

_BUILT_IN = "builtin"
_GENERATORS = {"ConfigMapGenerator": config_map, "SecretGenerator": secret}


def run_transformer(accumulation: Accumulation, plugin: Value, loader: Loader) -> None:
    """Run a transformer; raise BuildError for one that is not built in."""
    _check(plugin)
    collection, fields = accumulation.collection, fields_of(_plain(plugin, "fieldSpecs"))
    kind = plugin.text_at("kind")
    if kind in ("LabelTransformer", "AnnotationsTransformer"):
        entries = plugin.get("labels" if kind == "LabelTransformer" else "annotations")
        set_entries(collection, entries or Value({}), fields)
    elif kind == "NamespaceTransformer":
        _namespace(collection, plugin)
    elif kind in ("PrefixTransformer", "SuffixTransformer"):
        part, add = ("prefix", add_prefix) if kind == "PrefixTransformer" else ("suffix", add_suffix)
        add(collection, plugin.get(part) or Value(""), fields)
    elif kind == "ImageTagTransformer":
        set_image(collection, plugin.get("imageTag") or Value({}), fields)
    elif kind == "ReplicaCountTransformer":
        set_replicas(collection, plugin.get("replica") or Value({}), fields)
    else:
        _patch(collection, plugin, loader)


def run_generator(accumulation: Accumulation, plugin: Value, loader: Loader) -> None:
    """Run a generator; raise BuildError for one that is not built in."""
    _check(plugin)
    generate = _GENERATORS.get(plugin.text_at("kind"))
    if generate is None:
        raise _unsupported(plugin)
    metadata = plugin.get("metadata") or Value({})
    arguments = Value({**metadata.fields, **plugin.fields}, plugin.origin)
    accumulation.collection.absorb(generate(arguments, None, loader))


def _namespace(collection: Collection, plugin: Value) -> None:
    namespace = plugin.get("metadata", "namespace")
    if namespace is not None and namespace.data:
        fields = fields_of(_plain(plugin, "fieldSpecs"))
        is_unset_only = plugin.text_at("unsetOnly") == "true"
        set_namespace(collection, namespace, fields, plugin.text_at("setRoleBindingSubjects"), unset_only=is_unset_only)


def _patch(collection: Collection, plugin: Value, loader: Loader) -> None:
    kind = plugin.text_at("kind")
    if kind == "PatchTransformer":
        read_patch(plugin, loader).apply(collection)
    elif kind == "PatchJson6902Transformer":
        operations = plugin.get("jsonOp")
        entry = {**plugin.fields, **({"patch": operations} if operations is not None else {})}
        read_json_patch(Value(entry, plugin.origin), loader).apply(collection)
    elif kind == "PatchStrategicMergeTransformer":
        paths, text = plugin.get("paths"), plugin.get("patches")
        for entry in [*(paths.items if paths is not None else ()), *([text] if text is not None else ())]:
            read_merge_patch(entry, loader).apply(collection)
    elif kind == "ReplacementTransformer":
        found = plugin.get("replacements")
        for each in found.items if found is not None else ():
            for replacement in read_replacements(each, loader):
                replace_values(collection, replacement)
    else:
        raise _unsupported(plugin)


def _plain(plugin: Value, field: str) -> Data:
    found = plugin.get(field)
    return None if found is None else found.plain()


def _check(plugin: Value) -> None:
    if plugin.text_at("apiVersion") != _BUILT_IN:
        raise _unsupported(plugin)


def _unsupported(plugin: Value) -> BuildError:
    kind = plugin.text_at("kind")
    return BuildError(f"plugin `{kind}` is run by kustomize as a program", plugin.origin, Cause.UNSUPPORTED)
