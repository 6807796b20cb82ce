"""`--overrides`: a patch of the generated Pod or Service, which is then read as the kind it says it is."""

from __future__ import annotations

from kgen.errors import KgenError, KubectlError
from kgen.generate.json_patch import json_patched
from kgen.generate.merge_patch import merge_patched
from kgen.generate.strategic_patch import StrategicPatch
from kgen.kubernetes.struct_table import struct_table
from kgen.kubernetes.type_meta import not_registered, type_meta
from kgen.kubernetes.typed_object import TypedObject
from kgen.syntax.emit.json import json_string
from kgen.syntax.go_json import Json, Number, well_formed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.struct_table import StructTable
    from kgen.kubernetes.version import KubernetesVersion
    from kgen.syntax.value import Data, Mapping


def overridden(resource: Mapping, patch: str, patch_type: str, version: KubernetesVersion) -> Mapping:
    """The generated object after a patch of the type `merge` (or empty), `json` or `strategic`.

    Raise KubectlError for what kubectl refuses, KgenError for a patch that makes it a kind kgen does not know.
    """
    target = _from_data(resource)
    assert isinstance(target, dict)
    table = struct_table(version.minor)
    patched: Json
    if patch_type in ("", "merge"):
        patched = merge_patched(target, patch)
    elif patch_type == "json":
        patched = json_patched(target, patch, version.minor)
    elif patch_type == "strategic":
        patched = StrategicPatch(table).patched(target, patch, f"v1.{resource['kind']}")
    else:
        raise KubectlError(f"invalid override type: {patch_type}")
    api_version, kind = type_meta(patched, _compact(patched))
    assert isinstance(patched, dict)
    read = TypedObject(table, version.minor).read(patched, _type_name(api_version, kind, table, version))
    return read | {"apiVersion": api_version}


def _type_name(api_version: str, kind: str, table: StructTable, version: KubernetesVersion) -> str:
    name = table.kind(api_version, kind)
    if name is not None:
        return name
    if table.knows_kind(kind):
        raise not_registered(api_version, kind, version.minor)
    kept = f"`{api_version}` `{kind}`"
    raise KgenError(f"--overrides makes the object a {kept}, which kgen does not generate", "leave `kind` out of it")


def _from_data(value: Data) -> Json:
    if isinstance(value, dict):
        return {well_formed(key): _from_data(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_from_data(item) for item in value]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Number(str(value))
    return well_formed(value) if isinstance(value, str) else value


def _compact(value: Json) -> str:
    if isinstance(value, dict):
        return "{" + ",".join(f"{json_string(key)}:{_compact(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_compact, value)) + "]"
    if isinstance(value, Number):
        return value.text
    if isinstance(value, str):
        return json_string(value)
    return {True: "true", False: "false", None: "null"}[value]
