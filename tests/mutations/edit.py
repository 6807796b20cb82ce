"""Text edits that change one value of a manifest and no other byte."""

import re
from dataclasses import dataclass

from kgen.gitops.kustomization import is_kustomization_file
from kgen.record import replace
from kgen.repository import Repository, from_sources
from kgen.syntax.node import Node
from kgen.syntax.source import Excerpt, Source
from kgen.syntax.span import Span

# What stands between a key and its value; an anchor, a tag or a line end in between is left alone.
_COLON = re.compile(r": +")
_NEXT_ITEM = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` in the place of what stands from `start` to `end`, indexes into the text of `source`."""

    source: Source
    start: int
    end: int
    text: str

    @property
    def line(self) -> int:
        """The 1-based line it is in."""
        return self.source.position(self.start)[0]

    def __str__(self) -> str:
        old = self.source.text[self.start : self.end]
        return f"{self.source.path}:{self.line} `{old}` -> `{self.text}`"


def apply(edit: Edit, repository: Repository) -> Repository:
    """The repository with one edited file; only that one is parsed again."""
    text = edit.source.text
    data = f"{text[: edit.start]}{edit.text}{text[edit.end :]}".encode()
    alone = from_sources([Source(edit.source.path, data)])
    path = edit.source.path
    documents = [each for each in repository.documents if each.source.path != path]
    resources = [each for each in repository.resources if each.path != path]
    at = next(n for n, each in enumerate(repository.documents) if each.source.path == path)
    before = next((n for n, each in enumerate(repository.resources) if each.path == path), 0)
    return replace(
        repository,
        sources=tuple(alone.sources[0] if each.path == path else each for each in repository.sources),
        documents=(*documents[:at], *alone.documents, *documents[at:]),
        resources=(*resources[:before], *alone.resources, *resources[before:]),
    )


def value_edit(node: Node, text: str) -> Edit | None:
    """Write another text for a scalar, inside its quotes; None where the place holds more or other than this value."""
    if node.value != node.written.value:
        return None
    start, end = _extent(node.source, node.span)
    quote = node.raw[:1] if node.raw[:1] in ("'", '"') else ""
    if node.raw != f"{quote}{node.value}{quote}" or not _is_alone(node):
        return None
    return Edit(node.source, start + len(quote), end - len(quote), text)


def key_edit(node: Node, text: str) -> Edit | None:
    """Write another key for a value; None for one that is in quotes or that an alias repeats."""
    if node.key_span is None or not _is_alone(node):
        return None
    start, end = _extent(node.source, node.key_span)
    return Edit(node.source, start, end, text) if node.source.text[start:end] == node.key else None


def removal(node: Node) -> Edit | None:
    """Leave out a key with its value, and the comma after them in flow style; lines keep their numbers."""
    if node.key_span is None or not _is_alone(node):
        return None
    start, _ = _extent(node.source, node.key_span)
    _, end = _extent(node.source, node.span)
    comma = _NEXT_ITEM.match(node.source.text, end)
    return Edit(node.source, start, comma.end() if comma else end, "")


def slip(text: str) -> str | None:
    """The text with two neighbouring letters swapped, as near its middle as there are; None without such letters."""
    pairs = [match.start() for match in re.finditer(r"(?i)(?=([a-z])(?!\1)[a-z])", text)]
    if not pairs:
        return None
    at = min(pairs, key=lambda start: abs(2 * start + 2 - len(text)))
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _is_alone(node: Node) -> bool:
    """Whether key and value stand beside each other in text that decodes to what it says, and no alias repeats them."""
    source = node.source
    if node.key_span is None or isinstance(source, Excerpt) or source.text.encode() != source.data:
        return False
    if is_kustomization_file(source.path):  # its labels get into selectors and templates alike
        return False
    if re.search(r"(?m)[:\-] +\*\w|<<:", source.text):
        return False
    between = source.text[_extent(source, node.key_span)[1] : _extent(source, node.span)[0]]
    return _COLON.fullmatch(between) is not None


def _extent(source: Source, span: Span) -> tuple[int, int]:
    return source.index(span.line, span.column), source.index(span.end_line, span.end_column)
