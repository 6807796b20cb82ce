"""The first record of a comma separated value, read as Go's encoding/csv reads it for a string slice flag."""

from __future__ import annotations


class CsvError(ValueError):
    """The text is no CSV record; the message is Go's, its column a 1-based byte."""


def read_record(text: str) -> list[str]:
    """The fields of the first line that is not empty; raises CsvError as encoding/csv would."""
    return _Record(text.encode("utf-8", "surrogateescape")).read()


class _Record:
    """A reader over the lines of one value; a quoted field may run over several."""

    def __init__(self, data: bytes) -> None:
        self.lines = data.splitlines(keepends=True) if b"\r" not in data else _lines(data)
        self.number = 0
        self.column = 1
        self.fields: list[str] = []

    def next_line(self) -> bytes | None:
        if self.number >= len(self.lines):
            return None
        self.number += 1
        return self.lines[self.number - 1]

    def read(self) -> list[str]:
        line = self.next_line()
        while line == b"\n":
            line = self.next_line()
        if line is None:
            raise CsvError("EOF")
        self.start = self.number
        rest: bytes | None = line
        while rest is not None:
            rest = self.quoted(rest) if rest.startswith(b'"') else self.plain(rest)
        return self.fields

    def plain(self, line: bytes) -> bytes | None:
        end = line.find(b",")
        field = line[:end] if end >= 0 else line.removesuffix(b"\n")
        quote = field.find(b'"')
        if quote >= 0:
            raise self.error(self.column + quote, 'bare " in non-quoted-field')
        self.add(field)
        if end < 0:
            return None
        self.column += end + 1
        return line[end + 1 :]

    def quoted(self, line: bytes) -> bytes | None:
        line, field = line[1:], b""
        self.column += 1
        while True:
            end = line.find(b'"')
            if end < 0:
                line, field = self.continued(line, field)
                continue
            field += line[:end]
            line = line[end + 1 :]
            self.column += end + 1
            if line in (b"", b"\n"):
                self.add(field)
                return None
            if line.startswith(b","):
                self.add(field)
                self.column += 1
                return line[1:]
            if not line.startswith(b'"'):
                raise self.error(self.column - 1, 'extraneous or missing " in quoted-field')
            field += b'"'
            line = line[1:]
            self.column += 1

    def continued(self, line: bytes, field: bytes) -> tuple[bytes, bytes]:
        following = self.next_line()
        if following is None:
            column = self.column + len(line)
            raise self.error(column, 'extraneous or missing " in quoted-field')
        self.column = 1
        return following, field + line

    def add(self, field: bytes) -> None:
        self.fields.append(field.decode("utf-8", "surrogateescape"))

    def error(self, column: int, message: str) -> CsvError:
        place = f"parse error on line {self.number}, column {column}: {message}"
        return CsvError(place if self.start == self.number else f"record on line {self.start}; {place}")


def _lines(data: bytes) -> list[bytes]:
    """Lines as Go's reader sees them: `\\r\\n` is a line end, and a last `\\r` is dropped."""
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    ended = [line + b"\n" for line in lines[:-1]]
    last = lines[-1].removesuffix(b"\r")
    return [*ended, last] if last else ended
