"""Go's structs behind Pods, Services and Deployments, as schemas/struct-fields.json lists them."""

from __future__ import annotations

import json
from functools import cache, cached_property

from kgen.data import root
from kgen.record import record


@record
class Field:
    """A field as encoding/json and strategic merge patches see it.

    `type` is spelt as Go does: `*bool`, `[]v1.Container`, `map[string]string`. `path` are the Go names of the embedded
    structs it comes from.
    """

    name: str
    type: str
    omit_empty: bool = False
    omit_zero: bool = False
    path: tuple[str, ...] = ()
    patch_strategies: tuple[str, ...] = ()
    merge_key: str = ""


class StructTable:
    """The structs of one Kubernetes minor version."""

    def __init__(self, minor: int) -> None:
        self._minor = minor
        self._fields: dict[str, dict[str, Field]] = {}

    @cached_property
    def _data(self) -> dict[str, dict[str, str]]:
        text = (root() / "schemas" / "struct-fields.json").read_text(encoding="utf-8")
        data: dict[str, dict[str, str]] = json.loads(text)
        return data

    def kind(self, api_version: str, kind: str) -> str | None:
        """The type of an object, such as `v1.Pod` for `v1` and `Pod`; None for one the table does not hold."""
        return self._data["kinds"].get(f"{api_version} {kind}")

    def knows_kind(self, kind: str) -> bool:
        """Whether the table holds the kind under any apiVersion."""
        return any(each.endswith(f" {kind}") for each in self._data["kinds"])

    def underlying(self, name: str) -> str:
        """What a named type is: `string` for `v1.RestartPolicy`; other types are themselves."""
        return self._data["named"].get(name, name)

    def is_struct(self, name: str) -> bool:
        """Whether the type is a struct whose fields are listed."""
        return name in self._data["structs"]

    def fields(self, name: str) -> dict[str, Field]:
        """The fields of a struct by JSON name, in Go's order."""
        if name not in self._fields:
            fields = (_field(line, self._minor) for line in self._data["structs"][name])
            self._fields[name] = {field.name: field for field in fields if field is not None}
        return self._fields[name]

    def lookup(self, name: str, key: str) -> Field | None:
        """The field a JSON key means; strategic merge patches do not mind its case."""
        fields = self.fields(name)
        if key in fields:
            return fields[key]
        return next((field for field in fields.values() if field.name.lower() == key.lower()), None)


@cache
def struct_table(minor: int) -> StructTable:
    """The structs as of Kubernetes 1.`minor`."""
    return StructTable(minor)


def _field(line: str, minor: int) -> Field | None:
    """Read a line such as `ports []v1.ContainerPort key=containerPort omitempty patch=merge since=31`."""
    name, go_type, *words = line.split(" ")
    options = dict(word.partition("=")[::2] for word in words)
    if not int(options.get("since", 0)) <= minor <= int(options.get("until", minor)):
        return None
    return Field(
        name,
        go_type,
        "omitempty" in options,
        "omitzero" in options,
        tuple(filter(None, options.get("in", "").split("."))),
        tuple(filter(None, options.get("patch", "").split(","))),
        options.get("key", ""),
    )
