"""A manifest's text -> the objects in it, cut and read as apimachinery's YAMLOrJSONDecoder does."""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.syntax.emit.json import compact_json
from kgen.syntax.go_json import JsonSyntaxError, parse_json_at, plain
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.syntax.document import SyntaxProblem
    from kgen.syntax.value import Data

# libyaml's parser (not its scanner) finds these; go-yaml then names the line before.
_PARSER_PROBLEMS = (
    "did not find expected key", "did not find expected '-' indicator", "did not find expected ',' or",
    "did not find expected <document start>", "did not find expected node content",
)  # fmt: skip
# The words of go-yaml's decoder, which names no line.
_WITHOUT_LINE = ("invalid map key", "map merge requires", "unknown anchor", "unsupported map key")
_BLANKS = " \t\r\n"
_MIXES_YAML = 33


class Manifest:
    """One object as read: plain data, and its JSON text where it was written as JSON."""

    __slots__ = ("_json", "value")

    def __init__(self, value: Data, json_text: str = "") -> None:
        self.value = value
        self._json = json_text

    @property
    def json(self) -> str:
        """The object as kubectl quotes it in messages: its own JSON text, or compact JSON with sorted keys."""
        return self._json or compact_json(_sorted(self.value))


def read_manifests(name: str, data: bytes, minor: int) -> Iterator[Manifest]:
    """The objects of a file as kubectl 1.`minor` reads them, empty ones left out.

    Raises KubectlError at the first that cannot be read.
    """
    text = Source(name, data).text
    yield from _json(name, text, minor) if text.lstrip().startswith("{") else _yaml(name, text)


def _json(name: str, text: str, minor: int) -> Iterator[Manifest]:
    """A stream of JSON values; where the first or second is none, what follows may be YAML still, from 1.33."""
    position = count = 0
    while (start := _skip_blanks(text, position)) < len(text):
        try:
            value, end = parse_json_at(text, start)
        except JsonSyntaxError as error:
            refusal = KubectlError(f"error parsing {name}: {_json_problem(error, text)}")
            if count > 1 or minor < _MIXES_YAML:
                raise refusal from None
            yield from _yaml_after(name, text[position:], refusal)
            return
        count += 1
        yield from _present(Manifest(plain(value), text[start:end]))
        position = end


def _skip_blanks(text: str, position: int) -> int:
    while position < len(text) and text[position] in _BLANKS:
        position += 1
    return position


def _yaml_after(name: str, text: str, refusal: KubectlError) -> Iterator[Manifest]:
    """What follows JSON, read as YAML; `refusal` is raised where its beginning is no YAML either."""
    line, end, rest = text.partition("\n")
    chunks = _chunks(name, rest if end and not line.strip() else text.lstrip())
    try:
        first = _first(name, next(chunks, ""))
    except KubectlError:
        raise refusal from None
    yield from _present(first)
    for chunk in chunks:
        yield from _present(_first(name, chunk))


def _yaml(name: str, text: str) -> Iterator[Manifest]:
    for chunk in _chunks(name, text):
        yield from _present(_first(name, chunk))


def _present(manifest: Manifest) -> list[Manifest]:
    return [] if manifest.value is None else [manifest]


def _chunks(name: str, text: str) -> Iterator[str]:
    """The text between lines that begin with `---`, quoted or not; a separator at the start stays in its chunk."""
    lines: list[str] = []
    for line in text.split("\n"):
        behind = line[3:].strip() if line.startswith("---") else None
        if behind and not behind.startswith("#"):
            raise KubectlError(f"error parsing {name}: invalid Yaml document separator: {behind}")
        if behind is not None and lines:
            yield "\n".join([*lines, ""])
            lines = []
        else:
            lines.append(line)
    yield "\n".join(lines)


def _first(name: str, chunk: str) -> Manifest:
    """The first document of a chunk, the only one that go-yaml reads."""
    documents = parse(Source(name, chunk.encode("utf-8", "surrogatepass")))
    if not documents:
        return Manifest(None)
    root, problem = documents[0].root, documents[0].problem
    if problem is not None:
        raise KubectlError(f"error parsing {name}: error converting YAML to JSON: yaml: {_yaml_problem(problem)}")
    return Manifest(None if root is None else root.value)


def _yaml_problem(problem: SyntaxProblem) -> str:
    """The problem as go-yaml words it: without context, and without a line where that is the first."""
    message = problem.message.rpartition(", ")[2].replace("`", "'")
    if message.startswith(_WITHOUT_LINE) or problem.line == 1:
        return message
    behind = message.startswith(_PARSER_PROBLEMS)
    return f"line {problem.line - 1 if behind else problem.line}: {message}"


def _json_problem(error: JsonSyntaxError, text: str) -> str:
    """The problem as apimachinery's decoder words it, at a 1-based offset in bytes."""
    if error.position >= len(text):
        return "unexpected EOF"
    offset = len(text[: error.position + 1].encode("utf-8", "surrogatepass"))
    return f"json: offset {offset}: {error}"


def _sorted(value: Data) -> Data:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(item) for item in value] if isinstance(value, list) else value
