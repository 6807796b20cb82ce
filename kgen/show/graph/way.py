"""The way of an edge as the `d` of an SVG path."""

from itertools import pairwise

from kgen.show.graph.layout import Point


def path_of(points: tuple[Point, ...]) -> str:
    """A curve between columns, a line through those that an edge passes by."""
    steps = [f"M{points[0][0]} {points[0][1]}"]
    for number, (start, end) in enumerate(pairwise(points)):
        steps.append(f"H{end[0]}" if number % 2 else _curve(start, end))
    return "".join(steps)


def mark_of(points: tuple[Point, ...]) -> Point:
    """Where the mark of an edge goes: halfway along its last stretch."""
    (left, above), (right, below) = points[-2:]
    return (left + right) // 2, (above + below) // 2 + 4


def _curve(start: Point, end: Point) -> str:
    (left, above), (right, below) = start, end
    if above == below:
        return f"H{right}"
    middle = (left + right) // 2
    return f"C{middle} {above} {middle} {below} {right} {below}"
