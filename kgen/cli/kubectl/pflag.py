"""Command line flags by the grammar and with the messages of spf13/pflag, which kubectl parses with."""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.syntax.golang import parse_bool, parse_int, quote

Value = str | int | bool | list[str]

# kind -> base and bits of strconv.ParseInt
_INTEGERS = {"int": (0, 64), "int32": (0, 32), "level": (10, 32)}


class FlagError(KubectlError):
    """A command line that pflag refuses, in pflag's words."""


class Flag:
    """One flag: `kind` says how its text is read, `bare` is its value when none is given (pflag's NoOptDefVal).

    `deprecated` and `deprecated_shorthand` are what to warn with where it is used.
    """

    __slots__ = ("bare", "default", "deprecated", "deprecated_shorthand", "kind", "name", "shorthand")

    def __init__(
        self, name: str, kind: str, default: Value, shorthand: str = "", bare: str = "", deprecated: str = ""
    ) -> None:
        self.name = name
        self.kind = kind
        self.default = default
        self.shorthand = shorthand
        self.bare = "true" if kind == "bool" else bare
        self.deprecated = deprecated
        self.deprecated_shorthand = ""

    @property
    def display(self) -> str:
        """How messages call it: `-o, --output` or `--tcp`."""
        if not self.shorthand or self.deprecated_shorthand:
            return f"--{self.name}"
        return f"-{self.shorthand}, --{self.name}"


class FlagSet:
    """The flags of one command, and what a command line set them to.

    `args` are the positional arguments, `dash` how many stood before `--` (-1 without one), `changed` the names given,
    `given` every flag with its text in the order they stood, `warnings` what is to be said about deprecated ones.
    """

    def __init__(self, flags: list[Flag], minor: int) -> None:
        self.minor = minor
        self.flags = {flag.name: flag for flag in flags}
        self.shorthands = {flag.shorthand: flag for flag in flags if flag.shorthand}
        self.values: dict[str, Value] = {}
        self.changed: set[str] = set()
        self.given: list[tuple[str, str]] = []
        self.warnings: list[str] = []
        self.args: list[str] = []
        self.dash = -1

    def find(self, name: str) -> Flag | None:
        """The flag called `name`; underscores count as dashes, as kubectl normalises them."""
        return self.flags.get(name.replace("_", "-"))

    def text(self, name: str) -> str:
        """The value of a flag that holds text."""
        value = self.values.get(name, self.flags[name].default)
        assert isinstance(value, str)
        return value

    def number(self, name: str) -> int:
        """The value of a flag that holds an integer."""
        value = self.values.get(name, self.flags[name].default)
        assert isinstance(value, int)
        return value

    def truth(self, name: str) -> bool:
        """The value of a boolean flag."""
        return bool(self.values.get(name, self.flags[name].default))

    def texts(self, name: str) -> list[str]:
        """The values of a flag that may be repeated."""
        value = self.values.get(name, self.flags[name].default)
        assert isinstance(value, list)
        return value

    def parse(self, argv: list[str]) -> None:
        """Read a command line, left to right; the first mistake raises FlagError."""
        rest = list(argv)
        while rest:
            argument = rest.pop(0)
            if argument == "--":
                self.dash = len(self.args)
                self.args.extend(rest)
                return
            if argument.startswith("--"):
                self._long(argument, rest)
            elif argument.startswith("-") and argument != "-":
                self._short(argument[1:], rest)
            else:
                self.args.append(argument)

    def _long(self, argument: str, rest: list[str]) -> None:
        body = argument[2:]
        if body.startswith(("-", "=")):
            raise FlagError(f"bad flag syntax: {argument}")
        name, equals, value = body.partition("=")
        flag = self.find(name)
        if flag is None:
            raise FlagError(f"unknown flag: --{name}")
        if equals:
            self._set(flag, value)
        elif flag.bare:
            self._set(flag, flag.bare)
        elif rest:
            self._set(flag, rest.pop(0))
        else:
            raise FlagError(f"flag needs an argument: --{name}")

    def _short(self, letters: str, rest: list[str]) -> None:
        while letters:
            flag = self.shorthands.get(letters[0])
            if flag is None:
                raise FlagError(f"unknown shorthand flag: {self._letter(letters[0])} in -{letters}")
            if flag.deprecated_shorthand:
                self.warnings.append(f"Flag shorthand -{letters[0]} has been deprecated, {flag.deprecated_shorthand}")
            following = letters[1:]
            if len(letters) > 2 and following.startswith("="):
                self._set(flag, following[1:])
                return
            if flag.bare:
                self._set(flag, flag.bare)
                letters = following
                continue
            if not following and not rest:
                raise FlagError(f"flag needs an argument: {quote_rune(letters[0])} in -{letters}")
            self._set(flag, following or rest.pop(0))
            return

    def _letter(self, letter: str) -> str:
        # pflag prints one byte as if it were a Latin-1 character; from 1.34 the first byte of that character's UTF-8.
        byte = letter.encode("utf-8", "surrogateescape")[0]
        return quote_rune(chr(byte if self.minor < 34 else chr(byte).encode()[0]))

    def _set(self, flag: Flag, text: str) -> None:
        try:
            self._assign(flag, text)
        except ValueError as error:
            raise FlagError(f'invalid argument {quote(text)} for "{flag.display}" flag: {error}') from None
        self.changed.add(flag.name)
        self.given.append((flag.name, text))
        if flag.deprecated:
            self.warnings.append(f"Flag --{flag.name} has been deprecated, {flag.deprecated}")

    def _assign(self, flag: Flag, text: str) -> None:
        if flag.kind == "slice":
            fields = _fields(text) if text else []
            self._append(flag.name, fields)
        elif flag.kind == "array":
            self._append(flag.name, [text])
        else:
            self.values[flag.name] = read_scalar(flag.kind, text)

    def _append(self, name: str, fields: list[str]) -> None:
        before = self.values.get(name)
        self.values[name] = [*before, *fields] if isinstance(before, list) else fields


def _fields(text: str) -> list[str]:
    """The elements of a string slice: one CSV record, which seldom has more to it than commas."""
    if '"' not in text and "\n" not in text and "\r" not in text:
        return text.split(",")
    from kgen.cli.kubectl.csv_record import read_record  # noqa: PLC0415 # quotes are rare

    return read_record(text)


def read_scalar(kind: str, text: str) -> Value:
    """A flag's text as its kind reads it; raises ValueError with Go's message."""
    if kind == "text":
        return text
    if kind == "duration":
        from kgen.cli.kubectl.duration import parse_duration  # noqa: PLC0415 # few commands have such a flag

        return parse_duration(text)
    function = "ParseBool" if kind == "bool" else "ParseInt"
    try:
        return parse_bool(text) if kind == "bool" else parse_int(text, *_INTEGERS[kind])
    except ValueError as error:
        raise ValueError(f"strconv.{function}: parsing {quote(text)}: {error}") from None


def quote_rune(letter: str) -> str:
    """A character in single quotes with Go's escapes (strconv.QuoteRune)."""
    if letter in "'\"":
        return "'\\''" if letter == "'" else "'\"'"
    return f"'{quote(letter)[1:-1]}'"
