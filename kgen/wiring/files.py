"""What is to be said of files, not of the objects in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgen.wiring.missing_file import missing_files
from kgen.wiring.node_port_request import patched_node_ports
from kgen.wiring.unread import unread
from kgen.wiring.unreferenced import unreferenced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.repository import Repository
    from kgen.syntax.document import Document
    from kgen.wiring.missing_file import MissingFile
    from kgen.wiring.node_port_request import NodePortRequest
    from kgen.wiring.unread import Unread
    from kgen.wiring.unreferenced import Unreferenced


@dataclass(frozen=True, slots=True)
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


def written_files(repository: Repository, rendered: Iterable[NodePortRequest] = ()) -> WrittenFiles:
    """Look over the files of a repository; a number that shows in something `rendered` is looked at there."""
    known = {(each.path, each.number) for each in rendered}
    patched = patched_node_ports(repository)
    return WrittenFiles(
        documents=repository.documents,
        unread=tuple(unread(repository.documents, [source.path for source in repository.sources])),
        missing_files=tuple(missing_files(repository)),
        patched_node_ports=tuple(each for each in patched if (each.path, each.number) not in known),
        unreferenced=tuple(unreferenced(repository)),
    )
