"""Labels as they stand in manifests."""

from collections.abc import Mapping

from kgen.syntax.node import Node


def labels_of(metadata: Node | None) -> Mapping[str, str]:
    """The `labels` of an object's or a pod template's metadata as text, empty where there are none."""
    return {} if metadata is None else text_map(metadata.get("labels"))


def text_map(node: Node | None) -> dict[str, str]:
    """A map of labels or a selector as text.

    The API server refuses values that are not strings (`version: 1.10`); they are read as they are written,
    so that a selector meets the label it was copied from and only the wrong type is spoken of.
    """
    if node is None or not isinstance(node.value, dict):
        return {}
    return {key: text if isinstance(text, str) else label_text(node[key]) for key, text in node.value.items()}


def label_text(value: Node) -> str:
    """A label's value as text; null is the empty text, as for the API server."""
    text = value.string()
    if text is not None:
        return text
    return "" if value.value is None else value.raw
