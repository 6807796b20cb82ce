"""`kgen config`: the settings in force, or the JSON Schema of a settings file."""

from argparse import Namespace

from kgen.cli.arguments import CommandParser
from kgen.cli.settings import configuration, version_in_force
from kgen.cli.stdio import out
from kgen.config.load import schema_path as config_schema
from kgen.config.model import Config
from kgen.config.show import as_written
from kgen.generate.spec.read import schema_path as spec_schema
from kgen.record import replace
from kgen.syntax.emit.yaml import to_yaml

_SCHEMAS = {"config": config_schema, "spec": spec_schema}


class ConfigArguments(Namespace):
    """What was given."""

    schema: str | None


def main(argv: list[str]) -> int:
    """Print and return 0."""
    arguments = parser().read(argv, ConfigArguments())
    if arguments.schema is not None:
        out(_SCHEMAS[arguments.schema]().read_text(encoding="utf-8"))
        return 0
    config = configuration() or Config()
    resolved = replace(config, kubernetes_version=str(version_in_force(None, config)))
    settings = {key: value for key, value in as_written(resolved).items() if value is not None}
    out(f"# {config.path or 'no configuration file'}\n{to_yaml(settings)}")
    return 0


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    made = CommandParser("config", "Print the settings in force, and the file they come from.")
    made.add_argument(
        "--schema",
        nargs="?",
        choices=sorted(_SCHEMAS),
        const="config",
        help="print the JSON Schema of .kgen.yaml (config) or of kgen.yaml (spec) instead",
    )
    return made
