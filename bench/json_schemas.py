"""Write kgen's own schemas of one Kubernetes version as the JSON schema files that kubeconform reads.

    python bench/json_schemas.py FOLDER [--minor NN]

So both hold the objects against the same fields of the same version. Unknown fields are refused, as kgen does.
"""

import argparse
import gzip
import json
from pathlib import Path

NEWEST = 37
DATA = Path(__file__).parent.parent / "schemas" / "kubernetes"
TEMPLATE = "{{ .ResourceKind }}{{ .KindSuffix }}.json"
"""How kubeconform finds a kind's file in the folder."""

Schema = dict[str, object]
SCALARS: dict[str, Schema] = {
    "any": {},
    "object": {"type": "object"},
    "string": {"type": ["string", "null"]},
    "boolean": {"type": ["boolean", "null"]},
    "number": {"type": ["number", "null"]},
    "int32": {"type": ["integer", "null"], "format": "int32"},
    "int64": {"type": ["integer", "null"], "format": "int64"},
    "quantity": {"type": ["string", "number", "null"]},
    "int-or-string": {"type": ["string", "integer", "null"]},
}


def write(folder: Path, minor: int = NEWEST) -> None:
    """Write a file for each kind of Kubernetes 1.`minor` into a folder, which is made."""
    data = json.loads(gzip.decompress((DATA / f"1.{minor}.json.gz").read_bytes()))
    folder.mkdir(parents=True, exist_ok=True)
    for api_version, kinds in data["kinds"].items():
        for kind, name in kinds.items():
            used = _used(name, data["types"])
            document = {"$ref": f"#/definitions/{name}", "definitions": used}
            (folder / _file_name(api_version, kind)).write_text(json.dumps(document), encoding="utf-8")


def _file_name(api_version: str, kind: str) -> str:
    """As kubeconform's `{{ .ResourceKind }}{{ .KindSuffix }}.json` spells it."""
    group, _, version = api_version.rpartition("/")
    suffix = f"{group.partition('.')[0]}-{version}" if group else version
    return f"{kind.lower()}-{suffix}.json"


def _used(name: str, types: dict[str, dict[str, str]]) -> dict[str, Schema]:
    """The definition of a type and of all that it contains."""
    found: dict[str, Schema] = {}
    pending = [name]
    while pending:
        each = pending.pop()
        if each not in found:
            found[each] = _object(types[each])
            inside = (spelling.removesuffix("!").lstrip("[]{}") for spelling in types[each].values())
            pending += [spelling for spelling in inside if spelling not in SCALARS]
    return found


def _object(fields: dict[str, str]) -> Schema:
    schema: Schema = {
        "type": ["object", "null"],
        "properties": {name: _schema(spelling.removesuffix("!")) for name, spelling in fields.items()},
        "additionalProperties": False,
    }
    required = [name for name, spelling in fields.items() if spelling.endswith("!")]
    return schema | {"required": required} if required else schema  # draft 4, kubeconform's, has no empty lists


def _schema(spelling: str) -> Schema:
    if spelling.startswith("[]"):
        return {"type": ["array", "null"], "items": _schema(spelling[2:])}
    if spelling.startswith("{}"):
        return {"type": ["object", "null"], "additionalProperties": _schema(spelling[2:])}
    return SCALARS.get(spelling, {"$ref": f"#/definitions/{spelling}"})


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minor", type=int, default=NEWEST)
    options = parser.parse_args()
    write(options.folder, options.minor)


if __name__ == "__main__":
    main()
