"""What frames, nodes and rows are called where there is one line for them."""

from collections.abc import Iterator

from kgen.show.graph.model import Column, Frame, Net, Node, Row

CLIENT = "client"
HEADINGS = {
    Column.CLIENT: "Client",
    Column.DOOR: "Node, gateway",
    Column.ROUTE: "Ingress, route, caller",
    Column.SERVICE: "Service",
    Column.WORKLOAD: "Workload",
}
PORTS_HEADING = "Container port"


def title(frame: Frame) -> str:
    """Such as `prod: kustomization apps/prod`, or `folder shop`."""
    name = f"{frame.kind} {frame.name}"
    return f"{frame.cluster}: {name}" if frame.cluster else name


def label(node: Node, row: Row) -> str:
    """Such as `node :30003`, `Service shop/web :8181` or `Deployment shop/web http :80`."""
    if node.column is Column.CLIENT:
        return CLIENT
    name = f"{node.namespace}/{node.name}" if node.namespace else node.name
    kind = "node" if node.kind == "nodePort" else node.kind
    missing = "" if node.exists else " (not in the repository)"
    return " ".join(part for part in (kind, name, row.text) if part) + missing


def drawn_rows(net: Net) -> Iterator[tuple[Node, Row]]:
    """The rows that edges touch; of a net without edges every one."""
    touched = {end for edge in net.edges for end in (edge.source, edge.target)}
    for node in net.nodes:
        for row in node.rows:
            if row.id in touched or not touched:
                yield node, row
