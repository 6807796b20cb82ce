"""The `kgen` command: finds the command's module, runs it, turns errors into messages and exit codes.

Exit codes: 0 clean, 1 findings or refused, 2 usage or configuration, 3 internal error, 130 interrupted.
Imports are made late throughout: `kgen service` has to answer sooner than kubectl does.
"""

from __future__ import annotations

import sys

from kgen.cli.stdio import err, out
from kgen.errors import InvalidObjectError, KgenError, KubectlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# command -> what it does; the order is that of the help page
COMMANDS = {
    "service": "print a Service: kubectl's bytes, checked as the API server would",
    "pod": "print a Pod",
    "create": "kubectl's own `create service|deployment|ingress` command lines, offline",
    "run": "kubectl's own `run` command line, offline",
    "expose": "kubectl's own `expose -f FILE` command line, offline",
    "build": "turn a compact spec into manifests, or check that they are up to date",
    "lint": "check the wiring of a whole repository",
    "units": "list what is applied together, to which cluster, and what kgen cannot see of it",
    "render": "print the objects that a kustomization stands for",
    "trace": "follow a port from the node or a URL to the container, or back",
    "ports": "list the ports that the nodes give away, and propose free ones",
    "graph": "draw the wiring as a page, SVG, Mermaid, DOT or JSON",
    "describe": "show a Service as `kubectl describe` does, from the manifests",
    "get": "list the Services as `kubectl get` does, from the manifests",
    "rule": "explain a rule",
    "init": "write a first .kgen.yaml",
    "config": "show the settings in force",
    "cache": "show or empty what is remembered between runs",
    "completion": "print a completion script for bash, zsh or fish",
}
KUBECTL_COMMANDS = ("create", "run", "expose")


def run() -> None:
    """The console script: `main`, and out at once.

    All is written and closed by then, and taking the interpreter down in order would cost 2 ms, a sixth of the time in
    which a Service is printed. Meanwhile no cycles are collected: what is imported and read stays to the end and has
    next to none, and to look for them again and again would take a third of the time.
    """
    import gc  # noqa: PLC0415 # only a process of its own may go without, and end like this
    import os  # noqa: PLC0415

    gc.disable()
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        code = code or 1
    os._exit(code)


def main(argv: list[str] | None = None) -> int:
    """Run kgen with the given arguments (the process's own by default) and return its exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    try:
        return _dispatch(arguments)
    except KubectlError as error:
        err(f"error: {error}\n")
        return 1
    except InvalidObjectError as error:
        err(f"{error}\n")
        return 1
    except KgenError as error:
        err(f"kgen: {error.message}\n" + (f"  hint: {error.hint}\n" if error.hint else ""))
        return 2
    except BrokenPipeError:
        return _closed_pipe()
    except OSError as error:  # a full disk, a name too long, a folder that went away
        where = "" if error.filename is None else f": `{error.filename}`"
        err(f"kgen: {error.strerror or error}{where}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    except Exception:  # noqa: BLE001 # the last resort: a bug must say what to report
        from kgen.cli.internal_error import report  # noqa: PLC0415

        return report()


def _dispatch(argv: list[str]) -> int:
    command = argv[0] if argv else "--help"
    if command in KUBECTL_COMMANDS:
        return _kubectl(argv)
    if command in COMMANDS:
        return _command(command)(argv[1:])
    if command in ("--help", "-h", "help"):
        return _help(argv[1:])
    if command in ("--version", "-V"):
        from kgen import __version__  # noqa: PLC0415

        out(f"kgen {__version__}\n")
        return 0
    return _unknown(argv)


def _command(command: str) -> Callable[[list[str]], int]:
    if command == "service":
        from kgen.cli.service import main as service  # noqa: PLC0415 # the measured path: no import machinery

        return service
    # `lint` first looks whether it has anything to do.
    name = "lint_replay" if command == "lint" else command
    module = __import__(f"kgen.cli.{name}", fromlist=["main"])
    run: Callable[[list[str]], int] = module.main
    return run


def _kubectl(argv: list[str]) -> int:
    from kgen.cli.kubectl.dispatch import main as dispatch  # noqa: PLC0415
    from kgen.cli.settings import take_version  # noqa: PLC0415

    version, rest = take_version(argv)
    return dispatch(rest, version)


def _help(argv: list[str]) -> int:
    if argv and argv[0] in COMMANDS:
        return _dispatch([*argv, "--help"])
    from kgen.cli.usage import overview  # noqa: PLC0415

    out(overview(COMMANDS))
    return 0


def _unknown(argv: list[str]) -> int:
    from kgen.cli.usage import unknown_command, unknown_flag  # noqa: PLC0415

    if not argv[0].startswith("-"):
        return unknown_command(argv[0], tuple(COMMANDS))
    from kgen.cli.kubectl.dispatch import find  # noqa: PLC0415

    # kubectl takes its global flags before the command too: `-n shop create service ...`.
    return _kubectl(argv) if find(argv)[0] else unknown_flag(argv[0])


def _closed_pipe() -> int:
    """The reader went away (`| head`): end quietly, and keep the interpreter from flushing into the closed pipe."""
    import os  # noqa: PLC0415

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141
