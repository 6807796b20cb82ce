"""One run's files and what is in them."""

import os.path
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from kgen.config.model import Config
from kgen.discovery.discover import discover
from kgen.discovery.folders import folders_above
from kgen.discovery.found import Unreadable
from kgen.discovery.git import ignored_by_git
from kgen.discovery.names import may_be_named, spelled
from kgen.discovery.reading import read_bytes
from kgen.discovery.witness import looked_at
from kgen.gitops.kustomization import Kustomization, is_kustomization_file, kustomizations
from kgen.kubernetes.resource import Resource, resources
from kgen.pattern import lazy_pattern
from kgen.record import Remembering, record
from kgen.syntax.document import Document
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

_KIND = lazy_pattern(rb"\nkind:[ \t]*[\"']?([A-Za-z]+)")  # `^` would be tried at every byte
_NEEDS_DECODING = lazy_pattern(rb"\A(?:\xff\xfe|\xfe\xff)")
_WIRES_NOTHING = b"CustomResourceDefinition"
_CONVERTS = b"strategy: Webhook"  # a CustomResourceDefinition that names a Service


@record
class Repository(Remembering):
    """Everything that was read: `resources` in the order of files and documents.

    `sources` are all manifest files; `documents` only those of files that may hold Kubernetes objects or a
    kustomization. `problems` are the files that could not be read.
    """

    root: Path
    sources: tuple[Source, ...]
    documents: tuple[Document, ...]
    resources: tuple[Resource, ...]
    problems: tuple[Unreadable, ...] = ()

    @cached_property
    def kustomizations(self) -> list[Kustomization]:
        """The kustomization files among the documents; to look at only, as all share them."""
        return kustomizations(self.documents)

    def lies_on_disk(self, path: str) -> bool:
        """Whether a file or folder is there, of whatever kind; for those that are not among the sources."""
        if not may_be_named(path):
            return False
        looked_at(self.root / path)
        whole = str(self.root / path)
        return os.path.lexists(whole) and spelled(whole, str(self.root)) == whole

    def ignored(self, paths: Iterable[str]) -> frozenset[str]:
        """Those of the paths that git is told to ignore; none where git cannot be asked."""
        asked = list(filter(may_be_named, paths))
        for folder in {folder for path in asked for folder in folders_above(path)}:
            looked_at(self.root / folder / ".gitignore")
        return ignored_by_git(self.root, asked)


def read(root: Path, config: Config) -> Repository:
    """Read the repository that `root` lies in; raise KgenError when `root` is no folder."""
    found = discover(root, config)
    sources: list[Source] = []
    problems = list(found.problems)
    for path in found.files:
        try:
            sources.append(Source(path, read_bytes(f"{found.root}/{path}")))
        except OSError as error:
            problems.append(Unreadable(path, f"cannot be read: {error.strerror}"))
    return from_sources(sources, found.root, problems)


def from_sources(sources: Iterable[Source], root: Path = Path(), problems: Iterable[Unreadable] = ()) -> Repository:
    """The repository that consists of these files."""
    every = tuple(sources)
    documents = tuple(document for source in every if _is_of_interest(source) for document in parse(source))
    objects = tuple(resource for document in documents for resource in resources(document))
    return Repository(root, every, documents, objects, tuple(problems))


def _is_of_interest(source: Source) -> bool:
    """Whether a file may hold objects that wire something, told from its bytes: parsing is the dear part."""
    data = source.data
    has_objects = b"apiVersion" in data and b"kind" in data
    if has_objects and _WIRES_NOTHING not in data:
        return True
    if is_kustomization_file(source.path) or _NEEDS_DECODING.match(data):
        return True
    return has_objects and (set(_KIND.findall(b"\n" + data)) != {_WIRES_NOTHING} or _CONVERTS in data)
