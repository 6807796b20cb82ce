"""Nodes: values, the way to them, and where they are written."""

import pytest

from kgen.syntax.node import Node
from tests.syntax.reading import places, root

_SERVICE = """\
spec:
  ports:
    - port: 80
      nodePort: "30003"
  selector:
    app.kubernetes.io/name: web
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: bc\n", {"": "L1:C1-L1:C6", "a": "L1:C4-L1:C6"}, id="a scalar"),
        pytest.param("a: 'b'\n", {"": "L1:C1-L1:C7", "a": "L1:C4-L1:C7"}, id="quotes belong to the value"),
        pytest.param('a: "b\n  c" # d\n', {"": "L1:C1-L2:C5", "a": "L1:C4-L2:C5"}, id="quoted over two lines"),
        pytest.param("a: b\n  c\n", {"": "L1:C1-L2:C4", "a": "L1:C4-L2:C4"}, id="plain over two lines"),
        pytest.param("a: |\n  b\n\nc: d\n", {"": "L1:C1-L4:C5", "a": "L1:C4-L4:C1", "c": "L4:C4-L4:C5"}, id="block"),
        pytest.param(
            "a: {b: [1, ], c}\n",
            {
                "": "L1:C1-L1:C17",
                "a": "L1:C4-L1:C17",
                "a.b": "L1:C8-L1:C13",
                "a.b[0]": "L1:C9-L1:C10",
                "a.c": "L1:C16-L1:C16",
            },
            id="flow style",
        ),
        pytest.param(
            "a:\n  - b\n  - c: 1\n    d: 2\n\n# x\n",
            {
                "": "L1:C1-L4:C9",
                "a": "L2:C3-L4:C9",
                "a[0]": "L2:C5-L2:C6",
                "a[1]": "L3:C5-L4:C9",
                "a[1].c": "L3:C8-L3:C9",
                "a[1].d": "L4:C8-L4:C9",
            },
            id="block style ends with its last child",
        ),
        pytest.param("a: &x !!int 3\n", {"": "L1:C1-L1:C14", "a": "L1:C13-L1:C14"}, id="without anchor and tag"),
        pytest.param("a: &x # b\n  c: 1\n", {"": "L1:C1-L2:C7", "a": "L2:C3-L2:C7", "a.c": "L2:C6-L2:C7"}, id="&"),
        pytest.param("😀é: 😀b\n", {"": "L1:C1-L1:C7", "[😀é]": "L1:C5-L1:C7"}, id="code points"),
        pytest.param("a: b\r\nc:\r\n  d\r\n", {"": "L1:C1-L3:C4", "a": "L1:C4-L1:C5", "c": "L3:C3-L3:C4"}, id="CRLF"),
        pytest.param("a: b\rc: d\r", {"": "L1:C1-L2:C5", "a": "L1:C4-L1:C5", "c": "L2:C4-L2:C5"}, id="CR"),
        pytest.param("\ufeffa: b\n", {"": "L1:C1-L1:C5", "a": "L1:C4-L1:C5"}, id="a byte order mark is no column"),
        pytest.param("--- [a]\n", {"": "L1:C5-L1:C8", "[0]": "L1:C6-L1:C7"}, id="on the separator's line"),
        pytest.param("a: &x 1\nb: *x\n", {"": "L1:C1-L2:C6", "a": "L1:C7-L1:C8", "b": "L1:C7-L1:C8"}, id="an alias"),
        pytest.param(
            "a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n",
            {
                "": "L1:C1-L4:C7",
                "a": "L1:C7-L1:C13",
                "a.b": "L1:C11-L1:C12",
                "c": "L3:C3-L4:C7",
                "c.b": "L1:C11-L1:C12",
                "c.d": "L4:C6-L4:C7",
            },
            id="merged from elsewhere",
        ),
        pytest.param(
            "<<: [{a: 1}, {a: 2, b: 2}]\n",
            {"": "L1:C1-L1:C27", "a": "L1:C10-L1:C11", "b": "L1:C24-L1:C25"},
            id="merged from the first that has it",
        ),
    ],
)  # fmt: skip
def test_spans(text: str, expected: dict[str, str]) -> None:
    assert places(root(text)) == expected


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("a: 1\n'b': 2\n", {"a": "1:1", "b": "2:1"}, id="plain and quoted"),
        pytest.param("{a: 1, b}", {"a": "1:2", "b": "1:8"}, id="flow style"),
        pytest.param("? a\n: 1\n", {"a": "1:3"}, id="explicit"),
        pytest.param("0x1: 1\n", {"1": "1:1"}, id="made text"),
        pytest.param("<<: {b: 1}\na: 2\n", {"b": "1:6", "a": "2:1"}, id="merged"),
        pytest.param("- &x k\n- {*x : 1}\n", {"k": "1:6"}, id="an alias: where its anchor is"),
    ],
)
def test_key_spans(text: str, keys: dict[str, str]) -> None:
    node = root(text)
    mapping = node.sequence()[-1] if node.sequence() else node
    assert {key.value: str(key.span) for key, _ in mapping.items()} == keys
    assert {value.key: str(value.key_span) for _, value in mapping.items()} == keys


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("a: 53:53\n", "53:53"),
        ("a: 0x1F # b\n", "0x1F"),
        ("a: 'x''y'\n", "'x''y'"),
        ('a: "x\\n"\n', '"x\\n"'),
        ("a: &p 0777\n", "0777"),
        ("a: !!str 12\n", "12"),
        ("a:\n", ""),
        ("a: &x\n", ""),
        ("a: |\n  x\n", "|\n  x\n"),
        ("a: [1, 2]\n", "[1, 2]"),
    ],
)
def test_raw(text: str, raw: str) -> None:
    assert root(text)["a"].raw == raw


def test_ways_to_a_node() -> None:
    port = root(_SERVICE)["spec"]["ports"][0]["nodePort"]
    assert (port.value, port.raw, port.path) == ("30003", '"30003"', "spec.ports[0].nodePort")
    assert (str(port.span), str(port.key_span)) == ("4:17", "4:7")
    assert root(_SERVICE)["spec"]["ports"][-1].path == "spec.ports[0]"
    assert root(_SERVICE)["spec"]["selector"]["app.kubernetes.io/name"].path == (
        "spec.selector[app.kubernetes.io/name]"
    )


def test_get() -> None:
    node = root("a: null\nb: [1]\n")
    assert node.get("c") is None
    assert (found := node.get("a")) is not None
    assert found.value is None
    assert node["b"].get("a") is None
    assert "a" in node
    assert "c" not in node
    assert 1 not in node["b"]


@pytest.mark.parametrize(
    ("key", "error"), [("x", KeyError), (0, KeyError), (("a"), None)], ids=["missing", "an index", "there"]
)
def test_child_of_a_mapping(key: str | int, error: type[Exception] | None) -> None:
    node = root("a: 1\n")
    if error is None:
        assert node[key].value == 1
        return
    with pytest.raises(error):
        node[key]


@pytest.mark.parametrize(("key", "error"), [(1, IndexError), (-2, IndexError), ("a", KeyError)])
def test_child_that_a_sequence_does_not_have(key: str | int, error: type[Exception]) -> None:
    with pytest.raises(error):
        root("[1]")[key]


@pytest.mark.parametrize(
    ("text", "string", "integer", "keys", "length"),
    [
        ("x", "x", None, [], 0),
        ("80", None, 80, [], 0),
        ("true", None, None, [], 0),
        ("1.5", None, None, [], 0),
        ("{a: 1, b: 2}", None, None, ["a", "b"], 0),
        ("[1, 2]", None, None, [], 2),
        ("~", None, None, [], 0),
    ],
)
def test_typed_readers(text: str, string: str | None, integer: int | None, keys: list[str], length: int) -> None:
    node = root(text)
    assert (node.string(), node.integer()) == (string, integer)
    assert list(node.mapping()) == keys == [key.value for key, _ in node.items()]
    assert len(node.sequence()) == length == len(list(node))


def test_equal_where_the_place_is_the_same() -> None:
    node = root("a: &x {k: 1}\nb: *x\nc: {k: 1}\n")
    assert node["a"] == node["a"]
    assert node["a"]["k"] == node["b"]["k"]
    assert node["a"]["k"] != node["c"]["k"]
    assert node["a"] != next(node.items())[0]
    assert len({node["a"]["k"], node["b"]["k"], node["c"]["k"]}) == 2


def test_where_a_node_comes_from() -> None:
    node = root("a: [b]\n")
    item = node["a"][0]
    assert (item.source.path, item.key, item.parent) == ("test.yaml", 0, node["a"])
    assert item.document is node.document
    assert repr(item) == "Node(a[0] at test.yaml:1:5)"
    assert repr(node) == "Node(document at test.yaml:1:1)"


def test_a_key_is_a_node() -> None:
    key, value = next(root("'a': 1\n").items())
    assert isinstance(key, Node)
    assert (key.value, key.raw, key.path, value.path) == ("a", "'a'", "a", "a")
