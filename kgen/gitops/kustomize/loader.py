"""What one kustomization may load: files in and below its folder."""

from kgen.gitops.kustomize.files import Files
from kgen.gitops.kustomize.problem import BuildError, Cause
from kgen.gitops.kustomize.tree import Value, from_node
from kgen.syntax.document import Document


class Loader:
    """The files of a repository seen from a kustomization's folder."""

    def __init__(self, files: Files, folder: str) -> None:
        self.files = files
        self.folder = folder

    def path(self, entry: Value) -> str:
        """The file that an entry names, relative to the repository's root."""
        return self.files.resolve_below(self.folder, entry.text(), entry.origin)

    def bytes(self, entry: Value, path: str) -> bytes:
        """What is in a file that a part of the entry names."""
        found = self.files.resolve_below(self.folder, path, entry.origin)
        return self.files.source(found).data

    def documents(self, entry: Value) -> list[Document]:
        """The documents of the file that an entry names."""
        return self.files.documents(self.path(entry))

    def values(self, entry: Value) -> list[Value]:
        """The values in the file that an entry names."""
        return values_of(self.documents(entry))


def values_of(documents: list[Document]) -> list[Value]:
    """The values of documents; raise BuildError for a key that is written twice, as go-yaml does."""
    for document in documents:
        for _, again in document.duplicates:
            raise BuildError(f"the key `{again.value}` is there already", again, Cause.UNREADABLE)
    return [from_node(document.root) for document in documents if document.root is not None]
