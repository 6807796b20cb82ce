"""kubectl's `-o go-template=` for plain data: the part of text/template that one-line templates use."""

from __future__ import annotations

from kgen.errors import KgenError, KubectlError
from kgen.record import record
from kgen.syntax.emit.go_text import go_text
from kgen.syntax.emit.gotemplate_functions import FUNCTIONS, is_true
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
from kgen.syntax.emit.gotemplate_parser import parse_parts
from kgen.syntax.golang import quote


@record
class GoTemplate:
    """A template that has been read; where `allow_missing_keys` is false a key not found is an error."""

    template: str
    parts: tuple[Part, ...]
    allow_missing_keys: bool

    def text(self, value: object) -> str:
        """Print what the template makes of `value`; raise KubectlError where they do not fit each other.

        The error names no place in the template, as kubectl's does, nor does its debugging text come along.
        """
        try:
            return _Execution(value, self.allow_missing_keys).parts(self.parts, value)
        except ValueError as error:
            raise KubectlError(f"error executing template {quote(self.template)}: {error}") from None


def parse_gotemplate(template: str, *, allow_missing_keys: bool = True) -> GoTemplate:
    """Read a template; raise KubectlError where it breaks off, KgenError for an action not supported."""
    return GoTemplate(template, parse_parts(template), allow_missing_keys)


class _Execution:
    """The variables in scope, innermost last, while a template is carried out."""

    def __init__(self, root: object, allow_missing_keys: bool) -> None:
        self.allow_missing_keys = allow_missing_keys
        self.variables: list[tuple[str, object]] = [("$", root)]

    def parts(self, parts: tuple[Part, ...], dot: object) -> str:
        in_scope = len(self.variables)
        written = "".join([self.part(part, dot) for part in parts])
        del self.variables[in_scope:]
        return written

    def part(self, part: Part, dot: object) -> str:
        if isinstance(part, Text):
            return part.text
        if isinstance(part, Print):
            value = self.pipeline(part.pipeline, dot)
            if part.pipeline.variables:
                return ""
            return "<no value>" if value is None else go_text(value)
        in_scope = len(self.variables)
        written = self.loop(part, dot) if part.keyword == "range" else self.branch(part, dot)
        del self.variables[in_scope:]
        return written

    def branch(self, block: Block, dot: object) -> str:
        value = self.pipeline(block.pipeline, dot)
        if not is_true(value):
            return self.parts(block.otherwise, dot)
        return self.parts(block.body, value if block.keyword == "with" else dot)

    def loop(self, block: Block, dot: object) -> str:
        pairs = _pairs(self.commands(block.pipeline, dot))
        if not pairs:
            return self.parts(block.otherwise, dot)
        return "".join([self.round(block, key, item) for key, item in pairs])

    def round(self, block: Block, key: object, item: object) -> str:
        in_scope = len(self.variables)
        names = block.pipeline.variables
        values = (key, item) if len(names) == 2 else (item,)
        self.variables += zip(names, values, strict=False)
        written = self.parts(block.body, item)
        del self.variables[in_scope:]
        return written

    def pipeline(self, pipeline: Pipeline, dot: object) -> object:
        value = self.commands(pipeline, dot)
        for name in pipeline.variables:
            if pipeline.declares:
                self.variables.append((name, value))
            else:
                self.variables[self.place(name)] = (name, value)
        return value

    def commands(self, pipeline: Pipeline, dot: object) -> object:
        first, *others = pipeline.commands
        value = self.value(first, dot)
        for command in others:
            if isinstance(command, Call):
                value = self.call(command, dot, [value])
        return value

    def value(self, expression: Expression, dot: object) -> object:
        if isinstance(expression, Constant):
            return expression.value
        if isinstance(expression, Call):
            return self.call(expression, dot, [])
        return self.reference(expression, dot)

    def call(self, call: Call, dot: object, piped: list[object]) -> object:
        arguments = [self.value(argument, dot) for argument in call.arguments]
        try:
            return FUNCTIONS[call.function](*arguments, *piped)
        except TypeError:
            raise ValueError(f"wrong number of args for {call.function}") from None

    def reference(self, reference: Reference, dot: object) -> object:
        value = dot
        if reference.base:
            value = self.pipeline(reference.base, dot)
        elif reference.variable:
            value = self.variables[self.place(reference.variable)][1]
        for name in reference.fields:
            if isinstance(value, dict) and name not in value:
                if self.allow_missing_keys:
                    return None  # whatever is asked of a missing key is missing too
                raise ValueError(f"map has no entry for key {quote(name)}")
            value = _field(value, name)
        return value

    def place(self, name: str) -> int:
        for position in reversed(range(len(self.variables))):
            if self.variables[position][0] == name:
                return position
        raise KgenError(f"the go-template variable `{name}` is not defined")


def _field(value: object, name: str) -> object:
    if isinstance(value, dict):
        return value[name]
    if value is None:
        raise ValueError(f"nil pointer evaluating interface {{}}.{name}")
    raise ValueError(f"can't evaluate field {name} in type interface {{}}")


def _pairs(value: object) -> list[tuple[object, object]]:
    if isinstance(value, dict):
        return [(key, value[key]) for key in sorted(value)]
    if isinstance(value, list):
        return list(enumerate(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return [(number, number) for number in range(value)]
    if value is None:
        return []
    raise ValueError(f"range can't iterate over {go_text(value)}")
