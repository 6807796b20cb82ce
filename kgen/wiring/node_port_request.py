"""Every number that a repository asks of the node port range: in Services, and in patches of them."""

from collections.abc import Iterable, Iterator, Set

from kgen.gitops.patch import Patch, patches
from kgen.kubernetes.resource import Resource, resources
from kgen.kubernetes.service import Service, service
from kgen.pattern import lazy_pattern
from kgen.record import record
from kgen.repository import Repository
from kgen.syntax.document import Document
from kgen.syntax.node import Node
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

_JSON_PATH = lazy_pattern(r"/spec/(?:ports/[^/]+/(?P<port>nodePort)|(?P<check>healthCheckNodePort))")
_WORD = b"odePort"


@record(eq=False)
class NodePortRequest:
    """A number asked for in the field `key` of `what`, which `node` holds.

    `part` is the piece of `node` where it stands, if that is a text and not the number itself; `resource` is the
    object that asks, None for a patch.
    """

    node: Node
    key: str
    number: int
    what: str
    part: str
    resource: Resource | None

    @property
    def path(self) -> str:
        """The file it is written in."""
        return self.node.source.path


def node_port_requests(services: Iterable[Service]) -> Iterator[NodePortRequest]:
    """Those of Services, whole or not."""
    for each in services:
        for node in each.node_ports:
            yield from _request(node, str(node.key), str(each), each.resource)


def patched_node_ports(repository: Repository) -> Iterator[NodePortRequest]:
    """Those of what kustomizations patch with and that is no Service in a file."""
    sources = {source.path: source for source in repository.sources if _WORD in source.data}
    for found in repository.kustomizations:
        for patch in patches(found) if found.path in sources else ():
            yield from _inline(patch)
    for path in sorted(_patch_files(repository, sources.keys())):
        for document in parse(sources[path]):
            for node, key in _json_values(document):
                yield from _request(node, key, "a patch", None)


def _patch_files(repository: Repository, paths: Set[str]) -> Set[str]:
    """Those of some files that hold patches of Services, or of kinds that are not said."""
    touching = (each for each in repository.kustomizations if not paths.isdisjoint(each.fragments))
    return {patch.path for each in touching for patch in patches(each) if patch.kind in ("", "Service")} & paths


def _inline(patch: Patch) -> Iterator[NodePortRequest]:
    text = None if patch.text is None else patch.text.string()
    if patch.text is None or text is None or patch.kind not in ("", "Service"):
        return
    for document in parse(Source(patch.text.source.path, text.encode())):
        for node, key in (*_merged(document), *_json_values(document)):
            number, line = node.integer(), node.source.line(node.span.line).strip()
            if number is not None:
                yield NodePortRequest(patch.text, key, number, "a patch", line, None)


def _request(node: Node, key: str, what: str, resource: Resource | None) -> Iterator[NodePortRequest]:
    number = node.integer()
    if number is not None:
        yield NodePortRequest(node, key, number, what, "", resource)


def _merged(document: Document) -> Iterator[tuple[Node, str]]:
    """The numbers in a strategic merge patch, which is a Service with parts left out."""
    for resource in resources(document):
        found = service(resource)
        for node in () if found is None else found.node_ports:
            yield node, str(node.key)


def _json_values(document: Document) -> Iterator[tuple[Node, str]]:
    """The numbers that a JSON patch (RFC 6902) puts in a Service's fields."""
    for operation in document.root or ():
        path, value = operation.get("path"), operation.get("value")
        match = _JSON_PATH.fullmatch((path.string() if path is not None else None) or "")
        if match is not None and value is not None:
            yield value, match["port"] or match["check"]
