"""Field paths of replacements and vars: `spec.containers.[name=web].image`, `data.a\\.b`, `spec.rules.*.host`."""

from __future__ import annotations

from functools import cache

from kgen.gitops.kustomize.field_tree import split_path
from kgen.gitops.kustomize.pattern import compile_pattern
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value
from kgen.pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.node import Node

_INDEXED = lazy_pattern(r"(.+?)\[(\d+)\]")


@cache
def dotted_path(path: str) -> tuple[str, ...]:
    """The steps of a path; brackets hold dots together, `a[0]` is two steps."""
    steps: list[str] = []
    parts = list(split_path(path, "."))
    while parts:
        part = parts.pop(0)
        if part.startswith("[") and not part.endswith("]"):
            while parts and not part.endswith("]"):
                part += "." + parts.pop(0)
            part = part if "=" in part else part.strip("[]")
        steps.append(part)
    return tuple(steps)


def lookup(value: Value, path: tuple[str, ...]) -> Value | None:
    """The one value at a path, None where there is none."""
    found: Value | None = value
    for step in (each.strip() for each in path):
        if found is None:
            return None
        if step:
            found = _step(found, step)
    return found


def select(value: Value, path: tuple[str, ...], create: Value | None, origin: Node | None) -> list[Value]:
    """All values at a path, made where they are missing when `create` says like what."""
    if not path:
        return [value]
    step, rest = path[0], path[1:]
    if step == "*":
        return [found for item in _list(value, step) for found in select(item, rest, create, origin)]
    if step.isdigit():
        return select(_indexed(value, path, create, origin), rest, create, origin)
    if step.startswith("[") and step.endswith("]"):
        return _matching(value, path, create, origin)
    return _field(value, path, create, origin)


def _step(value: Value, step: str) -> Value | None:
    if step.isdigit() or step == "-":
        items = _list(value, step)
        index = len(items) - 1 if step == "-" else int(step)
        return items[index] if 0 <= index < len(items) else None
    if step.startswith("[") and step.endswith("]"):
        name, text = _condition(step)
        return next((item for item in _list(value, step) if _named(item, name) == text), None)
    indexed = _INDEXED.fullmatch(step)
    if indexed is not None:
        field = _step(value, indexed[1])
        return None if field is None else _step(field, indexed[2])
    if value.data is not None and not isinstance(value.data, dict):
        raise BuildError(f"`{step}` is looked for in what is no mapping", value.origin)
    return value.fields.get(step)


def _field(value: Value, path: tuple[str, ...], create: Value | None, origin: Node | None) -> list[Value]:
    if value.data is None:
        return [] if create is None else [Value(None)]  # kustomize writes below a null what nobody sees
    if not isinstance(value.data, dict):
        raise BuildError(f"`{path[0]}` is looked for in what is no mapping", value.origin)
    field = value.data.get(path[0])
    if field is None and create is None:
        return []
    if field is None:
        field = value.data[path[0]] = _made(path[1:], create, origin)
    return select(field, path[1:], create, origin)


def _indexed(value: Value, path: tuple[str, ...], create: Value | None, origin: Node | None) -> Value:
    items, index = _list(value, path[0]), int(path[0])
    if index == len(items) and create is not None:
        items.append(_made(path[1:], create, origin))
    if index >= len(items):
        raise BuildError(f"index {index} is not there: the list has {len(items)} items", value.origin)
    return items[index]


def _matching(value: Value, path: tuple[str, ...], create: Value | None, origin: Node | None) -> list[Value]:
    """The items that a condition holds for; its text is a regular expression."""
    name, text = _condition(path[0])
    pattern = compile_pattern(text, origin)
    items = _list(value, path[0])
    found: list[Value] = []
    for item in items:
        own = _named(item, name)
        if own is not None and pattern.search(own):
            found += select(item, path[1:], create, origin) if name else [item]
    if found or create is None:
        return found
    items.append(Value({name: Value(text, origin)}, origin) if name else Value(text, origin))
    return select(items[-1], path[1:], create, origin) if name else [items[-1]]


def _made(rest: tuple[str, ...], create: Value | None, origin: Node | None) -> Value:
    if rest:
        return Value([] if rest[0].startswith("[") or rest[0].isdigit() else {}, origin)
    data = create.data if create is not None else None
    return Value({} if isinstance(data, dict) else [] if isinstance(data, list) else None, origin)


def _named(item: Value, name: str) -> str | None:
    if not name:
        return None if isinstance(item.data, dict | list) else item.text()
    found = item.fields.get(name)
    return None if found is None else found.text()


def _condition(step: str) -> tuple[str, str]:
    name, equals, text = step[1:-1].partition("=")
    if not equals:
        raise BuildError(f"`{step}` is no condition: `[name=value]` is one")
    return name, text


def _list(value: Value, step: str) -> list[Value]:
    if value.data is not None and not isinstance(value.data, list):
        raise BuildError(f"`{step}` is looked for in what is no list", value.origin)
    return value.items
