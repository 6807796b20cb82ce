"""A source -> its documents, those that cannot be read among them."""

import re
from collections.abc import Iterator
from functools import partial

from kgen.pattern import lazy_pattern
from kgen.syntax import events
from kgen.syntax.build import Builder
from kgen.syntax.document import Content, Document, SyntaxProblem
from kgen.syntax.events import Engine
from kgen.syntax.layout import Layout
from kgen.syntax.lines import read_lines
from kgen.syntax.marks import Marks
from kgen.syntax.quick import quick_read
from kgen.syntax.source import Source
from kgen.syntax.unreadable import UnreadableError
from kgen.syntax.value import Data

__all__ = ["Document", "SyntaxProblem", "parse", "parse_exactly"]

# A separator is one wherever it stands at a line's start, inside quotes and block scalars as well.
_SEPARATOR = lazy_pattern(r"---(?<![^\r\n]---)(?=\s|\Z)")
# All else about kinds is known in kgen.kubernetes; but a Secret's values are in no output, also when it is no YAML.
_SECRET = lazy_pattern(r"[Ss]ecret(?:(?<=\bSecret)(?:List)?|(?<=\bsecret)Generator)\b")
_QUOTED = lazy_pattern("`.*`", re.DOTALL)
_TEMPLATE_ACTION = lazy_pattern(r"\{[{%]|%\{")
_BEST = events.best_when_needed()
# Code points that the Python parser, at some two microseconds for each, may look at again.
_SECOND_LOOK = 250_000


def parse(source: Source, engine: Engine = _BEST) -> list[Document]:
    """Return the documents of a source that hold anything, in order; bad input never raises.

    After a document with a problem reading goes on at the next `---`. `engine` is where the events come from.
    """
    text = source.undecoded_text
    found = read_lines(text, engine)
    if found is None:
        found = quick_read(text, engine)
    if found is None:
        return parse_exactly(source, engine)
    layout_of = partial(_layout_of, source, engine)
    return [Document(source, index, extent, Content(value, layout_of)) for index, (value, extent) in enumerate(found)]


def _layout_of(source: Source, engine: Engine, extent: tuple[int, int]) -> Layout:
    """Where the values of a document are, which is read once somebody asks: few documents have anything to report."""
    text, (start, end) = source.undecoded_text, extent
    line = text.rfind("\n", 0, start) + 1  # its first key may be indented
    line = max(line, text.rfind("\r", line, start) + 1)
    content, extent = next(_contents(source, (line, end), engine))
    return content.layout(extent)


def parse_exactly(source: Source, engine: Engine = _BEST) -> list[Document]:
    """The same with the places of all values at once."""
    text = source.undecoded_text
    whole = 0, len(text)
    documents = _read(source, whole, 0, engine)
    if not documents or documents[-1].problem is None:
        return documents
    pieces = list(_pieces(text))
    if pieces == [whole]:
        return _second_look(source, whole, documents)
    documents = []
    for piece in pieces:
        documents += _second_look(source, piece, _read(source, piece, len(documents), engine))
    return documents


def _second_look(source: Source, piece: tuple[int, int], documents: list[Document]) -> list[Document]:
    """Read a piece with the Python parser where libyaml alone stumbles: go-yaml takes `[nginx:1]`, `[a:]`."""
    if not documents or not _is_colon_problem(documents[-1].problem) or piece[1] - piece[0] > _SECOND_LOOK:
        return documents
    again = _read(source, piece, documents[0].index, events.pure())
    return documents if any(document.problem for document in again) else again


def _read(source: Source, piece: tuple[int, int], before: int, engine: Engine) -> list[Document]:
    """Read a piece of the text up to its first document with a problem; `before` documents precede it."""
    documents: list[Document] = []
    try:
        for content, extent in _contents(source, piece, engine):
            documents.append(Document(source, before + len(documents), extent, content))
    except UnreadableError as error:
        unread = documents[-1].extent[1] if documents else piece[0], piece[1]
        problem = SyntaxProblem(
            error.message if _SECRET.search(source.text, *unread) is None else _QUOTED.sub("`…`", error.message),
            *source.position(piece[0] + error.index),
            templated=_TEMPLATE_ACTION.search(source.text, *unread) is not None,
        )
        documents.append(Document(source, before + len(documents), unread, problem))
    return documents


def _contents(source: Source, piece: tuple[int, int], engine: Engine) -> Iterator[tuple[Content, tuple[int, int]]]:
    """Yield what the documents of a piece hold and where each is; UnreadableError points into the piece."""
    offset, end = piece
    text = source.undecoded_text[offset:end]
    try:
        next_event = engine.start(text)
        next_event()
        while isinstance(event := next_event(), engine.document_start):
            marks = Marks()
            value = Builder(engine, text, marks).build(next_event)
            if not marks.empty:
                extent = (offset + event.start_mark.index, offset + marks.end)
                yield _content(value, Layout(source, marks, offset)), extent
    except engine.errors as error:
        raise events.unreadable(error, text) from error


def _content(value: Data, layout: Layout) -> Content:
    return Content(value, lambda _extent: layout, layout.duplicates)


def _is_colon_problem(problem: SyntaxProblem | None) -> bool:
    return problem is not None and problem.message.endswith("found unexpected ':'")


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text before each separator that does not merely follow comments and directives."""
    start = 0
    for separator in _SEPARATOR.finditer(text):
        if not _is_prologue(text[start : separator.start()]):
            yield start, separator.start()
            start = separator.start()
    yield start, len(text)


def _is_prologue(text: str) -> bool:
    return all(not line.strip() or line.startswith(("#", "%")) for line in text.splitlines())
