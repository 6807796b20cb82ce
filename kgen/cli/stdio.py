"""Standard output and error as UTF-8 bytes, whatever the locale and without newline translation."""

from __future__ import annotations

import sys


def out(text: str) -> None:
    """Write to standard output."""
    _write(sys.stdout, text)


def err(text: str) -> None:
    """Write to standard error, with characters that steer a terminal as escapes; messages quote what was read."""
    if not text.replace("\n", "").replace("\t", "").isprintable():
        from kgen.syntax.display import visible_lines  # noqa: PLC0415 # hostile or foreign text only

        text = visible_lines(text)
    _write(sys.stderr, text)


def draw(text: str) -> None:
    """Write to the terminal that standard error is, its control sequences included."""
    _write(sys.stderr, text)


def _write(stream: object, text: str) -> None:
    # kubectl writes UTF-8 and "\n" everywhere; the text layer would follow the locale and, on Windows, write "\r\n".
    # Arguments that were not UTF-8 come back as the bytes they were.
    stream.flush()  # type: ignore[attr-defined] # TextIO would cost the import of typing
    data = text.encode("utf-8", "surrogateescape")
    while data:
        # With PYTHONUNBUFFERED there is no buffer, and a pipe may take less than all at once.
        data = data[stream.buffer.write(data) or len(data) :]  # type: ignore[attr-defined]
    stream.buffer.flush()  # type: ignore[attr-defined]
