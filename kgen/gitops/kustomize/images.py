"""`images`: another name, tag or digest for images."""

from collections.abc import Iterator

from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.field_path import visit_all
from kgen.gitops.kustomize.field_specs import Fields
from kgen.gitops.kustomize.pattern import compile_pattern
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value
from kgen.syntax.node import Node

_CONTAINERS = ("containers", "initContainers")
_NOT_TOUCHED = "CustomResourceDefinition"
_TAG_OR_DIGEST = r"(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?"


def set_image(collection: Collection, image: Value, fields: Fields) -> None:
    """Change the images of the name wherever containers are, and in the fields."""
    change = _Change(image)
    for resource in collection.resources:
        if resource.kind == _NOT_TOUCHED:
            continue
        if _has_containers(resource.value):
            for value in _container_images(resource.value):
                change(value)
    for resource in collection.resources:
        if resource.kind != _NOT_TOUCHED:
            visit_all(resource, fields, change)


class _Change:
    def __init__(self, image: Value) -> None:
        self._image = image
        self._pattern = compile_pattern(image.text_at("name") + _TAG_OR_DIGEST, image.origin)

    def __call__(self, value: Value) -> None:
        if isinstance(value.data, dict | list):
            raise BuildError("an image is no text", value.origin)
        if value.data is None or self._pattern.fullmatch(value.text()) is None:
            return
        image = self._image
        name, tag, digest = split_image(value.text())
        name = image.text_at("newName") or name
        new_tag, new_digest, suffix = (image.text_at(part) for part in ("newTag", "digest", "tagSuffix"))
        if new_tag or new_digest:
            tag, digest = new_tag, new_digest
        elif suffix:
            tag, digest = tag + suffix, ""
        written = name + (f":{tag}" if tag else "") + (f"@{digest}" if digest else "")
        if written != value.text():
            value.replace(Value(written, self._origin(image)))

    def _origin(self, image: Value) -> Node | None:
        named = next((image.fields[part] for part in ("newTag", "digest", "newName") if part in image.fields), image)
        return named.origin


def split_image(image: str) -> tuple[str, str, str]:
    """An image's name with registry, its tag and its digest."""
    slash = max(image.find("/"), 0)
    at, colon = image.find("@", slash), image.find(":", slash)
    if at >= 0 and (at < colon or colon < 0):
        return image[:at], "", image[at + 1 :]
    if colon < 0:
        return image, "", ""
    return image[:colon], image[colon + 1 : at if at >= 0 else None], image[at + 1 :] if at >= 0 else ""


def _has_containers(value: Value) -> bool:
    pending = [value]
    while pending:
        data = pending.pop().seen
        if isinstance(data, dict):
            if not data.keys().isdisjoint(_CONTAINERS):
                return True
            pending += data.values()
        elif isinstance(data, list):
            pending += data
    return False


def _container_images(value: Value) -> Iterator[Value]:
    if isinstance(value.data, list):
        for item in value.data:
            yield from _container_images(item)
        return
    for key, child in value.fields.items():
        yield from _container_images(child)
        if key in _CONTAINERS:
            for container in child.items:
                image = container.get("image")
                if image is not None:
                    yield image
