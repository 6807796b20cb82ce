"""Read the escapes of Go's string literals, which templates quote text with."""

import re

from kgen.pattern import lazy_pattern

_PIECE = lazy_pattern(
    r"""\\(?P<short>[abfnrtv\\'"])"""
    r"""|\\x(?P<byte>[0-9a-fA-F]{2})|\\(?P<octal>[0-7]{3})"""
    r"""|\\(?:u(?P<rune>[0-9a-fA-F]{4})|U(?P<wide>[0-9a-fA-F]{8}))"""
    r"""|(?P<text>[^\\]+)""",
    re.DOTALL,
)
_SHORT = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def unquoted(literal: str) -> str:
    """Return the text of a literal between `'` or `"`; raise ValueError for what Go calls invalid syntax.

    Either quote holds any number of characters here, as in client-go's JSONPath.
    """
    quote, body = literal[:1], literal[1:-1]
    read = bytearray()
    position = 0
    while position < len(body):
        piece = _PIECE.match(body, position)
        if piece is None or quote in (piece["text"] or "") or piece["short"] == _other(quote):
            raise ValueError("invalid syntax")
        read += _bytes(piece)
        position = piece.end()
    return read.decode("utf-8", "surrogateescape")


def _other(quote: str) -> str:
    return "'" if quote == '"' else '"'


def _bytes(piece: re.Match[str]) -> bytes:
    if piece["text"]:
        return piece["text"].encode("utf-8", "surrogateescape")
    if piece["short"]:
        return _SHORT.get(piece["short"], piece["short"]).encode()
    if piece["byte"]:
        return bytes.fromhex(piece["byte"])
    if piece["octal"]:
        return bytes([int(piece["octal"], 8)])  # ValueError beyond 255, as Go refuses it
    return chr(int(piece["rune"] or piece["wide"], 16)).encode()
