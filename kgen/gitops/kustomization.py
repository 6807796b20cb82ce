"""Kustomizations: which files and folders they take up, and whether they change what they take."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain
from posixpath import join, normpath

from kgen.discovery.folders import folder_of
from kgen.record import Remembering, record
from kgen.syntax.document import Document
from kgen.syntax.node import Node
from kgen.syntax.value import Data

_FILE_NAMES = frozenset({"kustomization.yaml", "kustomization.yml", "Kustomization"})
_RESOURCES = ("resources", "bases")
_OTHER_LISTS = ("crds", "configurations", "generators", "transformers", "validators")
_PATCHES = ("patches", "patchesStrategicMerge", "patchesJson6902", "replacements")
_GENERATORS = ("configMapGenerator", "secretGenerator")
# Fields that leave labels, selectors, ports and the set of workloads as they are written.
_HARMLESS = frozenset(
    {
        "apiVersion",
        "kind",
        "metadata",
        "resources",
        "bases",
        "namespace",
        "namePrefix",
        "nameSuffix",
        "commonAnnotations",
        "configMapGenerator",
        "secretGenerator",
        "generatorOptions",
        "images",
        "replicas",
        "sortOptions",
        "buildMetadata",
        "labels",
        "crds",
    }
)
_CHANGES_SELECTION = ("includeSelectors", "includeTemplates", "fields")
_MOST_REMEMBERED = 1 << 16  # entries; each is asked for in more than one way
_REMOTE = ("://", "git@", "github.com/", "?ref=")


@record(eq=False)
class Kustomization(Remembering):
    """One kustomization file; `folder` is where its paths start, empty for the repository's root."""

    folder: str
    node: Node
    path: str

    @cached_property
    def resources(self) -> list[str]:
        """The files and folders it builds on, relative to the repository's root."""
        return [self._resolve(entry) for entry in self._entries(_RESOURCES) if not is_remote(entry)]

    @cached_property
    def components(self) -> list[str]:
        """The folders of its components."""
        return [self._resolve(entry) for entry in self._entries(("components",)) if not is_remote(entry)]

    @cached_property
    def fragments(self) -> list[str]:
        """Files that it reads and that are no whole objects: patches, transformers and their like."""
        entries = [*self._entries(_OTHER_LISTS), *self._patch_files()]
        return [self._resolve(entry) for entry in entries if "\n" not in entry]

    @property
    def local(self) -> Iterator[str]:
        """Everything that it reads and that is not remote, by its looks; more than what is `listed`."""
        return chain(self.resources, self.components, self.fragments)

    @property
    def listed(self) -> list[tuple[Node, str]]:
        """Every entry that names a local file or folder without which kustomize refuses to build, with its path."""
        fields = (*_RESOURCES, "components", *_OTHER_LISTS)
        entries = [item for field in fields for item in _items(self.node, field)]
        entries += [entry.get("path") or entry for field in _PATCHES for entry in _items(self.node, field)]
        texts = ((entry, entry.string()) for entry in entries)
        return [(entry, self._resolve(text)) for entry, text in texts if text and _is_local_path(text)]

    @cached_property
    def generator_inputs(self) -> list[str]:
        """The files that its ConfigMaps and Secrets are made from."""
        generators = [item for field in _GENERATORS for item in _items(self.node, field)]
        entries = [entry for item in generators for field in ("files", "envs") for entry in _items(item, field)]
        entries += [entry for item in generators if (entry := item.get("env")) is not None]
        texts = [text.rpartition("=")[2] for entry in entries if (text := entry.string())]
        return [self._resolve(text) for text in texts if _is_local_path(text)]

    @cached_property
    def remote(self) -> list[str]:
        """Addresses outside the repository that it builds on."""
        return [entry for entry in self._entries((*_RESOURCES, "components")) if is_remote(entry)]

    @cached_property
    def is_plain(self) -> bool:
        """Whether what it lists is applied with its labels, selectors and ports as they are written."""
        value = self.node.value
        fields = {key for key, each in value.items() if each} if isinstance(value, dict) else set()
        return fields <= _HARMLESS and not self.remote and not self._labels_pods()

    def _labels_pods(self) -> bool:
        labels = self.node.get("labels")
        return labels is not None and any(
            entry.mapping().get(field) is not None for entry in labels for field in _CHANGES_SELECTION
        )

    def _patch_files(self) -> Iterator[str]:
        for entry in self._values(_PATCHES):
            text = entry.get("path") if isinstance(entry, dict) else entry
            if text and isinstance(text, str):
                yield text

    def _entries(self, fields: tuple[str, ...]) -> list[str]:
        return [text for text in self._values(fields) if text and isinstance(text, str)]

    def _values(self, fields: tuple[str, ...]) -> Iterator[Data]:
        """What the lists in some fields hold."""
        lists = map(self.node.value_at, fields)
        return chain.from_iterable(each for each in lists if isinstance(each, list))

    def _resolve(self, entry: str) -> str:
        return _path_from(self.folder, entry)


@lru_cache(_MOST_REMEMBERED)
def _path_from(folder: str, entry: str) -> str:
    path = normpath(join(folder, entry))
    return "" if path == "." else path


def kustomization(document: Document) -> Kustomization | None:
    """The kustomization that a document is, by its file's name as for kustomize."""
    path = document.source.path
    if document.root is None or document.problem is not None or not is_kustomization_file(path):
        return None
    return Kustomization(folder_of(path), document.root, path)


def kustomizations(documents: Iterable[Document]) -> list[Kustomization]:
    """Those among some documents, in their order."""
    return [found for document in documents if (found := kustomization(document)) is not None]


def is_kustomization_file(path: str) -> bool:
    """Whether kustomize would read a file of this name by itself."""
    return path.rpartition("/")[2] in _FILE_NAMES


def is_remote(entry: str) -> bool:
    """Whether an entry names something that is not in the repository."""
    return any(sign in entry for sign in _REMOTE)


def _is_local_path(text: str) -> bool:
    """Whether an entry can be nothing but a path: no inline YAML, no address, no variable to be filled in."""
    host = text.partition("/")[0]
    may_be_host = "." in host.strip(".") and text.count("/") >= 2
    return not (is_remote(text) or may_be_host or "\n" in text or "$" in text or "{" in text or "//" in text)


def _items(node: Node, field: str) -> list[Node]:
    value = node.get(field)
    return [] if value is None else value.sequence()
