"""configMapGenerator and secretGenerator."""

from base64 import b64encode

from kgen.gitops.kustomize.key_values import Pair, pairs
from kgen.gitops.kustomize.loader import Loader
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.resource import BuiltResource
from kgen.gitops.kustomize.tree import Value

_BASE64_LINE = 70


def config_map(arguments: Value, options: Value | None, loader: Loader) -> BuiltResource:
    """The ConfigMap of an entry; `options` are the kustomization's generatorOptions."""
    fields = _object("ConfigMap", arguments)
    for pair in _unique(arguments, loader):
        text = _text(pair.value)
        field = "binaryData" if text is None else "data"
        entries = fields.setdefault(field, Value({}, arguments.origin)).fields
        entries[pair.key] = Value(_base64(pair.value) if text is None else text, pair.origin)
    return _finish(fields, arguments, options)


def secret(arguments: Value, options: Value | None, loader: Loader) -> BuiltResource:
    """The Secret of an entry."""
    fields = _object("Secret", arguments)
    fields["type"] = arguments.get("type") or Value("Opaque", arguments.origin)
    entries = {pair.key: Value(_base64(pair.value), pair.origin) for pair in _unique(arguments, loader)}
    fields["data"] = Value(entries, arguments.origin)
    return _finish(fields, arguments, options)


def _object(kind: str, arguments: Value) -> dict[str, Value]:
    if not arguments.text_at("name"):
        raise BuildError(f"a {kind} is generated without a name", arguments.origin)
    metadata = {key: arguments.fields[key].copy() for key in ("name", "namespace") if arguments.text_at(key)}
    origin = arguments.origin
    return {"apiVersion": Value("v1", origin), "kind": Value(kind, origin), "metadata": Value(metadata, origin)}


def _unique(arguments: Value, loader: Loader) -> list[Pair]:
    found: dict[str, Pair] = {}
    for pair in pairs(arguments, loader):
        if pair.key in found:
            raise BuildError(f"the key `{pair.key}` is given twice", pair.origin)
        found[pair.key] = pair
    return list(found.values())


def _finish(fields: dict[str, Value], arguments: Value, options: Value | None) -> BuiltResource:
    own = arguments.get("options") or Value({})
    common = options or Value({})
    for name in ("labels", "annotations"):
        entries = {**(common.get(name) or Value({})).fields, **(own.get(name) or Value({})).fields}
        if entries:
            fields["metadata"].fields[name] = Value({key: each.copy() for key, each in entries.items()})
    if _is_set("immutable", own, common):
        fields["immutable"] = Value(True, arguments.origin)
    return BuiltResource(
        Value(fields, arguments.origin),
        arguments.text_at("behavior"),
        needs_hash=not _is_set("disableNameSuffixHash", own, common),
    )


def _is_set(option: str, own: Value, common: Value) -> bool:
    return "true" in (own.text_at(option), common.text_at(option))


def _text(value: bytes) -> str | None:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _base64(value: bytes) -> str:
    """Base64, in lines of 70 once it needs more than one."""
    text = b64encode(value).decode("ascii")
    if len(text) < _BASE64_LINE:
        return text
    return "".join(text[at : at + _BASE64_LINE] + "\n" for at in range(0, len(text), _BASE64_LINE))
