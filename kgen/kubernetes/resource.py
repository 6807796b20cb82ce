"""Kubernetes objects as they stand in documents."""

from collections.abc import Mapping

from kgen.kubernetes.labels import label_text, labels_of
from kgen.record import record
from kgen.syntax.document import Document
from kgen.syntax.node import Node

_NESTED_LISTS = 4  # kubectl flattens Lists in Lists; nobody writes deeper ones


@record(eq=False)
class Resource:
    """One Kubernetes object: its identity and the node it is written in.

    `group` is the API group: `apps` of `apps/v1`, empty of `v1`. `namespace` is None where the manifest names none.
    `name` is empty for an object with `generateName` and for fragments. `path` is the file it is written in.
    """

    api_version: str
    group: str
    kind: str
    namespace: str | None
    name: str
    node: Node
    document: Document
    path: str

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
    root = document.root
    return [] if root is None else _unwrapped(root, document, _NESTED_LISTS)


def _unwrapped(node: Node, document: Document, depth: int) -> list[Resource]:
    resource = _resource(node, document)
    if resource is None:
        return []
    items = node.get("items") if resource.kind.endswith("List") else None
    if items is None:
        return [resource]
    return [each for item in items.sequence() for each in _unwrapped(item, document, depth - 1)] if depth else []


def _resource(node: Node, document: Document) -> Resource | None:
    kind, api_version = node.text_at("kind"), node.text_at("apiVersion")
    if not kind or not api_version:
        return None
    metadata, path = node.get("metadata"), document.source.path
    namespace, name = _from_metadata(metadata, "namespace"), _from_metadata(metadata, "name")
    group = api_version.rpartition("/")[0]
    return Resource(api_version, group, kind, namespace or None, name, node, document, path)


def _from_metadata(metadata: Node | None, key: str) -> str:
    """A name as it is written, even one like `on` or `1234` that the API server refuses for its type."""
    if metadata is None:
        return ""
    text = metadata.text_at(key)
    return text if text or key not in metadata else label_text(metadata[key])
