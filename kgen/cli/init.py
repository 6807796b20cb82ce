"""`kgen init`: a first configuration file, and what to put into .pre-commit-config.yaml."""

import os
from argparse import Namespace

from kgen import __version__
from kgen.cli.arguments import CommandParser
from kgen.cli.stdio import out
from kgen.config.find import DEDICATED, config_file
from kgen.config.starter import starter
from kgen.errors import KgenError
from kgen.generate.atomic import write_atomically

_SNIPPET = """\
To have every commit checked, add to .pre-commit-config.yaml:

  - repo: https://example.com/kgen  # the address you take kgen from
    rev: v{version}
    hooks:
      - id: kgen-lint
      - id: kgen-build  # only where there is a kgen.yaml
"""


class InitArguments(Namespace):
    """What was given."""

    force: bool


def main(argv: list[str]) -> int:
    """Write `.kgen.yaml` into the current folder; raise KgenError where settings are in force already."""
    arguments = parser().read(argv, InitArguments())
    present = next((name for name in DEDICATED if os.path.lexists(name)), None) or config_file(".", None)
    if present is not None and not arguments.force:
        raise KgenError(f"settings are in `{present}` already", "`--force` writes a `.kgen.yaml` all the same")
    write_atomically(DEDICATED[0], starter())
    out(f"wrote {DEDICATED[0]}\n\n{_SNIPPET.format(version=__version__)}")
    return 0


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    made = CommandParser("init", "Write a commented .kgen.yaml into this folder.")
    made.add_argument("--force", action="store_true", help="write it even where there are settings already")
    return made
