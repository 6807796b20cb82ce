"""A file's bytes, its text, and the lines people count in it."""

import codecs
from bisect import bisect_right
from functools import lru_cache
from io import StringIO
from itertools import accumulate

from kgen.pattern import lazy_pattern
from kgen.syntax.span import Span

_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_TEXTS_KEPT = 32
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Source:
    """One file as it was read: `path` relative to the repository root with `/`, `data` its bytes."""

    __slots__ = ("_starts", "data", "path")

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data
        self._starts: list[int] | None = None

    def __repr__(self) -> str:
        return f"Source({self.path!r}, {len(self.data)} bytes)"

    @property
    def text(self) -> str:
        """The decoded text without byte order mark; U+FFFD stands for each byte that decodes to nothing."""
        return _text(self)

    @property
    def undecoded_text(self) -> str:
        """The text with a lone surrogate for each byte that decodes to nothing, as the parser sees it."""
        return _undecoded_text(self)

    @property
    def line_count(self) -> int:
        """The number of lines, counting an empty one after a final line end."""
        return len(self._line_starts())

    def line(self, number: int) -> str:
        """Return the 1-based line without its line end; an empty string for a line that is not there."""
        starts = self._line_starts()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def position(self, index: int) -> tuple[int, int]:
        """Return the 1-based line and column of an index into `text`."""
        starts = self._line_starts()
        line = bisect_right(starts, index)
        return line, index - starts[line - 1] + 1

    def index(self, line: int, column: int) -> int:
        """Return the index into `text` of a 1-based line and column that exist."""
        return self._line_starts()[line - 1] + column - 1

    def span(self, start: int, end: int) -> Span:
        """Return the span from one index into `text` to another, the latter exclusive."""
        return Span(*self.position(start), *self.position(end))

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            # It splits at `\n`, `\r` and `\r\n`, as YAML 1.2 does (section 5.4); editors know no others either.
            lines = StringIO(self.text, newline="")
            self._starts = list(accumulate(map(len, lines), initial=0))
            if self.text and self.text[-1] not in "\r\n":
                self._starts.pop()
        return self._starts


class Excerpt(Source):
    """A part of a file that is read by itself; its lines and columns are those of the file.

    `data` is empty lines up to the part, and the part.
    """

    __slots__ = ("_whole",)

    def __init__(self, whole: Source, data: bytes) -> None:
        super().__init__(whole.path, data)
        self._whole = whole

    def line(self, number: int) -> str:
        """Return the 1-based line of the whole file without its line end."""
        return self._whole.line(number)


def encoded_like(text: str, data: bytes) -> bytes:
    """Return a text as bytes in the encoding of `data`, with the byte order mark that this has."""
    for mark, encoding in _UTF16:
        if data.startswith(mark):
            return mark + text.encode(encoding, "surrogatepass")
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode("utf-8", "surrogateescape")


# Text is soon decoded again, and would take up as much memory as the bytes if all of it were kept.
@lru_cache(maxsize=_TEXTS_KEPT)
def _text(source: Source) -> str:
    text = source.undecoded_text
    # Same length on purpose: indexes into one are indexes into the other.
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


@lru_cache(maxsize=_TEXTS_KEPT)
def _undecoded_text(source: Source) -> str:
    return _decode(source.data)


def _decode(data: bytes) -> str:
    for mark, encoding in _UTF16:
        if data.startswith(mark):
            return _decode_utf16(data[len(mark) :], encoding)
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")


def _decode_utf16(data: bytes, encoding: str) -> str:
    even = len(data) - len(data) % 2
    text = data[:even].decode(encoding, "surrogatepass")
    return text if even == len(data) else text + "\udc80"
