"""The picture as SVG: what is drawn where, and that no name breaks out of its text."""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

from hypothesis import example, given
from hypothesis import strategies as st

from kgen.show.graph.fitting import shortened
from kgen.show.graph.layout import layout
from kgen.show.graph.model import Graph
from kgen.show.graph.sizes import ROOM_IN_COLUMN, columns_of, height_of
from kgen.show.graph.svg import as_svg
from kgen.syntax.display import cells
from tests.repositories import deployment, manifests, service
from tests.show.pictures import HOSTILE, named, picture

_NAMES = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(), max_size=30))
_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = {"svg", "style", "g", "rect", "path", "text", "title"}
_ATTRIBUTES = {"width", "height", "viewBox", "role", "aria-label", "class", "rx", "d", "x", "y", "transform"}


def _elements(drawn: Graph) -> Iterator[ET.Element]:
    return ET.fromstring(as_svg(drawn)).iter()


def _crossed(*services: tuple[str, str]) -> Graph:
    """Services, each with what it selects; the pods stand in the order of their names."""
    pods = (deployment(name, f"app: {name}") for name in ("a", "b", "c"))
    callers = "".join(_rule(name) for name, _ in services)
    ingress = f"apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {{name: all}}\nspec:\n  rules:\n{callers}"
    written = (service(name, f"app: {selected}") for name, selected in services)
    return picture({"all.yaml": manifests(ingress, *written, *pods)})


def _rule(name: str) -> str:
    backend = f"{{service: {{name: {name}, port: {{number: 80}}}}}}"
    return f"    - {{host: {name}.test, http: {{paths: [{{path: /, pathType: Prefix, backend: {backend}}}]}}}}\n"


def test_what_is_drawn() -> None:
    ports = "[{name: http, port: 80, targetPort: http}, {name: admin, port: 81, targetPort: htp}]"
    drawn = picture({"all.yaml": manifests(service(ports=ports), deployment())})
    texts = [each.text for each in _elements(drawn) if each.tag == f"{_SVG}text"]
    assert texts == [
        *("Service", "Workload", "Container port", "folder .", "✕"),
        *("web", "Service", "http :80", "admin :81"),
        *("web", "Deployment", "http :80", "htp (undeclared)"),
    ]
    states = [
        each.get("class")
        for each in _elements(drawn)
        if each.tag == f"{_SVG}g" and len(each) and each[0].tag == f"{_SVG}title"
    ]
    assert states == ["verified", "broken", "node", "node"]


@given(_NAMES.filter(bool))  # an empty text is no row
@example("\udc80")
def test_names_stay_text(name: str) -> None:
    found = list(_elements(named(name)))
    assert [each.tag for each in found] == [each.tag for each in _elements(named("web"))]
    assert {each.tag.removeprefix(_SVG) for each in found} == _ELEMENTS
    assert {key for each in found for key in each.attrib} <= _ATTRIBUTES


@given(st.text(max_size=40), st.integers(0, 200))
def test_shortened_text_fits(text: str, room: int) -> None:
    assert cells(shortened(text, room)) * 7.3 <= max(room, 7.3)


def test_nodes_of_a_column_do_not_overlap() -> None:
    drawn = _crossed(("one", "c"), ("two", "b"), ("three", "a"))
    (net,) = (each for each in drawn.nets if len(each.nodes) > 3)
    tops = layout(net, columns_of(drawn)).tops
    for column in {node.column for node in net.nodes}:
        boxes = sorted((tops[node.id], height_of(node)) for node in net.nodes if node.column is column)
        for (top, height), (below, _) in pairwise(boxes):
            assert top + height + ROOM_IN_COLUMN <= below


def test_edges_do_not_cross_where_they_need_not() -> None:
    drawn = _crossed(("one", "c"), ("two", "b"), ("three", "a"))
    (net,) = (each for each in drawn.nets if len(each.nodes) > 3)
    tops = layout(net, columns_of(drawn)).tops
    order = [node.name for node in sorted(net.nodes, key=lambda node: tops[node.id]) if node.column == "workload"]
    assert order == ["c", "b", "a"]


def test_an_edge_passes_columns_beside_the_nodes_in_them() -> None:
    node_port = service(ports="[{port: 80, nodePort: 30080}]").replace("spec:\n", "spec:\n  type: NodePort\n")
    drawn = picture(
        {
            "all.yaml": manifests(
                "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: all}\nspec:\n  rules:\n"
                + _rule("web"),
                node_port,
                deployment(),
            )
        }
    )
    (net,) = drawn.nets
    placed = layout(net, columns_of(drawn))
    ingress = next(node for node in net.nodes if node.kind == "Ingress")
    door = next(node for node in net.nodes if node.kind == "nodePort")
    (way,) = (placed.ways[edge.id] for edge in net.edges if edge.source == door.rows[0].id)
    passed = way[1][1]
    assert len(way) == 4
    assert not placed.tops[ingress.id] <= passed <= placed.tops[ingress.id] + height_of(ingress)
