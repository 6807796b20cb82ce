"""What units are made from."""

from __future__ import annotations

from kgen.annotation import Protocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kgen.gitops.kustomization import Kustomization
    from kgen.kubernetes.resource import Resource
    from kgen.syntax.document import Document
    from kgen.syntax.source import Source


class Written(Protocol):
    """The files of a repository and what stands in them, each read once."""

    @property
    def root(self) -> Path:
        """The folder that they are in."""

    @property
    def sources(self) -> Sequence[Source]:
        """All of the files."""

    @property
    def documents(self) -> Sequence[Document]:
        """What was read of them."""

    @property
    def resources(self) -> Sequence[Resource]:
        """The objects in the documents."""

    @property
    def kustomizations(self) -> Sequence[Kustomization]:
        """The kustomization files among them."""
