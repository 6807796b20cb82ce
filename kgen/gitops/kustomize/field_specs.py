"""The fields that transformers write: kustomize's own, and those that `configurations:` add."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from kgen.data import root
from kgen.gitops.kustomize.ids import Gvk
from kgen.gitops.kustomize.problem import BuildError
from kgen.syntax.value import Data

_LISTS = (
    "namePrefix",
    "nameSuffix",
    "namespace",
    "commonLabels",
    "labels",
    "templateLabels",
    "commonAnnotations",
    "varReference",
    "images",
    "replicas",
)


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of the objects that `gvk` selects; `path` is its keys, `create` whether to make it."""

    gvk: Gvk
    path: str
    create: bool = False


@dataclass(frozen=True, slots=True)
class NameReference:
    """The fields that hold names of objects which `gvk` selects."""

    gvk: Gvk
    fields: tuple[FieldSpec, ...]


@dataclass(frozen=True, slots=True)
class FieldSpecs:
    """All tables of a build: the fields by transformer, and the name references."""

    lists: Mapping[str, tuple[FieldSpec, ...]]
    references: tuple[NameReference, ...] = ()

    def __getitem__(self, transformer: str) -> tuple[FieldSpec, ...]:
        return self.lists.get(transformer, ())

    def merged(self, other: "FieldSpecs") -> "FieldSpecs":
        """These and another's; raise BuildError where both name a field and only one creates it."""
        if other is self:
            return self
        lists = {name: merged_fields(self[name], other[name]) for name in _LISTS}
        return FieldSpecs(lists, _merged_references(self.references, other.references))


def merged_fields(fields: tuple[FieldSpec, ...], more: Iterable[FieldSpec]) -> tuple[FieldSpec, ...]:
    """The fields and those of `more` that none of them covers."""
    found = list(fields)
    for spec in more:
        known = next((each for each in found if each.path == spec.path and each.gvk.is_selected(spec.gvk)), None)
        if known is None:
            found.append(spec)
        elif known.create != spec.create:
            raise BuildError(f"field `{spec.path}` is configured twice, once with `create` and once without")
    return tuple(found)


def field_specs(data: Data) -> FieldSpecs:
    """The tables that a configuration holds; what is no table is left out."""
    found = data if isinstance(data, dict) else {}
    references = (
        NameReference(_gvk(each), fields_of(each.get("fieldSpecs"))) for each in _mappings(found.get("nameReference"))
    )
    return FieldSpecs({name: fields_of(found.get(name)) for name in _LISTS}, tuple(references))


@cache
def default_field_specs() -> FieldSpecs:
    """The tables that kustomize has built in."""
    return field_specs(json.loads((root() / "schemas" / "kustomize" / "field-specs.json").read_text(encoding="utf-8")))


def _merged_references(
    references: tuple[NameReference, ...], more: tuple[NameReference, ...]
) -> tuple[NameReference, ...]:
    found = {each.gvk: each for each in references}
    for each in more:
        known = found.get(each.gvk)
        found[each.gvk] = each if known is None else replace(known, fields=merged_fields(known.fields, each.fields))
    return tuple(found.values())


def fields_of(data: Data) -> tuple[FieldSpec, ...]:
    """A list of fields as kustomizations write it."""
    return tuple(
        FieldSpec(_gvk(each), str(each.get("path") or ""), each.get("create") is True) for each in _mappings(data)
    )


def _gvk(data: dict[str, Data]) -> Gvk:
    return Gvk(*(str(data.get(part) or "") for part in ("group", "version", "kind")))


def _mappings(data: Data) -> list[dict[str, Data]]:
    return [each for each in data if isinstance(each, dict)] if isinstance(data, list) else []
