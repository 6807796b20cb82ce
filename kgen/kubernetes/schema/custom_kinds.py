"""The CustomResourceDefinitions among a repository's files, read one by one when an object of theirs is met."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from kgen.kubernetes.schema.custom import custom_shape
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.kubernetes.schema.shape import Shape
    from kgen.syntax.node import Node
    from kgen.syntax.value import Data

_EVERYWHERE = frozenset({"apiVersion", "kind", "metadata"})
_MARK = b"CustomResourceDefinition"
_SEPARATOR = re.compile(rb"^---(?=\s)", re.MULTILINE)
# `metadata.name` is PLURAL.GROUP, by the API server's rule.
_NAME = re.compile(rb"^ +name:[ \t]*[\"']?[a-z0-9-]+\.([a-z0-9.-]+\.[a-z0-9-]+)[\"']?[ \t]*\r?$", re.MULTILINE)
_KIND = re.compile(rb"kind:[ \t]*[\"']?([A-Za-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Definition:
    """The shape of a kind by one definition; `folder` is where that is written, `a/b/` or empty for the root."""

    folder: str
    shape: Shape


class CustomKinds:
    """Definitions written as YAML blocks; those of a group are found by their bytes, as parsing is the dear part."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = tuple(sources)
        self._known: dict[tuple[str, str], tuple[Definition, ...]] = {}

    def definitions(self, api_version: str, kind: str, metadata: Shape) -> tuple[Definition, ...]:
        """What the repository says of a kind, nothing where it does not define it or has no schema of it.

        `metadata` is the shape of every object's metadata.
        """
        key = (api_version, kind)
        if key not in self._known:
            found = self._schemas(api_version, kind)
            self._known[key] = tuple(Definition(folder, custom_shape(schema, metadata)) for folder, schema in found)
        return self._known[key]

    def _schemas(self, api_version: str, kind: str) -> Iterator[tuple[str, Data]]:
        group, _, version = api_version.rpartition("/")
        for source in self._by_kind.get((group, kind), ()):
            folder = source.path[: source.path.rfind("/") + 1]
            for document in parse(Source(source.path, source.data)):  # whose text is not kept
                yield from ((folder, schema) for schema in _schemas_of(document.root, group, kind, version))

    @cached_property
    def _by_kind(self) -> dict[tuple[str, str], list[Source]]:
        """The definitions by the groups and kinds that stand in them; what they define is among these."""
        found: dict[tuple[str, str], list[Source]] = {}
        for source in _pieces(self._sources):
            for group, kind in product(set(_NAME.findall(source.data)), set(_KIND.findall(source.data))):
                found.setdefault((group.decode(), kind.decode()), []).append(source)
        return found


def _pieces(sources: Iterable[Source]) -> Iterator[Source]:
    """The documents that may be definitions, each as a source of its own."""
    for source in sources:
        if _MARK in source.data:
            for piece in _SEPARATOR.split(source.data):
                if _MARK in piece:
                    yield Source(source.path, piece)


def _schemas_of(root: Node | None, group: str, kind: str, version: str) -> Iterator[Data]:
    """The schema that a definition has for a version of its kind; one that keeps unknown fields has no say."""
    spec = None if root is None else root.get("spec")
    if spec is None or _value(spec, "group") != group or _value(spec, "preserveUnknownFields") is True:
        return
    names, versions = spec.get("names"), spec.get("versions")
    if names is None or versions is None or _value(names, "kind") != kind:
        return
    for each in versions:
        schema = each.get("schema")
        if schema is not None and _value(each, "name") == version:
            yield from _unless_stub(_value(schema, "openAPIV3Schema"))


def _unless_stub(schema: Data) -> Iterator[Data]:
    """A schema that names no field, as tests have it, would have every object empty: nobody means that."""
    properties = schema.get("properties") if isinstance(schema, dict) else None
    if isinstance(properties, dict) and properties.keys() - _EVERYWHERE:
        yield schema


def _value(node: Node, key: str) -> Data:
    child = node.get(key)
    return None if child is None else child.value
