"""Reading JSON as Go's encoding/json does: its messages, and numbers as they are written."""

from __future__ import annotations

from kgen.syntax.golang import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.value import Data

_DIGITS = frozenset("0123456789")
_BLANKS = " \t\r\n"
_LITERALS = {"t": ("true", True), "f": ("false", False), "n": ("null", None)}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
# Go gives up at 10000; no object of Kubernetes is anywhere near this depth.
_DEEPEST = 150


class Number:
    """A JSON number as it was written: `1.0` is not `1` to Go's integers."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Number) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Number({self.text!r})"


Json = dict[str, "Json"] | list["Json"] | str | bool | Number | None
JsonObject = dict[str, Json]


class JsonSyntaxError(ValueError):
    """The text is no JSON: the message is Go's, `position` an index of the text that was read."""

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.position = position


def parse_json(text: str) -> Json:
    """Read one JSON value; of a key that stands twice the last counts. Raise JsonSyntaxError."""
    reader = _Reader(text)
    value = reader.value(0)
    reader.skip_blanks()
    if reader.position < len(text):
        raise reader.unexpected("after top-level value")
    return value


def parse_json_at(text: str, start: int) -> tuple[Json, int]:
    """Read the JSON value that begins at an index; gives the value and the index behind it. Raise JsonSyntaxError."""
    reader = _Reader(text)
    reader.position = start
    return reader.value(0), reader.position


def plain(value: Json) -> Data:
    """The value with Python's numbers."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, Number):
        return int(value.text) if value.text.lstrip("-").isdigit() else float(value.text)
    return value


def kind_of(value: Json) -> str:
    """What Go calls the type of a JSON value."""
    if isinstance(value, bool):
        return "bool"
    return {dict: "object", list: "array", str: "string", Number: "number"}.get(type(value), "null")


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def peek(self) -> str:
        return self.text[self.position : self.position + 1]

    def skip_blanks(self) -> None:
        while self.position < len(self.text) and self.text[self.position] in _BLANKS:
            self.position += 1

    def unexpected(self, where: str) -> JsonSyntaxError:
        # At the end Go tries whether a blank would go on: it does between values and in a string.
        between = where.startswith(("looking for", "after object", "after array", "after top", "in string literal"))
        character = self.peek() or " "
        if self.position >= len(self.text) and between:
            return JsonSyntaxError("unexpected end of JSON input", self.position)
        byte = chr(character.encode("utf-8", "surrogateescape")[0])
        shown = {"'": "'\\''", '"': "'\"'"}.get(byte) or f"'{quote(byte)[1:-1]}'"
        return JsonSyntaxError(f"invalid character {shown} {where}", self.position)

    def value(self, depth: int) -> Json:
        if depth > _DEEPEST:
            raise JsonSyntaxError("exceeded max depth")
        self.skip_blanks()
        first = self.peek()
        if first == "{":
            return self.object(depth)
        if first == "[":
            return self.array(depth)
        if first == '"':
            return self.string()
        if first in _LITERALS:
            return self.literal()
        if first and (first == "-" or first in _DIGITS):
            return self.number()
        raise self.unexpected("looking for beginning of value")

    def object(self, depth: int) -> JsonObject:
        members: JsonObject = {}
        self.position += 1
        self.skip_blanks()
        if self.peek() == "}":
            self.position += 1
            return members
        while True:
            self.skip_blanks()
            if self.peek() != '"':
                raise self.unexpected("looking for beginning of object key string")
            key = self.string()
            self.skip_blanks()
            self.expect(":", "after object key")
            members[key] = self.value(depth + 1)
            if self.ends("}", "after object key:value pair"):
                return members

    def array(self, depth: int) -> list[Json]:
        items: list[Json] = []
        self.position += 1
        self.skip_blanks()
        if self.peek() == "]":
            self.position += 1
            return items
        while True:
            items.append(self.value(depth + 1))
            if self.ends("]", "after array element"):
                return items

    def expect(self, character: str, where: str) -> None:
        if self.peek() != character:
            raise self.unexpected(where)
        self.position += 1

    def ends(self, closing: str, where: str) -> bool:
        """Step over a comma, False, or the closing bracket, True."""
        self.skip_blanks()
        if self.peek() == closing:
            self.position += 1
            return True
        self.expect(",", where)
        return False

    def literal(self) -> bool | None:
        word, value = _LITERALS[self.peek()]
        for position, letter in enumerate(word):
            if position and self.peek() != letter:
                raise self.unexpected(f"in literal {word} (expecting '{letter}')")
            self.position += 1
        return value

    def number(self) -> Number:
        start = self.position
        if self.peek() == "-":
            self.position += 1
        if self.peek() == "0":
            self.position += 1
        else:
            self.digits("in numeric literal")
        if self.peek() == ".":
            self.position += 1
            self.digits("after decimal point in numeric literal")
        if self.peek() in ("e", "E"):
            self.position += 1
            if self.peek() in ("+", "-"):
                self.position += 1
            self.digits("in exponent of numeric literal")
        return Number(self.text[start : self.position])

    def digits(self, where: str) -> None:
        if self.peek() not in _DIGITS:
            raise self.unexpected(where)
        while self.peek() in _DIGITS:
            self.position += 1

    def string(self) -> str:
        self.position += 1
        units: list[str] = []
        while self.peek() != '"':
            if self.peek() == "\\":
                units.append(self.escape())
                continue
            if self.peek() < " ":
                raise self.unexpected("in string literal")
            units.append(self.peek())
            self.position += 1
        self.position += 1
        return well_formed("".join(units))

    def escape(self) -> str:
        self.position += 1
        letter = self.peek()
        if letter in _ESCAPES:
            self.position += 1
            return _ESCAPES[letter]
        if letter != "u":
            raise self.unexpected("in string escape code")
        for _ in range(4):
            self.position += 1
            if not self.peek() or self.peek() not in "0123456789abcdefABCDEF":
                raise self.unexpected("in \\u hexadecimal character escape")
        self.position += 1
        return chr(int(self.text[self.position - 4 : self.position], 16))


def well_formed(text: str) -> str:
    """The text with surrogate pairs joined; lone ones, which also stand for bytes that are no UTF-8, become U+FFFD."""
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
