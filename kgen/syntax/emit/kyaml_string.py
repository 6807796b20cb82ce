"""How KYAML quotes: always double, a line of text on a line of its own."""

_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\0": "\\0",
    "\a": "\\a",
    "\b": "\\b",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
    "\xa0": "\\_",
    "\u2028": "\\L",
    "\u2029": "\\P",
}
_GO_SPACES = frozenset("\t\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000").union(map(chr, range(0x2000, 0x200B)))
"""unicode.IsSpace but for LF; Python's str.isspace() knows U+001C to U+001F as well."""


def quoted_key(text: str) -> str:
    """Quote a mapping's key, which stays on one line."""
    return '"' + "".join(map(_escaped, text)).replace("\t", "\\t") + '"'


def quoted_text(text: str, level: int) -> str:
    """Quote a value; where it has line feeds each line stands alone, indented `level` times and a space."""
    if "\n" not in text:
        return '"' + "".join(map(_escaped, text)) + '"'
    margin = "  " * level
    *lines, last = text.split("\n")
    written = [_line(line, margin) + "\\n\\\n" for line in lines]
    if last:
        written.append(_line(last, margin) + "\\\n")
    return '"\\\n' + "".join(written) + margin + '"'


def _line(text: str, margin: str) -> str:
    # YAML drops the blanks a line starts with, so the first one of the text's own is escaped.
    return margin + ("\\" if text[:1] in _GO_SPACES else " ") + "".join(map(_escaped, text))


def _escaped(character: str) -> str:
    short = _ESCAPES.get(character)
    if short is not None:
        return short
    if character == "\t" or character.isprintable():
        return character
    code = ord(character)
    if code == 0x0A:
        return "\\n"
    if code < 0x20:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
