"""One kubectl command run the way cobra runs it: flags, help, required flags, then the command itself."""

from __future__ import annotations

from kgen.cli.kubectl.flags import global_flags
from kgen.cli.kubectl.pflag import Flag, FlagError, FlagSet
from kgen.cli.stdio import err, out
from kgen.errors import KubectlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kgen.kubernetes.version import KubernetesVersion


class Invocation:
    """A command called with parsed flags: `path` as in `create service nodeport`."""

    __slots__ = ("flags", "path", "version")

    def __init__(self, path: str, flags: FlagSet, version: KubernetesVersion) -> None:
        self.path = path
        self.flags = flags
        self.version = version

    def usage_error(self, message: str) -> KubectlError:
        """kubectl's UsageErrorf: the message and where help is."""
        return KubectlError(f"{message}\nSee 'kubectl {self.path} -h' for help and examples")

    def one_name(self) -> str:
        """The only positional argument before `--`, which may be empty text (kubectl's NameFromCommandArgs)."""
        count = len(self.flags.args) if self.flags.dash < 0 else self.flags.dash
        if count != 1:
            raise self.usage_error(f"exactly one NAME is required, got {count}")
        return self.flags.args[0]


class Command:
    """A leaf of kubectl's command tree; `flags` lists its own flags for a minor version."""

    __slots__ = ("flags", "path", "required", "run")

    def __init__(
        self,
        path: str,
        flags: Callable[[int], list[Flag]],
        run: Callable[[Invocation], None],
        required: tuple[str, ...] = (),
    ) -> None:
        self.path = path
        self.flags = flags
        self.run = run
        self.required = required

    def main(self, argv: list[str], version: KubernetesVersion) -> int:
        """Parse and run; returns 0 or raises KubectlError or KgenError."""
        flags = parse_flags(self.path, self.flags(version.minor), argv, version)
        if flags.truth("help"):
            from kgen.cli.kubectl.help import help_text  # noqa: PLC0415 # read by people only

            out(help_text(self.path, flags))
            return 0
        missing = '", "'.join(name for name in self.required if name not in flags.changed)
        if missing:
            raise KubectlError(f'required flag(s) "{missing}" not set')
        self.run(Invocation(self.path, flags, version))
        return 0


def parse_flags(path: str, own: list[Flag], argv: list[str], version: KubernetesVersion) -> FlagSet:
    """Parse a command line by kubectl's global flags and a command's own; raises KubectlError with cobra's message."""
    flags = FlagSet([*global_flags(version.minor), *own], version.minor)
    try:
        flags.parse(argv)
    except FlagError as error:
        raise KubectlError(f"{error}\nSee 'kubectl {path} --help' for usage.") from None
    for warning in flags.warnings:
        err(f"{warning}\n")
    return flags
