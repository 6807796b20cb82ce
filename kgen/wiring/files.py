"""What is to be said of files, not of the objects in them."""

from __future__ import annotations

from kgen.record import record
from kgen.wiring.missing_file import missing_files
from kgen.wiring.node_port_request import patched_node_ports
from kgen.wiring.unread import unread
from kgen.wiring.unreferenced import unreferenced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from kgen.repository import Repository
    from kgen.syntax.document import Document
    from kgen.wiring.missing_file import MissingFile
    from kgen.wiring.node_port_request import NodePortRequest
    from kgen.wiring.unread import Unread
    from kgen.wiring.unreferenced import Unreferenced


@record
class WrittenFiles:
    """Documents, those that cannot be read, what kustomizations list in vain, patch with and leave out."""

    documents: tuple[Document, ...]
    unread: tuple[Unread, ...]
    missing_files: tuple[MissingFile, ...]
    patched_node_ports: tuple[NodePortRequest, ...]
    unreferenced: tuple[Unreferenced, ...]
    unit: None = None

    def subjects(self) -> Iterator[object]:
        """Everything that a rule can subscribe to."""
        yield from self.documents
        yield from self.unread
        yield from self.missing_files
        yield from self.patched_node_ports
        yield from self.unreferenced


def written_files(repository: Repository, rendered: Set[tuple[str, int]] = frozenset()) -> WrittenFiles:
    """Look over the files of a repository; node ports that show in something `rendered` are looked at there."""
    patched = patched_node_ports(repository)
    return WrittenFiles(
        documents=repository.documents,
        unread=tuple(unread(repository.documents, [source.path for source in repository.sources])),
        missing_files=tuple(missing_files(repository)),
        patched_node_ports=tuple(each for each in patched if (each.path, each.number) not in rendered),
        unreferenced=tuple(unreferenced(repository)),
    )
