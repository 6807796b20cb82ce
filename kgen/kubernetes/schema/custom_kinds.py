"""The CustomResourceDefinitions among a repository's files, read one by one when an object of theirs is met."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from itertools import chain, product

from kgen.kubernetes.schema.custom import custom_shape
from kgen.pattern import lazy_pattern
from kgen.record import record
from kgen.syntax.outline import outline
from kgen.syntax.parse import parse
from kgen.syntax.source import Source
from kgen.syntax.unreadable import UnreadableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.kubernetes.schema.shape import Shape
    from kgen.syntax.outline import Part

_EVERYWHERE = frozenset({"apiVersion", "kind", "metadata"})
_MARK = b"CustomResourceDefinition"
_SEPARATOR = lazy_pattern(rb"\n---(?=\s)")
# `metadata.name` is PLURAL.GROUP, by the API server's rule.
_NAME = lazy_pattern(rb" name:[ \t]*[\"']?[a-z0-9-]+\.([a-z0-9.-]+\.[a-z0-9-]+)[\"']?[ \t]*\r?$", re.MULTILINE)
_KIND = lazy_pattern(rb"kind:[ \t]*[\"']?([A-Za-z0-9-]+)")


@record
class Definition:
    """The shape of a kind by one definition; `folder` is where that is written, `a/b/` or empty for the root."""

    folder: str
    shape: Shape


class CustomKinds:
    """Definitions written as YAML blocks; those of a group are found by their bytes, as reading is the dear part."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = tuple(sources)
        self._known: dict[tuple[str, str], tuple[Definition, ...]] = {}

    def definitions(self, api_version: str, kind: str, metadata: Shape) -> tuple[Definition, ...]:
        """What the repository says of a kind, nothing where it does not define it or has no schema of it.

        `metadata` is the shape of every object's metadata.
        """
        key = (api_version, kind)
        if key not in self._known:
            self._known[key] = tuple(self._definitions(api_version, kind, metadata))
        return self._known[key]

    def _definitions(self, api_version: str, kind: str, metadata: Shape) -> Iterator[Definition]:
        group, _, version = api_version.rpartition("/")
        for source in self._by_kind.get((group, kind), ()):
            folder = source.path[: source.path.rfind("/") + 1]
            mappings = _mappings_in(Source(source.path, source.data))  # whose text is not kept
            with suppress(UnreadableError):
                schemas = chain.from_iterable(_schemas_of(each, group, kind, version) for each in mappings)
                yield from (Definition(folder, custom_shape(schema, metadata)) for schema in schemas)

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
        if _MARK not in source.data:
            continue
        if not source.data.startswith(b"---") and _SEPARATOR.search(source.data) is None:
            yield source  # and no second copy of what is large
            continue
        for piece in _SEPARATOR.split(b"\n" + source.data):
            if _MARK in piece:
                yield Source(source.path, piece)


def _mappings_in(source: Source) -> Iterator[Mapping[str, Part]]:
    """The mappings of a source, which are read no further than somebody looks where that can be."""
    whole = outline(source.undecoded_text)
    if whole is not None:
        yield whole
        return
    for document in parse(source):
        if document.root is not None and isinstance(document.root.value, dict):
            yield document.root.value


def _schemas_of(definition: Mapping[str, Part], group: str, kind: str, version: str) -> Iterator[Part]:
    """The schema that a definition has for a version of its kind; one that keeps unknown fields has no say."""
    spec = definition.get("spec")
    if not isinstance(spec, Mapping) or spec.get("group") != group or spec.get("preserveUnknownFields") is True:
        return
    names, versions = spec.get("names"), spec.get("versions")
    if not isinstance(names, Mapping) or not isinstance(versions, list) or names.get("kind") != kind:
        return
    for each in versions:
        schema = each.get("schema") if isinstance(each, Mapping) and each.get("name") == version else None
        if isinstance(schema, Mapping):
            yield from _unless_stub(schema.get("openAPIV3Schema"))


def _unless_stub(schema: Part) -> Iterator[Part]:
    """A schema that names no field, as tests have it, would have every object empty: nobody means that."""
    properties = schema.get("properties") if isinstance(schema, Mapping) else None
    if isinstance(properties, Mapping) and properties.keys() - _EVERYWHERE:
        yield schema
