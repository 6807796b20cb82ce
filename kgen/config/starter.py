"""A first configuration file: every key, explained and commented out."""

from collections.abc import Iterator
from textwrap import wrap

from kgen.config.load import schema_path
from kgen.config.schema import Schema, read_schema
from kgen.syntax.emit.yaml import to_yaml

_WIDTH = 100
# The inner `#` keeps editors from looking for a schema that has not been written yet.
_FOR_EDITORS = (
    "#",
    "# Editors complete and check this file after `kgen config --schema > .kgen.schema.json`, with the line",
    "#   # yaml-language-server: $schema=.kgen.schema.json",
)


def starter() -> str:
    """The text of a `.kgen.yaml` from the JSON Schema; it changes nothing until a line is uncommented."""
    schema = read_schema(schema_path())
    keys = [line for key, value in schema.properties.items() for line in ("", *_key(key, value))]
    return "\n".join([f"# {schema.title}", *_FOR_EDITORS, *keys, ""])


def _key(key: str, schema: Schema) -> Iterator[str]:
    yield from wrap(f"{schema.title}. {schema.description}", _WIDTH, initial_indent="# ", subsequent_indent="# ")
    for line in to_yaml({key: schema.sample}).splitlines():
        yield f"#{line}"  # no space after the `#`: so a line that is a setting differs from one that explains
