"""Which rows of the picture a target of `kgen trace` means."""

from kgen.errors import KgenError
from kgen.kubernetes.kind_names import names_kind
from kgen.kubernetes.service_host import service_host
from kgen.show.graph.model import Column, Graph, Node, Row
from kgen.show.graph.narrow import Choice, narrowed
from kgen.show.trace.target import AddressTarget, NodePortTarget, ObjectTarget, Target, parse_target
from kgen.spelling import close_matches

_SERVICE = "Service"
_USUAL = frozenset({_SERVICE, "Ingress", "Gateway", "HTTPRoute", "Deployment", "StatefulSet", "DaemonSet", "Pod"})
_EDGES_OF_WORDS = str.maketrans(":/", "  ")


def of_target(graph: Graph, text: str, namespace: str | None) -> Graph:
    """What leads to a target and on from it; raise KgenError for what is no target or not in the picture."""
    kinds = _USUAL | {node.kind for node in graph.nodes}
    target = parse_target(text, lambda word: any(names_kind(word.partition(".")[0], kind) for kind in kinds))
    is_meant = _choice(target)
    found = narrowed(graph, lambda node, row: _may_be_in(node, namespace) and is_meant(node, row))
    if not found.frames:
        raise KgenError(f"`{text}` is not in the picture", _way_out(graph, target))
    return found


def _choice(target: Target) -> Choice:
    match target:
        case NodePortTarget(number):
            return lambda node, _: node.column is Column.DOOR and f"{number}" in _words(node.name)
        case ObjectTarget(kind, name, port, path):
            return lambda node, row: (
                node.name == name
                and names_kind(kind, node.kind)
                and (not port or port in _words(row.text))
                and row.text.endswith(path)
            )
        case AddressTarget():
            return lambda node, row: _answers(target, node, row)


def _answers(target: AddressTarget, node: Node, row: Row) -> bool:
    """Whether a path of an Ingress is for an address, or a Service has it as its name."""
    if node.column is Column.ROUTE:
        host, _, path = row.text.partition("/")
        return host == target.host and (
            target.path is None or f"{target.path}/".startswith(f"/{path}".rstrip("/") + "/")
        )
    named = service_host(target.host)
    if node.column is not Column.SERVICE or named is None or named.name != node.name:
        return False
    return target.port is None or str(target.port) in _words(row.text)


def _may_be_in(node: Node, namespace: str | None) -> bool:
    return namespace is None or node.namespace in ("", namespace)


def _words(text: str) -> list[str]:
    """The name, the number and the protocol in `http :8080/UDP`."""
    return text.translate(_EDGES_OF_WORDS).split()


def _way_out(graph: Graph, target: Target) -> str:
    if not isinstance(target, ObjectTarget):
        return "`kgen trace` says what there is instead"
    names = sorted({node.name for node in graph.nodes if names_kind(target.kind, node.kind)})
    near = close_matches(target.name, names, n=1)
    return f"did you mean `{target.kind}/{near[0]}`?" if near else "only what has ports, or leads to them, is in it"
