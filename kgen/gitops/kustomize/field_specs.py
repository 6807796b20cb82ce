"""The fields that transformers write: kustomize's own, and those that `configurations:` add."""

import json
from collections.abc import Iterable, Mapping
from functools import cache

from kgen.data import root
from kgen.gitops.kustomize.field_tree import FieldTree, field_tree
from kgen.gitops.kustomize.ids import Gvk
from kgen.gitops.kustomize.problem import BuildError
from kgen.record import record, replace
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


@record
class FieldSpec:
    """A field of the objects that `gvk` selects; `path` is its keys, `create` whether to make it."""

    gvk: Gvk
    path: str
    create: bool = False


class Fields:
    """Fields of objects of many kinds, found by the kind."""

    __slots__ = ("_by_kind", "_trees", "specs")

    def __init__(self, specs: Iterable[FieldSpec] = ()) -> None:
        self.specs = tuple(specs)
        self._by_kind: dict[Gvk, tuple[FieldSpec, ...]] = {}
        self._trees: dict[Gvk, FieldTree] = {}

    def of(self, kind: Gvk) -> tuple[FieldSpec, ...]:
        """The fields that objects of a kind have."""
        found = self._by_kind.get(kind)
        if found is None:
            found = self._by_kind[kind] = tuple(each for each in self.specs if kind.is_selected(each.gvk))
        return found

    def tree(self, kind: Gvk) -> FieldTree:
        """The paths of these fields, in their order."""
        if kind not in self._trees:
            self._trees[kind] = field_tree(each.path for each in self.of(kind))
        return self._trees[kind]

    def merged(self, other: "Fields") -> "Fields":
        """These and another's that none of these covers; raise BuildError where only one of two creates a field."""
        if self.specs[: len(other.specs)] == other.specs:
            return self
        by_path: dict[str, list[FieldSpec]] = {}
        for spec in self.specs:
            by_path.setdefault(spec.path, []).append(spec)
        added: list[FieldSpec] = []
        for spec in other.specs:
            same = by_path.setdefault(spec.path, [])
            known = next((each for each in same if each.gvk.is_selected(spec.gvk)), None)
            if known is None:
                same.append(spec)
                added.append(spec)
            elif known.create != spec.create:
                raise BuildError(f"field `{spec.path}` is configured twice, once with `create` and once without")
        return Fields((*self.specs, *added)) if added else self


@record
class NameReference:
    """The fields that hold names of objects which `gvk` selects."""

    gvk: Gvk
    fields: Fields


@record
class NameField:
    """A field that holds names of objects which `referred` selects."""

    referred: Gvk
    spec: FieldSpec


class NameReferences:
    """All fields that hold names, found by the kind of the object that they are in."""

    __slots__ = ("_by_kind", "every", "fields")

    def __init__(self, every: Iterable[NameReference] = ()) -> None:
        self.every = tuple(every)
        self.fields = [NameField(each.gvk, spec) for each in self.every for spec in each.fields.specs]
        self._by_kind: dict[Gvk, tuple[list[int], FieldTree]] = {}

    def of(self, kind: Gvk) -> tuple[list[int], FieldTree]:
        """Which of `fields` objects of a kind have, and their paths."""
        if kind not in self._by_kind:
            numbers = [number for number, each in enumerate(self.fields) if kind.is_selected(each.spec.gvk)]
            self._by_kind[kind] = numbers, field_tree(self.fields[number].spec.path for number in numbers)
        return self._by_kind[kind]

    def merged(self, more: "NameReferences") -> "NameReferences":
        """These and others."""
        found = {each.gvk: each for each in self.every}
        for each in more.every:
            known = found.get(each.gvk)
            found[each.gvk] = each if known is None else replace(known, fields=known.fields.merged(each.fields))
        return NameReferences(found.values())


@record
class FieldSpecs:
    """All tables of a build: the fields by transformer, and the name references."""

    lists: Mapping[str, Fields]
    references: NameReferences

    def __getitem__(self, transformer: str) -> Fields:
        return self.lists[transformer]

    def merged(self, other: "FieldSpecs") -> "FieldSpecs":
        """These and another's; raise BuildError where both name a field and only one creates it."""
        if other is self:
            return self
        lists = {name: self[name].merged(other[name]) for name in _LISTS}
        return FieldSpecs(lists, self.references.merged(other.references))


def field_specs(data: Data) -> FieldSpecs:
    """The tables that a configuration holds; what is no table is left out."""
    found = data if isinstance(data, dict) else {}
    references = (
        NameReference(_gvk(each), fields_of(each.get("fieldSpecs"))) for each in _mappings(found.get("nameReference"))
    )
    return FieldSpecs({name: fields_of(found.get(name)) for name in _LISTS}, NameReferences(references))


@cache
def default_field_specs() -> FieldSpecs:
    """The tables that kustomize has built in."""
    return field_specs(json.loads((root() / "schemas" / "kustomize" / "field-specs.json").read_text(encoding="utf-8")))


def fields_of(data: Data) -> Fields:
    """A list of fields as kustomizations write it."""
    return Fields(
        FieldSpec(_gvk(each), str(each.get("path") or ""), each.get("create") is True) for each in _mappings(data)
    )


def _gvk(data: dict[str, Data]) -> Gvk:
    return Gvk(*(str(data.get(part) or "") for part in ("group", "version", "kind")))


def _mappings(data: Data) -> list[dict[str, Data]]:
    return [each for each in data if isinstance(each, dict)] if isinstance(data, list) else []
