"""Writes schemas/kubernetes/1.NN.json.gz, the fields of every built-in kind, one file for each minor version.

The source is the package `kubernetes-validate`, which carries the JSON schemas that Kubernetes derives from its
OpenAPI documents. To repeat it, in an empty folder:

    pip download --no-deps kubernetes-validate && unzip kubernetes_validate-*.whl
    python .../.ci/schemas/make.py kubernetes_validate/kubernetes-json-schema .../schemas/kubernetes

A file holds `kinds`, apiVersion -> kind -> type, and `types`, type -> field -> type of the field. Types are spelt
`string`, `int32`, `int64`, `number`, `boolean`, `quantity`, `int-or-string`, `object` (any mapping), `any`,
`[]T` (list), `{}T` (map) or the name of another type; a `!` behind one says that the field is required.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

OLDEST, NEWEST = 30, 37
# Answers and notes of the API server, which nobody writes down.
NEVER_WRITTEN = frozenset({"APIGroup", "APIGroupList", "APIResourceList", "APIVersions", "Status"})
SPECIAL = {
    "api.resource.Quantity": "quantity",
    "util.intstr.IntOrString": "int-or-string",
    "pkg.runtime.RawExtension": "object",
    "meta.v1.FieldsV1": "object",
    "meta.v1.Patch": "object",
    "meta.v1.Time": "string",
    "meta.v1.MicroTime": "string",
    "apiextensions.v1.JSON": "any",
    "apiextensions.v1.JSONSchemaPropsOrArray": "any",
    "apiextensions.v1.JSONSchemaPropsOrBool": "any",
    "apiextensions.v1.JSONSchemaPropsOrStringArray": "any",
}
# Fields that OpenAPI calls required because Go always prints them; the API server defaults them or takes them empty.
OPTIONAL = frozenset(
    {
        ("apiextensions.v1.CustomResourceDefinitionVersion", "served"),
        ("apiextensions.v1.CustomResourceDefinitionVersion", "storage"),
        ("apps.v1.ControllerRevision", "revision"),
        ("apps.v1.StatefulSetSpec", "serviceName"),
        ("batch.v1.PodFailurePolicyOnPodConditionsPattern", "status"),
        ("core.v1.HTTPHeader", "value"),
        ("core.v1.ISCSIPersistentVolumeSource", "lun"),
        ("core.v1.ISCSIVolumeSource", "lun"),
        ("core.v1.LimitRangeSpec", "limits"),
        ("core.v1.PreferredSchedulingTerm", "preference"),
        ("core.v1.Sysctl", "value"),
        ("discovery.v1.EndpointSlice", "endpoints"),
        ("networking.v1.NetworkPolicySpec", "podSelector"),
        ("rbac.v1.RoleRef", "apiGroup"),
        ("scheduling.v1.PriorityClass", "value"),
    }
)
Fields = dict[str, str]


def main(source: Path, target: Path) -> None:
    """Write the files of all versions and print their sizes in bytes."""
    target.mkdir(parents=True, exist_ok=True)
    for minor in range(OLDEST, NEWEST + 1):
        document = json.loads((source / f"v1.{minor}.0-local" / "_definitions.json").read_text(encoding="utf-8"))
        text = json.dumps(table(document["$defs"]), separators=(",", ":"), sort_keys=True)
        packed = gzip.compress(text.encode(), compresslevel=9, mtime=0)
        (target / f"1.{minor}.json.gz").write_bytes(packed)
        sys.stdout.write(f"1.{minor}: {len(packed)} of {len(text)}\n")


def table(definitions: dict[str, dict]) -> dict[str, dict]:
    """The compact form of a version's definitions, with the types that its kinds use."""
    schemas = {short(name): schema for name, schema in definitions.items()}
    if len(schemas) != len(definitions):
        raise SystemExit("two definitions have the same short name")
    kinds = {name: gvk for name, schema in schemas.items() if (gvk := group_version_kind(schema)) is not None}
    types = {name: fields(name, schema) for name, schema in schemas.items() if name not in SPECIAL}
    written = reached(kinds, types, skip="status")
    for name in types.keys() - written:
        types[name] = {field: spelling.removesuffix("!") for field, spelling in types[name].items()}
    by_version: dict[str, dict[str, str]] = {}
    for name, (api_version, kind) in kinds.items():
        by_version.setdefault(api_version, {})[kind] = name
    return {"kinds": by_version, "types": {name: types[name] for name in reached(kinds, types)}}


def short(name: str) -> str:
    """`core.v1.Pod` of `io.k8s.api.core.v1.Pod`."""
    return ".".join(name.split(".")[-3:])


def group_version_kind(schema: dict) -> tuple[str, str] | None:
    """The apiVersion and kind of a definition that is an object people write."""
    names = schema.get("x-kubernetes-group-version-kind", [])
    if len(names) != 1 or names[0]["kind"] in NEVER_WRITTEN or "items" in schema["properties"]:
        return None
    group, version, kind = (names[0][part] for part in ("group", "version", "kind"))
    return (f"{group}/{version}" if group else version), kind


def fields(name: str, schema: dict) -> Fields:
    """The fields of a definition; an empty type, such as a marker, has none."""
    required = {field for field in schema.get("required", ()) if (name, field) not in OPTIONAL}
    return {
        field: spelt(each) + ("!" if field in required else "") for field, each in schema.get("properties", {}).items()
    }


def spelt(schema: dict) -> str:
    """How a field's schema is spelt."""
    if "$ref" in schema:
        name = short(schema["$ref"].rpartition("/")[2])
        return SPECIAL.get(name, name)
    kinds = schema.get("type", ())
    kind = kinds if isinstance(kinds, str) else next((each for each in kinds if each != "null"), "any")
    if kind == "array":
        return f"[]{spelt(schema['items'])}"
    if kind == "object" and "additionalProperties" in schema:
        return f"{{}}{spelt(schema['additionalProperties'])}"
    return schema.get("format", "int64") if kind == "integer" else kind


def reached(kinds: dict, types: dict[str, Fields], skip: str = "") -> set[str]:
    """The types that the kinds are made of, without what is only below their field `skip`."""
    found: set[str] = set()
    pending = list(kinds)
    while pending:
        name = pending.pop()
        if name in found or name not in types:
            continue
        found.add(name)
        ways = types[name].items()
        pending += [
            spelling.removesuffix("!").lstrip("[]{}") for field, spelling in ways if field != skip or name not in kinds
        ]
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
