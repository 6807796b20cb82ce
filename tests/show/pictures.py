"""Pictures of small repositories, and of names that nobody should give."""

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.run import run
from kgen.show.graph.build import graph
from kgen.show.graph.labels import label
from kgen.show.graph.model import Column, Edge, Fault, Frame, Graph, Net, Node, Row
from kgen.show.port_ledger import Place
from kgen.show.state import State
from kgen.wiring.wirings import wirings
from tests.repositories import repository

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "]]>",
    "-->",
    "`\"';&amp;&#34;",
    '"] --> r1["',
    "\\",
    '\\" ]; x -> y [label="',
    "end\nsubgraph x",
    "a\r\n    r1 --> r2",
    "click r1 href javascript:alert(1)",
    "%%{init: {}}%%",
    "#quot;#35;",
    "\u202egnp.exe",
    "\u2028\u2029",
    "\ufffe\uffff\x00\x1b[2J",
    "\udc80",
    "{{script}}",
    "",
)


def picture(files: dict[str, str]) -> Graph:
    """The picture of these texts by path, with what the rules find in them."""
    read = repository(files)
    seen = wirings(read, Config())
    findings = run([rule for rule in rules() if rule.on_by_default], [*seen], Config())
    return graph(seen, findings, lambda path: path)


def edges(drawn: Graph) -> list[str]:
    """Each edge as `from -> to: state [rule]`."""
    names = {row.id: label(node, row) for node in drawn.nodes for row in node.rows}
    return [f"{names[each.source]} -> {names[each.target]}: {_said(each)}" for each in drawn.edges]


def named(name: str) -> Graph:
    """A picture in which every text that a repository can choose is this name."""
    place = Place(name, 1, 2)
    service = Node("n1", Column.SERVICE, name, name, name, place, (Row("r1", name, place),))
    pods = Node("n2", Column.WORKLOAD, name, name, name, None, (Row("r2", name, None, exists=False),), exists=False)
    lines = (
        Edge("e1", "r1", "r2", State.BROKEN, name, place, Fault(name, name)),
        Edge("e2", "r1", "r2", State.UNVERIFIABLE, name, place),
    )
    return Graph((Frame("f1", name, name, name, name, (Net((service, pods), lines),)),))


def _said(edge: Edge) -> str:
    return edge.state if edge.fault is None else f"{edge.state} [{edge.fault.rule}]"
