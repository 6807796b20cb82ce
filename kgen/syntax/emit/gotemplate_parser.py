"""Read a Go template: the actions and functions that kubectl's users write; the others are refused."""

from __future__ import annotations

from kgen.errors import KgenError, KubectlError
from kgen.syntax.emit.go_unquote import unquoted
from kgen.syntax.emit.gotemplate_functions import FUNCTIONS
from kgen.syntax.emit.gotemplate_lexer import Word, lex
from kgen.syntax.emit.gotemplate_node import (
    Block,
    Call,
    Constant,
    Expression,
    Part,
    Pipeline,
    Print,
    Reference,
    Text,
)

_BLOCKS = ("if", "range", "with")
_CONSTANTS = {"true": True, "false": False, "nil": None}


def parse_parts(template: str) -> tuple[Part, ...]:
    """Read a template; raise KubectlError where it breaks off, KgenError for what is not supported."""
    return _Template(template).parts()


class _Template:
    def __init__(self, template: str) -> None:
        self.template = template
        self.rest = lex(template)[::-1]

    def parts(self) -> tuple[Part, ...]:
        parts, ending = self.parts_up_to_ending()
        if ending:
            raise KubectlError(self.problem(f"unexpected {{{{{ending[0].text}}}}}"))
        return parts

    def parts_up_to_ending(self) -> tuple[tuple[Part, ...], list[Word]]:
        """The parts up to `{{end}}` or `{{else}}`, whose words are returned, or to the template's end."""
        parts: list[Part] = []
        while self.rest:
            piece = self.rest.pop()
            if isinstance(piece, str):
                parts.append(Text(piece))
            elif piece and piece[0].text in ("end", "else"):
                return tuple(parts), piece
            else:
                parts.append(self.part(piece))
        return tuple(parts), []

    def part(self, words: list[Word]) -> Part:
        if words and words[0].text in _BLOCKS:
            return self.block(words)
        return Print(_Words(words).pipeline())

    def block(self, words: list[Word]) -> Block:
        pipeline = _Words(words[1:]).pipeline()
        body, ending = self.parts_up_to_ending()
        otherwise: tuple[Part, ...] = ()
        if len(ending) > 1:
            otherwise = (self.block(ending[1:]),)
        elif ending and ending[0].text == "else":
            otherwise, ending = self.parts_up_to_ending()
        if not ending:
            raise KubectlError(self.problem("unexpected EOF"))
        return Block(words[0].text, pipeline, body, otherwise)

    def problem(self, problem: str) -> str:
        line = self.template.count("\n") + 1
        return f"error parsing template {self.template}, template: output:{line}: {problem}"


class _Words:
    """A reader of one action's words."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.action = " ".join(word.text for word in words)
        self.position = 0

    def pipeline(self) -> Pipeline:
        pipeline = self.inner_pipeline()
        if self.position < len(self.words):
            raise self.unsupported()
        return pipeline

    def inner_pipeline(self) -> Pipeline:
        variables, declares = self.variables()
        commands = [self.command()]
        while self.take("|"):
            commands.append(self.command())
        if not all(isinstance(command, Call) for command in commands[1:]):
            raise self.unsupported()
        return Pipeline(variables, declares, tuple(commands))

    def variables(self) -> tuple[tuple[str, ...], bool]:
        texts = [word.text for word in self.words[self.position : self.position + 4]]
        for count, mark in ((1, 1), (2, 3)):
            if texts[mark : mark + 1] in ([":="], ["="]) and (count == 1 or texts[1] == ","):
                self.position += mark + 1
                return tuple(texts[0:mark:2]), texts[mark] == ":="
        return (), False

    def command(self) -> Expression:
        word = self.word()
        if word.kind == "name" and word.text not in _CONSTANTS:
            self.position += 1
            if word.text not in FUNCTIONS:
                raise self.unsupported()
            arguments = []
            while self.position < len(self.words) and self.word().text not in ("|", ")"):
                arguments.append(self.operand())
            return Call(word.text, tuple(arguments))
        return self.operand()

    def operand(self) -> Expression:
        word = self.word()
        self.position += 1
        if word.text == "(":
            pipeline = self.inner_pipeline()
            if not self.take(")"):
                raise self.unsupported()
            return Reference("", self.fields(), pipeline)
        if word.kind == "variable":
            return Reference(word.text, self.fields())
        if word.kind == "field":
            return Reference("", ((word.text[1:],) if word.text != "." else ()) + self.fields())
        if word.kind == "name" and word.text in FUNCTIONS:
            return Call(word.text, ())
        return Constant(self.constant(word))

    def fields(self) -> tuple[str, ...]:
        """The `.a.b` that stands right behind an operand."""
        fields: list[str] = []
        while self.position < len(self.words) and self.word().kind == "field" and not self.word().spaced:
            fields.append(self.word().text[1:])
            self.position += 1
        return tuple(fields)

    def constant(self, word: Word) -> str | int | float | bool | None:
        if word.kind == "text":
            return word.text[1:-1] if word.text.startswith("`") else self.unquoted(word.text)
        if word.kind == "number":
            return float(word.text) if "." in word.text else int(word.text)
        if word.text in _CONSTANTS:
            return _CONSTANTS[word.text]
        raise self.unsupported()

    def unquoted(self, literal: str) -> str:
        try:
            return unquoted(literal)
        except ValueError:
            raise self.unsupported() from None

    def word(self) -> Word:
        if self.position >= len(self.words):
            raise self.unsupported()
        return self.words[self.position]

    def take(self, text: str) -> bool:
        taken = self.position < len(self.words) and self.words[self.position].text == text
        self.position += taken
        return taken

    def unsupported(self) -> KgenError:
        return KgenError(f"the go-template action `{self.action}` is not supported")
