"""`images`: another name, tag or digest for images."""

from __future__ import annotations

from kgen.gitops.kustomize.field_path import present
from kgen.gitops.kustomize.pattern import compile_pattern
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value, content_of
from kgen.pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kgen.gitops.kustomize.collection import Collection
    from kgen.gitops.kustomize.field_specs import Fields
    from kgen.gitops.kustomize.tree import Glimpse, Path
    from kgen.syntax.node import Node

_CONTAINERS = ("containers", "initContainers")
_NOT_TOUCHED = "CustomResourceDefinition"
_TAG_OR_DIGEST = r"(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?"
_SUFFIX = lazy_pattern(_TAG_OR_DIGEST)
# A pattern in which each character stands for one, a dot for any.
_PLAIN_NAME = lazy_pattern(r"[\w./-]{1,500}")


def set_image(collection: Collection, image: Value, fields: Fields) -> None:
    """Change the images of the name wherever containers are, and in the fields."""
    change = _Change(image)
    changed = [resource for resource in collection.resources if resource.kind != _NOT_TOUCHED]
    for resource in changed:
        for path in resource.value.known(_image_paths):
            change(resource.value, path)
    for resource in changed:
        for path in present(resource, fields):
            change(resource.value, path)


class _Change:
    def __init__(self, image: Value) -> None:
        self._image = image
        self._is_named = _is_named(image)

    def __call__(self, whole: Value, path: Path) -> None:
        value = whole.look(path)
        if isinstance(value.glimpse, dict | list):
            raise BuildError("an image is no text", value.origin)
        if value.data is None or not self._is_named(value.text()):
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
            whole.at(path).replace(Value(written, self._origin(image)))

    def _origin(self, image: Value) -> Node | None:
        named = next((image.fields[part] for part in ("newTag", "digest", "newName") if part in image.fields), image)
        return named.origin


def _is_named(image: Value) -> Callable[[str], bool]:
    """What tells whether an image has the name, a regular expression that seldom is worth the time to compile it."""
    name = image.text_at("name")
    if _PLAIN_NAME.fullmatch(name) is None:
        pattern = compile_pattern(name + _TAG_OR_DIGEST, image.origin)
        return lambda text: pattern.fullmatch(text) is not None
    return lambda text: _starts_with(text, name) and _SUFFIX.fullmatch(text, len(name)) is not None


def _starts_with(text: str, name: str) -> bool:
    if "." not in name or text.startswith(name):
        return text.startswith(name)
    start = text[: len(name)]
    is_one_line = len(start) == len(name) and "\n" not in start
    return is_one_line and all(wanted in (own, ".") for own, wanted in zip(start, name, strict=True))


def split_image(image: str) -> tuple[str, str, str]:
    """An image's name with registry, its tag and its digest."""
    slash = max(image.find("/"), 0)
    at, colon = image.find("@", slash), image.find(":", slash)
    if at >= 0 and (at < colon or colon < 0):
        return image[:at], "", image[at + 1 :]
    if colon < 0:
        return image, "", ""
    return image[:colon], image[colon + 1 : at if at >= 0 else None], image[at + 1 :] if at >= 0 else ""


def _image_paths(value: Value) -> list[Path]:
    """The ways to the images of all containers."""
    return _paths_in(value.glimpse)


def _paths_in(data: Glimpse) -> list[Path]:
    paths: list[Path] = []
    for key, child in _members(data):
        content = content_of(child)
        if not isinstance(content, dict | list):
            continue
        inner = child.known(_image_paths) if isinstance(child, Value) else _paths_in(content)
        paths += [(key, *path) for path in inner]
        if key in _CONTAINERS and isinstance(content, list):
            paths += [(key, index, "image") for index, item in enumerate(content) if _has_image(item)]
    return paths


def _members(data: Glimpse) -> Iterable[tuple[str | int, Glimpse]]:
    return data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()


def _has_image(container: Glimpse) -> bool:
    content = content_of(container)
    return isinstance(content, dict) and "image" in content
