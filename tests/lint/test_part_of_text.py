"""Places inside of scalars."""

import pytest

from kgen.lint.part_of_text import part_of_text
from kgen.syntax.node import Node
from kgen.syntax.parse import parse
from kgen.syntax.source import Source


def value(text: str) -> Node:
    """The value of the first key of a document."""
    (document,) = parse(Source("a.yaml", text.encode()))
    assert document.root is not None
    return next(iter(document.root.mapping().values()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: x b.c y", "1:6", id="plain"),
        pytest.param("a: 'x b.c y'", "1:7", id="quoted"),
        pytest.param("a: |\n  x\n  b.c\n", "3:3", id="block"),
        pytest.param('a: "\\u0062.c"', "1:4", id="written with an escape, all of it"),
    ],
)
def test_a_part_is_found_where_it_is_written(text: str, expected: str) -> None:
    assert str(part_of_text(value(text), "b.c").span) == expected
