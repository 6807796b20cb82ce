"""What the paths of a JSONPath template find in an object, as client-go's util/jsonpath evaluates them."""

from __future__ import annotations

from kgen.syntax.emit.go_text import go_text, go_type
from kgen.syntax.emit.jsonpath_compare import compare
from kgen.syntax.emit.jsonpath_node import (
    Descent,
    Field,
    Filter,
    Keyword,
    Literal,
    Path,
    Slice,
    Step,
    Union,
    Wildcard,
)

Values = list[object]


class JSONPathError(ValueError):
    """The template does not fit the object; the message is client-go's."""


def find(paths: tuple[Path, ...], value: object, allow_missing_keys: bool) -> list[Values]:
    """Return what each path finds, in printing order and with loops unrolled; raise JSONPathError."""
    return _Search(paths, allow_missing_keys).run(0, [value])


class _Search:
    __slots__ = ("allow_missing_keys", "depth", "last_end", "paths")

    def __init__(self, paths: tuple[Path, ...], allow_missing_keys: bool) -> None:
        self.paths = paths
        self.allow_missing_keys = allow_missing_keys
        self.depth = 0
        self.last_end = -1

    def run(self, position: int, values: Values) -> list[Values]:
        """Evaluate from a path on up to the `end` of the loop it stands in."""
        found: list[Values] = []
        while position < len(self.paths):
            path = self.paths[position]
            results = self.walk(path, values)
            if Keyword("end") in path:
                self.last_end = position
                break
            if Keyword("range") in path:
                found += self.loop(position + 1, results)
                # A loop that lacks its `end` is left behind the last one seen, or goes on in itself.
                position = max(position, self.last_end)
            else:
                found.append(results)
            position += 1
        return found

    def loop(self, position: int, values: Values) -> list[Values]:
        self.depth += 1
        found = [results for value in values for results in self.run(position, [value])]
        if not values:
            self.run(position, [])  # only to come upon its `end`
        self.depth -= 1
        return found

    def walk(self, path: Path, values: Values) -> Values:
        for step in path:
            values = self.step(step, values)
        return values

    def step(self, step: Step, values: Values) -> Values:
        match step:
            case Literal(value):
                return [value] if isinstance(value, str) else [value] * len(values)
            case Field(name):
                return self.fields(name, values)
            case Wildcard():
                return [child for value in values for child in _children(value)]
            case Descent():
                return [inner for value in values for inner in _descendants(value)]
            case Slice():
                return [item for value in values if value is not None for item in _sliced(step, value)]
            case Union(paths):
                return [result for path in paths for result in self.walk(path, values)]
            case Filter():
                return [item for value in values for item in self.filtered(step, value)]
            case Keyword(name):
                return self.keyword(name, values)

    def fields(self, name: str, values: Values) -> Values:
        found = [value[name] for value in values if isinstance(value, dict) and name in value]
        if values and not found and not self.allow_missing_keys:
            raise JSONPathError(f"{name} is not found")
        return found

    def keyword(self, name: str, values: Values) -> Values:
        if name == "range":
            return values
        if name != "end":
            raise JSONPathError(f"unrecognized identifier {name}")
        if not self.depth:
            raise JSONPathError("not in range, nothing to end")
        return []

    def filtered(self, condition: Filter, value: object) -> Values:
        if not isinstance(value, list):
            raise JSONPathError(f"{go_text(value)} is not array or slice and cannot be filtered")
        return [item for item in value if self.holds(condition, item)]

    def holds(self, condition: Filter, item: object) -> bool:
        if not condition.operator:
            return self.exists(condition.left, item)
        sides = []
        for path in (condition.left, condition.right):
            results = self.walk(path, [item])
            if not results:
                return False
            if len(results) > 1:
                raise JSONPathError("can only compare one element at a time")
            sides.append(results[0])
        try:
            return compare(sides[0], condition.operator, sides[1])
        except ValueError as error:
            raise JSONPathError(str(error)) from None

    def exists(self, path: Path, item: object) -> bool:
        values: Values = [item]
        for step in path:
            try:
                values = self.step(step, values)
            except JSONPathError:
                break  # client-go goes by what it had before the step that went wrong
        return bool(values)


def _children(value: object) -> Values:
    if isinstance(value, dict):
        return list(value.values())
    if isinstance(value, str):
        return list(value.encode("utf-8", "surrogateescape"))  # Go ranges over a string's bytes
    return value if isinstance(value, list) else []


def _descendants(value: object) -> Values:
    children = _children(value)
    if not children:
        return []
    return [value, *(inner for child in children for inner in _descendants(child))]


def _sliced(bounds: Slice, value: object) -> Values:
    if not isinstance(value, list):
        raise JSONPathError(f"{go_type(value)} is not array or slice")
    length = len(value)
    start, end = _bounds(bounds, length)
    if start == end:
        return []
    if not 0 <= start < length:
        raise JSONPathError(f"array index out of bounds: index {start}, length {length}")
    if not 0 <= end <= length:
        raise JSONPathError(f"array index out of bounds: index {end - 1}, length {length}")
    if start > end:
        raise JSONPathError(f"starting index {start} is greater than ending index {end}")
    if bounds.step is not None and bounds.step <= 0:
        raise JSONPathError("step must be > 0")
    return value[start : end : bounds.step]


def _bounds(bounds: Slice, length: int) -> tuple[int, int]:
    """Where a slice begins and ends in a list of `length` items, negative numbers counting from its end."""
    start = bounds.start or 0
    end = start + 1 if bounds.single else bounds.end
    if end is None:
        end = length
    if end < 0 or (end == 0 and bounds.single):
        end += length
    return start + length if start < 0 else start, end
