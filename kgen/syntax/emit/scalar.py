"""A string as the YAML scalar go-yaml v2 writes for it: quoted, escaped, folded behind column 80."""

from kgen.syntax.emit.style import BREAKS, DOUBLE_QUOTED, LITERAL, PLAIN, is_printable, style_of

_WIDTH = 80
_LONGEST_SIMPLE_KEY = 128
_ESCAPES = {
    "\0": "\\0",
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
    '"': '\\"',
    "\\": "\\\\",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}
_BYTE_ORDER_MARK = "\ufeff"


def scalar(text: str, column: int, indent: int) -> str:
    """Write a value (or a key behind `?`) that starts in `column`, its further lines indented by `indent`."""
    style = style_of(text)
    if style == LITERAL:
        return _literal(text, " " * indent)
    if style == PLAIN:
        return text if column + len(text) <= _WIDTH else _folded(text, column, indent)
    if style == DOUBLE_QUOTED:
        return '"' + _folded(_double_quoted_pieces(text), column + 1, indent, guard="\\") + '"'
    return "'" + _folded(_single_quoted_pieces(text, " " * indent), column + 1, indent) + "'"


def is_simple_key(text: str) -> bool:
    """Whether a mapping's key can stand before a bare `:`: 128 bytes at most and no line break."""
    if len(text) * 4 > _LONGEST_SIMPLE_KEY and len(text.encode()) > _LONGEST_SIMPLE_KEY:
        return False
    return not any(line_break in text for line_break in "\n\r\x85\u2028\u2029")


def simple_key(text: str) -> str:
    """Write a key for which `is_simple_key` holds; keys are never folded."""
    style = style_of(text)
    if style == PLAIN:
        return text
    if style == DOUBLE_QUOTED:
        return '"' + "".join(_double_quoted_pieces(text)) + '"'
    return "'" + text.replace("'", "''") + "'"


def line_end(written: str) -> str:
    """The line feed that ends a scalar, none where a literal block's text brought its own break."""
    return "" if written.endswith(tuple(BREAKS)) else "\n"


def _literal(text: str, margin: str) -> str:
    indent_hint = "2" if text[0] == " " or text[0] in BREAKS else ""
    chomping = "" if text[-1] in BREAKS else "-"
    if text == "\n" or (not chomping and text[-2:-1] in BREAKS):
        chomping = "+"
    # A literal block has no control character, so these are no other breaks than its own.
    lines = [line if line[0] in BREAKS else margin + line for line in text.splitlines(keepends=True)]
    return f"|{indent_hint}{chomping}\n" + "".join(lines)


def _single_quoted_pieces(text: str, margin: str) -> list[str]:
    """The characters as they stand between single quotes; text behind a break is moved in by `margin`."""
    pieces = ["''" if character == "'" else character for character in text]
    for position, character in enumerate(text[:-1]):
        if character in BREAKS and text[position + 1] not in BREAKS:
            pieces[position] = character + margin
    return pieces


def _double_quoted_pieces(text: str) -> list[str]:
    # go-yaml tests the text's start for a byte order mark where it means each character.
    if text.startswith(_BYTE_ORDER_MARK):
        return [_ESCAPES.get(character) or _hexadecimal(character) for character in text]
    return [_escaped(character) for character in text]


def _escaped(character: str) -> str:
    short = _ESCAPES.get(character)
    if short is not None:
        return short
    return character if is_printable(character) else _hexadecimal(character)


def _hexadecimal(character: str) -> str:
    code = ord(character)
    if code == 0xA0:
        return "\\_"
    if code <= 0xFF:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def _folded(pieces: list[str] | str, column: int, indent: int, guard: str = "") -> str:
    """Join what is written for each character, breaking the line at single spaces behind column 80.

    A `guard` allows the break before a second space too, which it then stands in front of.
    """
    written = []
    last = len(pieces) - 1
    for position, piece in enumerate(pieces):
        if piece == " " and column > _WIDTH and 0 < position < last and pieces[position - 1] != " ":
            kept = guard if pieces[position + 1] == " " else ""
            if kept or pieces[position + 1] != " ":
                written.append("\n" + " " * indent + kept)
                column = indent + len(kept)
                continue
        written.append(piece)
        column = len(piece) - 1 if piece[0] in BREAKS else column + len(piece)
    return "".join(written)
