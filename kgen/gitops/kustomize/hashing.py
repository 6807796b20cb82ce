"""The suffix that names of generated objects get from their content."""

import json
from hashlib import sha256

from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.resource import BuiltResource
from kgen.gitops.kustomize.tree import Value
from kgen.syntax.value import Data

_LENGTH = 10
# No vowels, and nothing that looks like another character.
_LETTERS = str.maketrans("013ae", "ghkmt")
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_ESCAPED = str.maketrans(_ESCAPES)


def add_hashes(collection: Collection) -> None:
    """Put the hash behind the names of generated objects that want it."""
    for resource in collection.resources:
        if resource.needs_hash:
            suffix = content_hash(resource)
            resource.remember_id()
            name = resource.value.get("metadata", "name")
            origin = resource.value.origin if name is None else name.origin
            resource.set_metadata("name", f"{resource.name}-{suffix}", origin)


def content_hash(resource: BuiltResource) -> str:
    """The hash of a ConfigMap or Secret as kustomize computes it."""
    value = resource.value
    # the name is left empty: kustomize looks for a field that is called `metadata/name`
    content: dict[str, Data] = {"kind": resource.kind, "name": "", "data": _field(value, "data")}
    extra = "binaryData"
    if resource.kind == "Secret":
        content["type"] = value.text_at("type")
        extra = "stringData"
    if isinstance(_field(value, extra), dict):
        content[extra] = _field(value, extra)
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).translate(_ESCAPED)
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:_LENGTH].translate(_LETTERS)


def _field(value: Value, name: str) -> Data:
    found = value.get(name)
    return "" if found is None else found.plain()
