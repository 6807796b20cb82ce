"""Kubernetes objects as they stand in documents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kgen.kubernetes.labels import label_text, labels_of
from kgen.syntax.document import Document
from kgen.syntax.node import Node

_NESTED_LISTS = 4  # kubectl flattens Lists in Lists; nobody writes deeper ones


@dataclass(frozen=True, slots=True, eq=False)
class Resource:
    """One Kubernetes object: its identity and the node it is written in.

    `namespace` is None where the manifest names none. `name` is empty for an object with `generateName` and
    for fragments.
    """

    api_version: str
    kind: str
    namespace: str | None
    name: str
    node: Node
    document: Document

    @property
    def group(self) -> str:
        """The API group: `apps` of `apps/v1`, empty of `v1`."""
        return self.api_version.rpartition("/")[0]

    @property
    def path(self) -> str:
        """The file it is written in."""
        return self.document.source.path

    @property
    def labels(self) -> Mapping[str, str]:
        """`metadata.labels`."""
        return labels_of(self.node.get("metadata"))

    @property
    def name_node(self) -> Node:
        """Where its name stands, or the object itself where it has none."""
        metadata = self.node.get("metadata")
        name = None if metadata is None else metadata.get("name")
        return self.node if name is None else name

    def __str__(self) -> str:
        return f"{self.kind} `{self.name}`"


def resources(document: Document) -> list[Resource]:
    """The objects of a document, those inside a `List` one by one; none where there is no object."""
    if document.root is None or document.problem is not None:
        return []
    return list(_unwrap(document.root, document, _NESTED_LISTS))


def _unwrap(node: Node, document: Document, depth: int) -> Iterator[Resource]:
    resource = _resource(node, document)
    items = node.get("items") if resource is not None and resource.kind.endswith("List") else None
    if items is None:
        if resource is not None:
            yield resource
        return
    for item in items.sequence() if depth else ():
        yield from _unwrap(item, document, depth - 1)


def _resource(node: Node, document: Document) -> Resource | None:
    kind, api_version = _text(node, "kind"), _text(node, "apiVersion")
    if not kind or not api_version:
        return None
    namespace, name = _from_metadata(node, "namespace"), _from_metadata(node, "name")
    return Resource(api_version, kind, namespace or None, name, node, document)


def _text(node: Node, key: str) -> str:
    value = node.get(key)
    return "" if value is None else value.string() or ""


def _from_metadata(node: Node, key: str) -> str:
    """A name as it is written, even one like `on` or `1234` that the API server refuses for its type."""
    metadata = node.get("metadata")
    value = None if metadata is None else metadata.get(key)
    return "" if value is None else label_text(value)
