"""What may have been meant by a field that is not in the schema."""

from __future__ import annotations

from kgen.kubernetes.schema.shape import Shape, Type
from kgen.record import record
from kgen.spelling import close_matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kgen.kubernetes.schema.mismatch import Step, Steps, UnknownField

_LIKENESS = 0.75
_SHORTEST_ENDING = 5
_DEPTH = 3  # from a Deployment's `spec` to a container


@record
class Hint:
    """One of three at most: a field of nearly this name beside it, the only field there with a longer name that ends
    so, as `defaultBackend` does with `backend`, or a place that has a field of this name.
    """

    near: str = ""
    longer: str = ""
    place: str = ""


def hint(unknown: UnknownField, root: Shape) -> Hint:
    """Look for the field beside, then above, then below the place where it is written."""
    above = list(_along(root, unknown.steps))
    here, name = above[-1], unknown.name
    near = closest(name, here.fields)
    if near:
        return Hint(near=near)
    longer = [field for field in here.fields if field.casefold().endswith(name.casefold())]
    if len(longer) == 1 and len(name) >= _SHORTEST_ENDING:
        return Hint(longer=longer[0])
    for depth in range(len(above) - 2, -1, -1):
        if name in above[depth].fields:
            return Hint(place=_path(unknown.steps[:depth]) or "the object itself")
    below = (path for path, shape in _below(here) if name in shape.fields)
    return Hint(place=next((_path((*unknown.steps, path)) for path in below), ""))


def closest(name: str, names: Collection[str], likeness: float = _LIKENESS) -> str:
    """The name that is the same but for case or the nearest by difflib's ratio, empty when none is near."""
    same = (each for each in names if each.casefold() == name.casefold())
    return next(same, "") or next(iter(close_matches(name, names, 1, likeness)), "")


def _along(root: Shape, steps: Steps) -> Iterator[Shape]:
    """The shapes of all that the steps pass, from the root to where they end."""
    shape = root
    yield shape
    for step in steps:
        inside = shape.items if isinstance(step, int) else shape.fields.get(step, shape.values)
        if inside is None:
            return
        shape = inside
        yield shape


def _below(top: Shape) -> Iterator[tuple[str, Shape]]:
    """The shapes inside of one with the path to each, the nearest first."""
    level = [("", top)]
    for _ in range(_DEPTH):
        level = [inside for path, shape in level for inside in _inside(path, shape)]
        yield from level


def _inside(path: str, shape: Shape) -> Iterator[tuple[str, Shape]]:
    above = f"{path}." if path else ""
    for name, field in shape.fields.items():
        if field.type is Type.LIST and field.items is not None:
            yield f"{above}{name}[]", field.items
        else:
            yield f"{above}{name}", field


def _path(steps: tuple[Step, ...]) -> str:
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return path.removeprefix(".")
