"""A value that a person wrote in a settings file, and where it stands."""

from collections.abc import Iterator, Mapping, Sequence

from kgen.errors import KgenError
from kgen.record import record

Scalar = str | int | float | bool | None


@record
class Place:
    """A file with a 1-based line and column; line 0 where only the file is known."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@record
class Setting:
    """One mapping, list or scalar; exactly one of `entries`, `items` and `scalar` carries the value.

    `path` is like `apps.web.ports[0]`, empty for the whole file. `raw` is the scalar as it is written
    without quotes: YAML 1.1 reads 53:53 as 3233 and 1.30 as 1.3. `key_place` is where its key stands, if it
    has one.
    """

    path: str
    place: Place
    key_place: Place
    scalar: Scalar = None
    raw: str = ""
    entries: Mapping[str, "Setting"] | None = None
    items: tuple["Setting", ...] | None = None

    @property
    def type_name(self) -> str:
        """The type in JSON Schema's words: object, array, string, integer, number, boolean or null."""
        if self.entries is not None:
            return "object"
        return "array" if self.items is not None else _SCALAR_TYPES[type(self.scalar)]

    def get(self, key: str) -> "Setting | None":
        """The setting under `key`, or None, also where this is no mapping."""
        return None if self.entries is None else self.entries.get(key)

    def children(self) -> Iterator["Setting"]:
        """The settings directly inside this one."""
        yield from self.items or ()
        yield from (self.entries or {}).values()

    def texts(self) -> tuple[str, ...]:
        """Each item of a list as it is written; a lone scalar counts as a list of one."""
        if self.items is not None:
            return tuple(item.raw for item in self.items)
        return (self.raw,) if self.entries is None else ()


@record
class Mistake:
    """One thing wrong in a settings file."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def refusal(mistakes: Sequence[Mistake]) -> KgenError:
    """The error that says all of one file's mistakes, one a line in the order of the file.

    Of several at one place only the first is kept: the others follow from it.
    """
    by_place: dict[Place, Mistake] = {}
    for mistake in mistakes:
        by_place.setdefault(mistake.place, mistake)
    lines = [str(by_place[place]) for place in sorted(by_place, key=lambda place: (place.line, place.column))]
    heading = [f"{len(lines)} mistakes in `{mistakes[0].place.file}`"] if len(lines) > 1 else []
    return KgenError("\n".join(heading + lines))


_SCALAR_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
