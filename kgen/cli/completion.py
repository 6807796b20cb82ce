"""`kgen completion`: a script that completes kgen's commands, flags and their values in a shell."""

from __future__ import annotations

from argparse import Namespace

from kgen.cli import completion_bash, completion_fish, completion_zsh
from kgen.cli.arguments import CommandParser
from kgen.cli.completion_tree import tree
from kgen.cli.stdio import out

_SHELLS = {"bash": completion_bash.script, "zsh": completion_zsh.script, "fish": completion_fish.script}


class _Arguments(Namespace):
    shell: str


def main(argv: list[str]) -> int:
    """Print the script and return 0."""
    arguments = parser().read(argv, _Arguments())
    out(_SHELLS[arguments.shell](tree()))
    return 0


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    made = CommandParser(
        "completion", "Print a completion script; nothing of kgen runs when a shell completes with it."
    )
    made.add_argument("shell", choices=list(_SHELLS), help="the shell to complete in")
    return made
