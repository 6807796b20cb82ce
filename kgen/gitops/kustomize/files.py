"""The files of a repository as kustomizations reach them: read once, never outside the repository, never remote."""

from __future__ import annotations

from os.path import isfile
from posixpath import isabs, join, normpath

from kgen.discovery.folders import folders_above
from kgen.discovery.names import may_be_named, spelled
from kgen.discovery.reading import read_bytes
from kgen.discovery.witness import looked_at
from kgen.gitops.kustomize.problem import BuildError, Cause
from kgen.pattern import lazy_pattern
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kgen.syntax.document import Document
    from kgen.syntax.node import Node

KUSTOMIZATION_FILES = ("kustomization.yaml", "kustomization.yml", "Kustomization")
_REMOTE = lazy_pattern(
    r"(?:git::)?(?:https?|ssh|git|file)://|(?:git::)?[\w.-]+@[\w.-]+:|[?&]ref=|(?:github|gitlab)\.com[/:]"
)


class Files:
    """A repository; folders and files are named relative to its root with `/`, the root itself is empty.

    Files that were read already, and what is in them, are taken as they were read.
    """

    def __init__(
        self,
        root: Path,
        sources: Iterable[Source] = (),
        documents: Iterable[Document] = (),
        *,
        are_restricted: bool = True,
    ) -> None:
        """`documents` are all of every source that any of them is from.

        Kustomizations may name files outside of their folders unless these `are_restricted`, which is the default of
        `kustomize build --load-restrictor`.
        """
        self.root = root.resolve()
        self._are_restricted = are_restricted
        self._sources = {source.path: source for source in sources}
        self._documents: dict[str, list[Document]] = {}
        for document in documents:
            self._documents.setdefault(document.source.path, []).append(document)
        self._folders = {above for path in self._sources for above in _folders_of(path)}
        self._real: dict[str, str | None] = {}

    def resolve(self, folder: str, path: str, node: Node | None) -> str:
        """Where a path written in a folder leads; raise BuildError for what is not there or not in the repository."""
        if not path:
            raise BuildError("a path is empty", node)
        if isabs(path):
            raise BuildError(f"`{path}` is absolute: paths start at the kustomization's folder", node)
        inside = normpath(join(folder, path))
        if inside == ".." or inside.startswith("../"):
            raise BuildError(f"`{path}` leads out of the repository", node)
        real = self._resolved("" if inside == "." else inside)
        if real is not None:
            return real
        if is_remote(path):
            raise BuildError(f"`{path}` is remote, and kgen reads nothing from the network", node, Cause.REMOTE)
        if self._is_there(inside):
            raise BuildError(f"`{path}` leads out of the repository", node)
        raise BuildError(f"`{path}` does not exist", node, Cause.MISSING)

    def resolve_below(self, folder: str, path: str, node: Node | None) -> str:
        """The same for a file, which has to be in or below the folder where files are restricted to it."""
        found = self.resolve(folder, path, node)
        if self.is_folder(found):
            raise BuildError(f"`{path}` is a folder where a file is needed", node)
        if self._are_restricted and folder and not found.startswith(folder + "/"):
            raise BuildError(f"`{path}` is not in or below `{folder}`, which kustomize demands of files", node)
        return found

    def is_folder(self, path: str) -> bool:
        """Whether the path is a folder."""
        return path in self._folders or (path not in self._sources and self._on_disk(path).is_dir())

    def source(self, path: str) -> Source:
        """The file; raise BuildError when it cannot be read."""
        if path not in self._sources:
            try:
                self._sources[path] = Source(path, read_bytes(self._on_disk(path)))
            except OSError as error:
                raise BuildError(f"`{path}` cannot be read: {error.strerror}", cause=Cause.UNREADABLE) from None
        return self._sources[path]

    def documents(self, path: str) -> list[Document]:
        """The documents of the file; raise BuildError when it is no YAML."""
        if path not in self._documents:
            self._documents[path] = parse(self.source(path))
        return checked(self._documents[path])

    def kustomization_file(self, folder: str) -> str | None:
        """The kustomization file of a folder, None for none; raise BuildError for several."""
        paths = [join(folder, name) for name in KUSTOMIZATION_FILES]
        found = [path for path in paths if path in self._sources or self._is_file(path)]
        if len(found) > 1:
            raise BuildError(f"`{folder or '.'}` has several kustomization files: {', '.join(found)}")
        return found[0] if found else None

    def _on_disk(self, path: str) -> Path:
        """What is about to be looked at."""
        looked_at(self.root / path)
        return self.root / path

    def _resolved(self, path: str) -> str | None:
        """The path without links, None where nothing is or it is outside."""
        if path in self._sources or path in self._folders:
            return path
        if path not in self._real:
            self._real[path] = self._real_path(path)
        return self._real[path]

    def _is_file(self, path: str) -> bool:
        place = f"{self.root}/{path}"
        looked_at(place)
        # asked two or three times for each folder: no Path is made for what mostly is not there
        return isfile(place) and self._is_spelled_so(path)  # noqa: PTH113

    def _is_there(self, path: str) -> bool:
        try:
            return may_be_named(path) and self._on_disk(path).exists() and self._is_spelled_so(path)
        except OSError:  # a name that is too long
            return False

    def _is_spelled_so(self, path: str) -> bool:
        """Whether a cluster would find it as well: what is found here in another case is not there in Git."""
        whole = str(self.root / path)
        return spelled(whole, str(self.root)) == whole

    def _real_path(self, path: str) -> str | None:
        if not may_be_named(path):
            return None
        try:
            real = self._on_disk(path).resolve(strict=True)
        except (OSError, RuntimeError, ValueError):
            return None
        if not (real.is_relative_to(self.root) and self._is_spelled_so(path)):
            return None
        inside = real.relative_to(self.root).as_posix()
        return "" if inside == "." else inside


def _folders_of(path: str) -> Iterator[str]:
    return (folder.rstrip("/") for folder in folders_above(path))


def is_remote(path: str) -> bool:
    """Whether an entry that is not there as a file looks like a URL or a Git repository."""
    return _REMOTE.match(path) is not None or "?ref=" in path


def checked(documents: list[Document]) -> list[Document]:
    """The documents; raise BuildError when one of them cannot be read."""
    for document in documents:
        problem = document.problem
        if problem is not None:
            place = f"{document.source.path}:{problem.line}:{problem.column}"
            raise BuildError(f"{place}: {problem.message}", cause=Cause.UNREADABLE)
    return documents
