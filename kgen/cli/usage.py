"""The overview of kgen's commands, and what to say to a command that is none."""

from __future__ import annotations

from kgen import __version__
from kgen.cli.stdio import err
from kgen.spelling import close_matches

_EXAMPLES = """\
Examples:
  kgen service web --tcp 80:8080 --node-port 30080    print a Service
  kgen lint                                           check this repository
  kgen build --check                                  are the generated manifests up to date?
"""


def overview(commands: dict[str, str]) -> str:
    """The page that `kgen` and `kgen --help` print."""
    lines = [
        f"kgen {__version__}: makes the wiring nodePort -> port -> targetPort right before it is committed",
        "",
        "Usage: kgen COMMAND [ARGUMENT...]",
        "",
        "Commands:",
        *[f"  {name:12}{purpose}" for name, purpose in commands.items()],
        "",
        _EXAMPLES,
        "`kgen COMMAND --help` tells more of one command. Nothing is ever sent to a cluster.",
    ]
    return "\n".join(lines) + "\n"


def unknown_command(word: str, commands: tuple[str, ...]) -> int:
    """Say that `word` is no command and which one was probably meant; returns the exit code.

    A slip in one of kubectl's commands gets kubectl's answer, as the whole command line is kubectl's.
    """
    near = close_matches(word, commands, n=3, cutoff=0.6)
    kubectl = bool(near) and near[0] in ("create", "run", "expose")
    suggestion = "\n\nDid you mean this?\n" + "".join(f"\t{name}\n" for name in near[: 1 if kubectl else 3])
    program = "kubectl" if kubectl else "kgen"
    text = f'error: unknown command "{word}" for "{program}"' + (suggestion if near else "\n")
    err(text if kubectl or near else text + "  hint: `kgen --help` lists the commands\n")
    return 1 if kubectl else 2


def unknown_flag(flag: str) -> int:
    """Say that kgen itself has no such flag; returns the exit code."""
    near = close_matches(flag, ("--help", "--version"), n=1)
    hint = f"did you mean `{near[0]}`?" if near else "flags stand behind a command; `kgen --help` lists the commands"
    err(f"kgen: unknown flag: {flag}\n  hint: {hint}\n")
    return 2
