"""Input made to hang, flood or crash a reader: it ends soon, in data or in a problem."""

import pytest

from kgen.syntax.limits import MAX_DEPTH, excessive_aliasing
from tests.syntax.reading import documents, problems, root, value

_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"
_DEEP = {
    "flow sequences": "[" * 100_000,
    "flow mappings": "{a: " * 100_000,
    "sequences on one line": "- " * 100_000,
    "explicit keys": "? " * 100_000,
    "template braces": "{{" * 100_000,
    "mappings by indentation": "".join(" " * depth + "a:\n" for depth in range(1000)),
}


@pytest.mark.parametrize("text", _DEEP.values(), ids=_DEEP.keys())
def test_deep_nesting(text: str) -> None:
    (problem,) = problems(text)
    assert problem.endswith(_TOO_DEEP)


def test_nesting_up_to_the_limit() -> None:
    node = root("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    for _ in range(MAX_DEPTH - 1):
        node = node[0]
    assert (node.value, node.span.column) == ([], MAX_DEPTH)
    assert problems("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == [f"1:{MAX_DEPTH + 1} {_TOO_DEEP}"]


def test_alias_bomb() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]" for before, name in zip("abcdefg", "bcdefgh", strict=True)
    ]
    (problem,) = problems("\n".join(lines))
    assert problem.endswith("document contains excessive aliasing")


def test_merge_bomb() -> None:
    lines = ["a: &a {k: [x, x, x, x, x, x, x, x, x, x]}"]
    lines += [
        f"{name}: &{name} {{p: *{before}, q: *{before}}}"
        for before, name in zip("abcdefghijklmnopqrstu", "bcdefghijklmnopqrstuv", strict=True)
    ]
    (problem,) = problems("\n".join(lines))
    assert problem.endswith("document contains excessive aliasing")


def test_many_modest_aliases() -> None:
    found = value("- &x {a: 1}\n" + "- *x\n" * 50)
    assert found == [{"a": 1}] * 51


@pytest.mark.parametrize(
    ("nodes", "aliased", "excessive"),
    [
        pytest.param(1000, 1000, False, id="a small document may be all aliases"),
        pytest.param(1_000_000, 100, False, id="a hundred aliases are always allowed"),
        pytest.param(10_000, 9_900, False, id="99 % of a middling one"),
        pytest.param(10_000, 9_901, True, id="more than 99 %"),
        pytest.param(4_000_000, 400_000, False, id="10 % of a huge one"),
        pytest.param(4_000_000, 400_001, True, id="more than 10 %"),
        pytest.param(2_200_000, 1_198_000, False, id="54.5 % half way"),
        pytest.param(2_200_000, 1_200_000, True, id="more than that half way"),
    ],
)
def test_alias_ratio(nodes: int, aliased: int, excessive: bool) -> None:
    assert excessive_aliasing(nodes, aliased) is excessive


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("a: " + "x" * 1_000_000, 1, id="a scalar of 1 MB"),
        pytest.param("x" * 100_000 + ": 1", 1, id="a key of 100 kB"),
        pytest.param("a: [" + "x, " * 100_000 + "]", 1, id="a line of 300 kB"),
        pytest.param("a:" + "\n" * 100_000 + " b", 1, id="a value after 100,000 lines"),
        pytest.param("---\na\n" * 5_000, 5_000, id="5,000 documents"),
        pytest.param("---\na: [\n" * 2_000, 2_000, id="2,000 broken documents"),
        pytest.param("---\n" * 50_000, 0, id="50,000 separators"),
        pytest.param("a: 1\n" * 20_000, 1, id="20,000 times the same key"),
        pytest.param("".join(f"- &a{n} x\n- *a{n}\n" for n in range(5_000)), 1, id="5,000 anchors"),
        pytest.param("#\n" * 100_000, 0, id="100,000 comments"),
        pytest.param(" " * 1_000_000, 0, id="1 MB of spaces"),
        pytest.param('"' * 100_001, 2, id="100,001 quotes"),
        pytest.param("!" * 100_000, 1, id="100,000 tags"),
        pytest.param("%" * 100_000, 1, id="100,000 directives"),
        pytest.param("[a:, " * 2_000, 1, id="what both parsers refuse"),
        pytest.param("[a:, " * 100_000, 1, id="what is too long for a second look"),
    ],
)
def test_much_of_one_thing(text: str, count: int) -> None:
    assert len(documents(text)) == count


def test_each_of_many_duplicates_is_recorded() -> None:
    (document,) = documents("a: 1\n" * 2_000)
    assert len(document.duplicates) == 1_999
