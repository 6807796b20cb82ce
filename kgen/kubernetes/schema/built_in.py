"""The kinds that an API server has by itself, from schemas/kubernetes, which .ci/schemas/make.py writes."""

from __future__ import annotations

import json
import zlib
from functools import cache

from kgen.data import root
from kgen.kubernetes.schema.shape import (
    ANY_OBJECT,
    ANYTHING,
    BOOLEAN,
    INT_32,
    INT_64,
    INT_OR_STRING,
    NUMBER,
    QUANTITY,
    STRING,
    Shape,
    Type,
)

_SCALARS = {
    "any": ANYTHING,
    "object": ANY_OBJECT,
    "string": STRING,
    "boolean": BOOLEAN,
    "number": NUMBER,
    "int32": INT_32,
    "int64": INT_64,
    "quantity": QUANTITY,
    "int-or-string": INT_OR_STRING,
}
_GZIP = 31  # zlib's number for gzip; the module of that name takes 3 ms to import
_METADATA = "meta.v1.ObjectMeta"


class BuiltInKinds:
    """The built-in kinds of one minor version; the shape of a kind is built when it is first asked for."""

    def __init__(self, minor: int) -> None:
        packed = (root() / "schemas" / "kubernetes" / f"1.{minor}.json.gz").read_bytes()
        data: dict[str, dict[str, dict[str, str]]] = json.loads(zlib.decompress(packed, _GZIP))
        self.kinds = data["kinds"]
        self.groups = frozenset(version.rpartition("/")[0] for version in self.kinds)
        self._types = data["types"]
        self._shapes = dict(_SCALARS)

    def shape(self, api_version: str, kind: str) -> Shape | None:
        """The shape of a kind's objects, None for a kind that is not in this version."""
        name = self.kinds.get(api_version, {}).get(kind)
        return None if name is None else self._shape(name)

    @property
    def metadata(self) -> Shape:
        """The shape of every object's `metadata`."""
        return self._shape(_METADATA)

    def api_versions(self, kind: str) -> list[str]:
        """The apiVersions that have a kind of this name."""
        return [version for version, kinds in self.kinds.items() if kind in kinds]

    def _shape(self, spelling: str) -> Shape:
        """The shape of a type as the file spells it; types may contain themselves."""
        known = self._shapes.get(spelling)
        if known is not None:
            return known
        if spelling.startswith("[]"):
            shape = Shape(Type.LIST, items=self._shape(spelling[2:]))
        elif spelling.startswith("{}"):
            shape = Shape(Type.OBJECT, values=self._shape(spelling[2:]))
        else:
            return self._object(spelling)
        self._shapes[spelling] = shape
        return shape

    def _object(self, name: str) -> Shape:
        spelt = self._types[name]
        fields: dict[str, Shape] = {}
        required = tuple(field for field, each in spelt.items() if each.endswith("!"))
        self._shapes[name] = Shape(Type.OBJECT, fields, required=required)
        fields.update({field: self._shape(each.removesuffix("!")) for field, each in spelt.items()})
        return self._shapes[name]


@cache
def built_in_kinds(minor: int) -> BuiltInKinds:
    """The built-in kinds of Kubernetes 1.`minor`."""
    return BuiltInKinds(minor)
